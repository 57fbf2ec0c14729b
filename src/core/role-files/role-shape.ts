import { frequencies, relations, sections, tiers } from '../catalogue/model.ts';
import { ageBands, companySizes, experienceBands } from '../catalogue/labour-market.ts';
import type { LabourMarketRow, OpeningsFigures, OwnFigures, PayCell, PayFigures, PayTable, RoleLabourMarket } from '../catalogue/labour-market.ts';
import type { ConfusedWith, Entry, Evidence, Role, RoleMeasures } from '../catalogue/model.ts';

/** What a value must look like: a text, a number, a yes or no, one of some words, a list, values by any name, or an object with some of these keys. */
type Shape =
  | 'text'
  | 'number'
  | 'flag'
  | { readonly oneOf: readonly string[] }
  | { readonly listOf: Shape }
  | { readonly by: Shape }
  | { readonly keys: Readonly<Record<string, Shape>>; readonly needed: readonly string[] };

// The keys of a type, so that the compiler asks for the shape of a new one.
const object = <Value>(keys: Readonly<Record<keyof Value & string, Shape>>, ...needed: readonly (keyof Value & string)[]): Shape => ({ keys, needed });

/** An object with any of some keys, each with the same shape. */
const someOf = (keys: readonly string[], shape: Shape): Shape => ({ keys: Object.fromEntries(keys.map((key) => [key, shape])), needed: [] });

const texts: Shape = { listOf: 'text' };
const numbersById: Shape = { by: 'number' };
const localized: Shape = { keys: { ja: 'text', en: 'text' }, needed: ['ja', 'en'] };

const entry = object<Entry>(
  {
    text: localized,
    detail: localized,
    frequency: { oneOf: frequencies },
    coping: localized,
    caution: localized,
    topic: 'text',
    share: 'number',
    sources: texts,
    evidence: object<Evidence>({ measures: texts, text: localized }, 'measures', 'text'),
    dimension: 'text',
    avoidance: 'text',
  },
  'text',
);
const entries: Shape = { listOf: entry };

const measures = object<RoleMeasures>(
  {
    estimated: 'flag',
    sources: texts,
    shift: { keys: { from: 'text', to: { by: texts } }, needed: ['from', 'to'] },
    respondents: 'number',
    blockMeans: numbersById,
    figures: numbersById,
    distributions: { by: numbersById },
  },
  'sources',
);

const payFigures = object<PayFigures>({
  age: 'number',
  tenure: 'number',
  hours: 'number',
  overtime: 'number',
  monthlyCash: 'number',
  monthlyScheduled: 'number',
  annualBonus: 'number',
  workers: 'number',
});
const payCell = object<PayCell>({ monthlyScheduled: 'number', workers: 'number' }, 'monthlyScheduled');
const rowOf = <Figures>(figures: Readonly<Record<keyof Figures & string, Shape>>): Shape =>
  object<LabourMarketRow<Figures>>(
    {
      occupation: 'text',
      figures: {
        keys: { ...figures, ...({ label: localized, year: 'number', people: localized, source: localized } satisfies Record<keyof OwnFigures, Shape>) },
        needed: ['label', 'year', 'people', 'source'],
      },
      own: 'flag',
      sharedWith: texts,
      remark: localized,
    },
    'own',
  );
const labourMarket = object<RoleLabourMarket>({
  pay: { listOf: rowOf<PayTable>({ all: payFigures, bySize: someOf(companySizes, payFigures), byAge: someOf(ageBands, someOf(experienceBands, payCell)) }) },
  openings: { listOf: rowOf<OpeningsFigures>({ ratio: 'number', offeredMonthly: 'number' }) },
});

const role = object<Role>(
  {
    id: 'text',
    name: localized,
    reading: 'text',
    aliases: texts,
    relatedTitles: texts,
    summary: localized,
    confusedWith: {
      listOf: object<ConfusedWith>({ with: 'text', relation: { oneOf: relations }, difference: localized }, 'with', 'relation', 'difference'),
    },
    tier: { oneOf: tiers },
    order: 'number',
    family: 'text',
    resource: texts,
    facets: texts,
    focus: localized,
    openLists: { listOf: { oneOf: sections } },
    measures,
    labourMarket,
    loadings: numbersById,
    readings: { by: 'text' },
    sources: texts,
    duties: entries,
    specialties: entries,
    merits: entries,
    demerits: entries,
    suits: entries,
    entry: entries,
    qualifications: entries,
    conditions: entries,
    path: entries,
    checks: entries,
  },
  'id',
  'name',
  'summary',
);

/** Whether data, as from a cache, has the structure of roles. What the ids in them mean is not looked at. */
export function areRoles(value: unknown): value is Role[] {
  return hasShape(value, { listOf: role });
}

function hasShape(value: unknown, shape: Shape): boolean {
  if (shape === 'text') return typeof value === 'string';
  if (shape === 'number') return typeof value === 'number';
  if (shape === 'flag') return typeof value === 'boolean';
  if ('oneOf' in shape) return typeof value === 'string' && shape.oneOf.includes(value);
  if ('listOf' in shape) return Array.isArray(value) && value.every((member) => hasShape(member, shape.listOf));
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const members = Object.entries(value);
  if ('by' in shape) return members.every(([, member]) => hasShape(member, shape.by));
  const isKnown = ([key, member]: [string, unknown]) => {
    const wanted = Object.hasOwn(shape.keys, key) ? shape.keys[key] : undefined;
    return wanted !== undefined && hasShape(member, wanted);
  };
  return members.every(isKnown) && shape.needed.every((key) => Object.hasOwn(value, key));
}
