import * as v from 'valibot';
import { ageBands, companySizes, experienceBands } from '../catalogue/labour-market.ts';
import type { LabourMarket, RoleLabourMarket } from '../catalogue/labour-market.ts';
import { labourMarketMeasures } from '../figures/labour-market.ts';
import { list, localized, number, references, text } from './schema-parts.ts';

/** Means that fewer people stand for are too thin to show. */
const fewestWorkers = 5000;

const amount = v.pipe(number, v.minValue(0, 'outside-scale'));
const year = v.pipe(number, v.integer('wrong-type'), v.minValue(1900, 'outside-scale'), v.maxValue(2100, 'outside-scale'));
const countFrom = (least: number) => v.pipe(number, v.integer('wrong-type'), v.minValue(least, 'outside-scale'));
const code = v.pipe(text, v.regex(/^\d+$/, 'invalid-value'));

/** Values by some keys, each of which may be absent. */
function partial<Key extends string, Value extends v.GenericSchema>(keys: readonly Key[], value: Value) {
  const entries = Object.fromEntries(keys.map((key) => [key, v.exactOptional(value)]));
  return v.object(entries as Record<Key, v.ExactOptionalSchema<Value, undefined>>, 'wrong-type');
}

/** The tables of pay, with the schema of how many people stand behind each figure. */
function payTable<Workers extends v.GenericSchema<unknown, number> | v.ExactOptionalSchema<v.GenericSchema<unknown, number>, undefined>>(workers: Workers) {
  const value = v.exactOptional(amount);
  const figures = v.object(
    { age: value, tenure: value, hours: value, overtime: value, monthlyCash: value, monthlyScheduled: value, annualBonus: value, workers },
    'wrong-type',
  );
  const cell = v.object({ monthlyScheduled: amount, workers }, 'wrong-type');
  return {
    all: v.exactOptional(figures),
    bySize: v.exactOptional(partial(companySizes, figures)),
    byAge: v.exactOptional(partial(ageBands, partial(experienceBands, cell))),
  };
}

const occupation = { id: code, label: localized };
const surveyTable = payTable(countFrom(fewestWorkers));
const openingsFigures = { ratio: v.exactOptional(amount), offeredMonthly: v.exactOptional(amount) };
const statistics = { source: references.sources, people: localized };

/** `data/labour-market.yaml`. */
export const labourMarketSchema = v.object({
  measures: list(v.object({ id: v.picklist(labourMarketMeasures, 'invalid-value'), label: localized, aliases: v.exactOptional(list(text)) })),
  wageSurvey: v.object({
    ...statistics,
    year,
    average: v.object({ ...surveyTable, occupations: countFrom(1) }),
    occupations: list(v.object({ ...occupation, ...surveyTable, volatile: v.exactOptional(v.boolean('wrong-type')) })),
  }),
  openings: v.object({
    ...statistics,
    year,
    occupations: list(v.object({ ...occupation, ...openingsFigures, class: text, group: references.openingsGroups })),
  }),
  openingsByGroup: v.object({
    ...statistics,
    groups: list(
      v.object({
        ...occupation,
        byYear: v.record(
          v.pipe(text, v.regex(/^\d{4}$/, 'invalid-value')),
          v.object({ ratioFullTime: amount, ratioWithPartTime: amount, offeredMonthly: amount }, 'wrong-type'),
          'wrong-type',
        ),
      }),
    ),
  }),
}) satisfies v.GenericSchema<unknown, LabourMarket>;

const ownFigures = { label: localized, year, people: localized, source: localized };

/** A row of a role file. That it has either an occupation or figures is checked with the other references. */
const row = {
  own: v.boolean('wrong-type'),
  sharedWith: v.exactOptional(list(references.subjects)),
  remark: v.exactOptional(localized),
};

/** `labourMarket` of a role file. */
export const roleLabourMarket = v.object(
  {
    pay: v.exactOptional(
      list(
        v.object(
          {
            occupation: v.exactOptional(references.payOccupations),
            figures: v.exactOptional(v.object({ ...ownFigures, ...payTable(v.exactOptional(countFrom(1))) }, 'wrong-type')),
            ...row,
          },
          'wrong-type',
        ),
      ),
    ),
    openings: v.exactOptional(
      list(
        v.object(
          {
            occupation: v.exactOptional(references.openingsOccupations),
            figures: v.exactOptional(v.object({ ...ownFigures, ...openingsFigures }, 'wrong-type')),
            ...row,
          },
          'wrong-type',
        ),
      ),
    ),
  },
  'wrong-type',
) satisfies v.GenericSchema<unknown, RoleLabourMarket>;
