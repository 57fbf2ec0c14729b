import { formatCount } from '../any-language.ts';
import type { LabourMarketMessages } from '../types/labour-market.ts';

const yen = (amount: number) => `¥${formatCount(amount)}`;
const monthlyNumber = (thousands: number) => String(Math.round(thousands));

export const labourMarket: LabourMarketMessages = {
  title: 'Pay, openings and hours',
  join: (sentences) => sentences.join(' '),
  officialName: (label, japanese) => (label === japanese ? label : `${label} (${japanese})`),

  monthly: (thousands) => yen(Math.round(thousands) * 1000),
  annual: (thousands) => `about ${yen(Math.round(thousands / 10) * 10_000)}`,
  monthlyNumber,
  hours: (hours) => `${hours} hours`,
  perHundred: String,
  besideAverage: (value, average) => `${value} (${average})`,

  whoIsIn: ({ name, year, people }) => `The averages are those of “${name}” in ${year}. In them are ${people}.`,
  borrowedRow: (name) => `There are no statistics on this role alone. The figures are those of ${name}.`,
  borrowedClass: (name) => `There are no statistics on this role alone. The figures are those of the class of occupations that “${name}” is in.`,
  sharedRow: (roles) => `These statistics do not tell it apart from ${roles}, which has the same figures.`,
  firstRow: (name) => `This role has two or more rows. It is compared, sorted and filtered by “${name}”.`,
  volatileRow: 'These figures move much from year to year.',
  ownSource: (source) => `Source: ${source}.`,

  ages: { '20-24': 'Aged 20–24', '25-29': 'Aged 25–29', '30-34': 'Aged 30–34', '35-39': 'Aged 35–39' },
  experience: { all: 'all', under1: 'first year in it', '1-4': '1–4 years', '5-9': '5–9 years' },
  sizes: { '1000+': '1,000 or more', '100-999': '100–999', '10-99': '10–99' },
  age: 'Age',
  size: 'Employees',
  year: 'Fiscal year',
  allOccupations: 'All jobs',

  atFirst: (value, average) => `Monthly pay at 25–29 is ${value} on average (all occupations: ${average}), without overtime.`,
  atFirstAlone: (value) => `Monthly pay at 25–29 is ${value} on average, without overtime.`,
  noAges: 'Figures by age are left out, because they stand for few people or do not exist.',
  monthlyPay: 'Monthly pay',
  experienceAt: (age, experience) => `${age}, ${experience}`,
  monthlyAt: (age) => `Monthly pay, ${age.toLowerCase()}`,
  byExperience: 'Monthly pay by years in the occupation (without overtime, in thousand yen)',
  bySize: 'Pay and overtime by size of company',
  bySizeRemark: 'Monthly pay is without overtime.',
  averageLegend: (count) => `The average of all occupations was computed from the ${count} of the survey, each with the weight of its workers.`,
  firstYearLegend: '“First year” is less than a year in this occupation. It includes people who did other work before.',
  meanLegend: 'A few people with high pay pull an average up.',
  thinLegend: 'Groups of fewer than 5,000 people are left out.',
  cellLegend: 'In brackets: the average of all occupations for the same group.',

  overtime: (value, average) => `Overtime is ${value} a month (all occupations: ${average})`,
  overtimeAlone: (value) => `Overtime is ${value} a month`,
  scheduled: (value, average) => `Working time without overtime is ${value} a month (all occupations: ${average})`,
  scheduledAlone: (value) => `Working time without overtime is ${value} a month`,
  annualPay: (value, age) => `Annual pay is ${value} (all ages, ${age} on average)`,
  allAges: ({ name, year }) => `The average of “${name}”, ${year}, all ages.`,
  overtimeRemark: 'Overtime is that of one month, June: busy seasons do not show.',
  annualRemark: 'Twelve months of pay with overtime, and the bonuses of a year.',
  overtimeColumn: 'Overtime (June)',
  annualColumn: 'Annual pay',
  annualWithAge: (value, age) => `${value} (mean age ${age})`,

  openings: 'Openings',
  counted: ({ name, year }, count) =>
    `For every 100 people looking for work at public employment offices (ハローワーク) there are openings for ${count} ` +
    `(“${name}”, average of fiscal ${year}, new graduates aside)`,
  countedElsewhere: ({ name, year, people }, count) =>
    `For every 100 people looking for work there are openings for ${count} (“${name}”, fiscal ${year}, ${people})`,
  noRate: 'This is no rate of applications or of being hired.',
  fewOpenings: 'It may look like few, but there are openings. Those outside these offices are not counted.',
  partTimeUnknown: 'The source does not say whether part-time is counted in.',
  busier: (name, count) => `A role close by has more: ${name}, with openings for ${count}.`,
  offered: (value, { year }) => `Monthly pay in the offers is ${value} on average (fiscal ${year}).`,
  offeredRemark: 'It is counted in another way, and of other people, than the pay of the survey above, so the difference of the two means nothing.',
  openingsColumn: 'Openings for 100 people',

  trend: (group) => `${group} as a whole, without part-time`,
  trendRemark: (group) =>
    `Openings for every 100 people looking for work at public employment offices (ハローワーク), averages of fiscal years (${group} as a whole, ` +
    'new graduates aside). Occupations are grouped and counted in another way than in the openings above, so the two cannot be set side by side.',
  withPartTime: 'With part-time',
  offeredPay: 'Monthly pay in offers',

  more: 'All figures',
  payRow: 'Occupation of the statistics (pay)',
  openingsRow: 'Occupation of the statistics (openings)',
  borrowed: (value) => `${value} (borrowed)`,
  whoCompared: (year, people) => `Pay and overtime are averages of ${year}. In them are ${people}.`,
  openingsCompared: (year) =>
    `Openings are those for every 100 people looking for work at public employment offices (ハローワーク), averages of fiscal ${year}, new graduates aside.`,
  sameRow: 'Roles that these statistics do not tell apart have the same figures here. It does not mean that they are the same.',
  monthlyLegend: 'Monthly pay is without overtime; annual pay is of all ages.',
  absence: '“—” stands where the statistics have no figure.',
  noVerdict: 'No errors are published with these statistics, so none of these is called alike or different.',
};
