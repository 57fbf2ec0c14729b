import { formatCount } from '../any-language.ts';
import type { LabourMarketMessages } from '../types/labour-market.ts';

const yen = (amount: number) => `¥${formatCount(amount)}`;
const monthlyNumber = (thousands: number) => String(Math.round(thousands));

const numbers = ['no', 'one', 'two', 'three', 'four', 'five'];

export const labourMarket: LabourMarketMessages = {
  title: 'Pay, openings and hours',
  join: (sentences) => sentences.join(' '),
  // A name that has brackets of its own does not stand in more of them.
  officialName: (label, japanese) => (label === japanese ? label : /[（(]/.test(japanese) ? `${label}, ${japanese}` : `${label} (${japanese})`),

  monthly: (thousands) => yen(Math.round(thousands) * 1000),
  annual: (thousands) => `about ${yen(Math.round(thousands / 10) * 10_000)}`,
  monthlyNumber,
  hours: (hours) => `${hours} hours`,
  perHundred: String,
  besideAverage: (value, average) => `${value} (${average})`,

  whoIsIn: ({ name, year, people }) => `The averages are those of “${name}” in ${year}. They cover ${people}.`,
  borrowedRow: (name) => `There are no statistics for this role alone. The figures are those of ${name}.`,
  borrowedClass: (name, others) =>
    `In these statistics “${name}” is in one class with ${others}. There are no statistics for this role alone. The figures are those of the whole class.`,
  sharedRow: (roles) => `These statistics do not tell it apart from ${roles}, which has the same figures.`,
  firstRow: (count, name) => `There are figures for ${numbers[count] ?? count} kinds of jobs. Lists and comparisons use those of the first, “${name}”.`,
  volatileRow: 'These figures move a good deal from year to year.',
  ownSource: (source) => `Source: ${source}.`,

  ages: { '20-24': 'Aged 20–24', '25-29': 'Aged 25–29', '30-34': 'Aged 30–34', '35-39': 'Aged 35–39' },
  experience: { all: 'all', under1: 'first year in it', '1-4': '1–4 years', '5-9': '5–9 years' },
  sizes: { '1000+': '1,000 or more', '100-999': '100–999', '10-99': '10–99' },
  age: 'Age',
  size: 'Employees',
  year: 'Fiscal year',
  allOccupations: 'All jobs',

  atFirst: (value, average) => `Monthly pay at 25–29 is ${value} on average (all occupations: ${average}), without overtime.`,
  smallDifferences: 'Small differences prove nothing.',
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
  meanLegend: 'A few people with high pay pull the average up.',
  thinLegend: '“—” stands for groups of fewer than 5,000 people.',
  leftOutSizes: 'Sizes with fewer than 5,000 people are left out.',
  cellLegend: 'In brackets: the average of all occupations for the same group.',

  overtime: (value, average) => `Overtime is ${value} a month (all occupations: ${average})`,
  overtimeAlone: (value) => `Overtime is ${value} a month`,
  scheduled: (value, average) => `Working time without overtime is ${value} a month (all occupations: ${average})`,
  scheduledAlone: (value) => `Working time without overtime is ${value} a month`,
  annualPay: (value, age) => `Annual pay is ${value} (all ages, mean age ${age})`,
  annualAverage: (value, age) => `; all occupations: ${value} (mean age ${age})`,
  allAges: ({ name, year }) => `This is the average of “${name}” in ${year}, of all ages.`,
  overtimeRemark: 'Overtime was counted in June only, so busy seasons at other times do not show.',
  annualRemark: 'Annual pay is June’s pay with overtime, times twelve, and the bonus of the year before.',
  overtimeColumn: 'Overtime (June)',
  annualColumn: 'Annual pay',
  annualWithAge: (value, age) => `${value} (mean age ${age})`,

  openings: 'Openings',
  counted: ({ name, year }, count) =>
    `In “${name}” there are ${count} openings for every 100 people looking for work at public employment offices (ハローワーク), ` +
    `on average in fiscal ${year}, excluding new graduates`,
  countedClass: ({ year }, count) =>
    `In this class there are ${count} openings for every 100 people looking for work at public employment offices (ハローワーク), ` +
    `on average in fiscal ${year}, excluding new graduates`,
  countedElsewhere: ({ name, year, people }, count) =>
    `In “${name}” there are ${count} openings for every 100 people looking for work (fiscal ${year}, ${people})`,
  noRate: 'This is neither the number of applicants per post nor the odds of being hired.',
  onlyOffices: 'Openings elsewhere are not counted.',
  fewOpenings: 'It may look low, but there are vacancies.',
  partTimeUnknown: 'The source does not say whether part-time work is included.',
  busier: (name, count) => `A role close by has more: ${name}, with ${count} openings for every 100 people.`,
  offered: (value, { year }) => `Monthly pay in the job advertisements is ${value} on average (fiscal ${year}).`,
  offeredRemark:
    'Pay in job advertisements and the pay of the survey above are counted differently, ' +
    'and of different people, so the difference between the two means nothing.',
  openingsColumn: 'Openings for 100 people',

  trend: (group) => `${group} as a whole, without part-time`,
  trendRemark: (group) =>
    `Openings per 100 people looking for work at public employment offices (ハローワーク), for ${group} as a whole: averages of fiscal years, ` +
    'excluding new graduates. Occupations are grouped and counted in another way than in the openings above, so the two cannot be set side by side.',
  withPartTime: 'With part-time',
  offeredPay: 'Monthly pay in offers',

  more: 'All figures',
  moreRows: (names) => `There are figures on pay and overtime for ${names.map((name) => `“${name}”`).join(' and ')}, too.`,
  payRow: 'Occupation of the statistics (pay)',
  openingsRow: 'Occupation of the statistics (openings)',
  borrowed: (value) => `${value} (borrowed)`,
  borrowedLegend: '“(borrowed)” marks the value of a related occupation or a wider group, where there are no statistics for the role alone.',
  whoCompared: (year, people) => `Pay and overtime are averages of ${year}. They cover ${people}.`,
  openingsCompared: (year) =>
    `Openings are those for every 100 people looking for work at public employment offices (ハローワーク), averages of fiscal ${year}, excluding new graduates.`,
  sameRow: 'Roles that these statistics do not tell apart have the same figures here. It does not mean that they are the same.',
  monthlyLegend: 'Monthly pay is without overtime; annual pay is of all ages.',
  absence: '“—” stands where the statistics have no figure.',
  noVerdict: 'No margins of error are published with these statistics, so nothing here says which figures are alike and which differ.',
};
