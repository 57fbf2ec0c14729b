import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  applyConditions,
  BackofficeError,
  listQuantities,
  loadCatalogue,
  measureRole,
  meets,
  operators,
  parseCondition,
  roundAsShown,
} from '../../../src/index.ts';
import type { ConditionProblem, Operator, Quantity } from '../../../src/index.ts';
import { viewQuantity } from '../../../src/core/views/quantities.ts';
import { ja } from '../../../src/messages/ja/index.ts';
import { formatValue } from '../../../src/pages/figures.ts';
import { formatQuantity } from '../../../src/pages/quantities.ts';

const catalogue = loadCatalogue();
const quantities = listQuantities(catalogue);
const find = (id: string): Quantity => {
  const found = quantities.find((quantity) => quantity.id === id);
  if (found === undefined) throw new Error(id);
  return found;
};
/** What people see of a value, as a number. */
const see = (quantity: Quantity, value: number, isEstimated = false): number =>
  parseFloat(
    quantity.kind === 'survey'
      ? formatValue(value, quantity.measure.scale.startsWith('level') ? 'level' : quantity.scale.unit === 'share' ? 'share' : 'rating', isEstimated)
      : formatQuantity(value, viewQuantity(catalogue, quantity, 'ja'), ja),
  );
const anyQuantity = fc.constantFrom(...quantities);
const anyOperator = fc.constantFrom(...operators);
/** A value on the scale, as people write it, with decimals that are not too many. */
const anyValue = ({ scale: { minimum, maximum } }: Quantity) =>
  fc.integer({ min: Math.ceil(minimum * 1000), max: Math.floor(maximum * 1000) }).map((thousandths) => thousandths / 1000);
const anyCondition = anyQuantity.chain((quantity) => fc.record({ quantity: fc.constant(quantity), operator: anyOperator, value: anyValue(quantity) }));

function faultOf(text: string): ConditionProblem & { readonly example: string } {
  try {
    parseCondition(text, quantities);
  } catch (error) {
    if (error instanceof BackofficeError && error.failure.code === 'usage' && error.failure.problem === 'bad-condition') return error.failure;
    throw error;
  }
  throw new Error(`"${text}" was taken`);
}

describe('parseCondition', () => {
  it.each([
    ['regular-schedule >= 60%', 'regular-schedule', '>=', 0.6],
    ['regular-schedule>=0.6', 'regular-schedule', '>=', 0.6],
    ['regular-schedule >= .6', 'regular-schedule', '>=', 0.6],
    ['仕事の予定が決まっている＞＝６０％', 'regular-schedule', '>=', 0.6],
    ['仕事の予定が決まっている　≧　６０　％', 'regular-schedule', '>=', 0.6],
    ['座り作業≦４．５', 'sitting', '<=', 4.5],
    ['  Working sitting   down<4 ', 'sitting', '<', 4],
    ['SITTING > 4', 'sitting', '>', 4],
    ['sitting=1', 'sitting', '=', 1],
    ['negotiation = 0', 'negotiation', '=', 0],
    ['overtime <= 9', 'overtime', '<=', 9],
    ['残業 ≦ 9時間', 'overtime', '<=', 9],
    ['pay >= 27.5', 'pay', '>=', 27.5],
    ['月給＞＝２７．５万円', 'pay', '>=', 27.5],
    ['pay >= 275,000円', 'pay', '>=', 27.5],
    ['Monthly pay at 25–29 >= ¥275,000', 'pay', '>=', 27.5],
    ['offered pay > 25万', 'offered-pay', '>', 25],
    ['有効求人倍率 >= 1倍', 'openings', '>=', 1],
  ])('reads "%s"', (text, id, operator, value) => {
    const condition = parseCondition(text, quantities);
    expect([condition.quantity.id, condition.operator, condition.value]).toEqual([id, operator, value]);
  });
  it.each([
    ['', { fault: 'no-operator' }],
    ['sitting', { fault: 'no-operator' }],
    ['sitting 4', { fault: 'no-operator' }],
    ['>= 4', { fault: 'no-measure' }],
    ['sitting >=', { fault: 'no-value' }],
    ['sitting => 4', { fault: 'unknown-operator', found: '=>' }],
    ['sitting == 4', { fault: 'unknown-operator', found: '==' }],
    ['sitting != 4', { fault: 'unknown-operator', found: '!=' }],
    ['regular >= 60%', { fault: 'unknown-measure', found: 'regular', nearest: ['regular-schedule', 'irregular-schedule'] }],
    ['siting >= 4', { fault: 'unknown-measure', nearest: ['sitting', 'writing'] }],
    ['sitting >= four', { fault: 'not-a-value', found: 'four' }],
    ['sitting >= 60%', { fault: 'not-a-value', found: '60%' }],
    ['sitting >= 1e1', { fault: 'not-a-value' }],
    ['sitting >= 4 >= 3', { fault: 'not-a-value', found: '4 >= 3' }],
    ['sitting >= 1,000', { fault: 'not-a-value' }],
    ['regular-schedule >= 60', { fault: 'out-of-range', minimum: 0, maximum: 1 }],
    ['regular-schedule >= 101%', { fault: 'out-of-range' }],
    ['sitting < 0.9', { fault: 'out-of-range', minimum: 1, maximum: 5 }],
    ['sitting > -1', { fault: 'out-of-range' }],
    ['pay >= 275000', { fault: 'out-of-range', unit: '10k-yen-per-month' }],
    ['pay >= 275', { fault: 'out-of-range' }],
    ['overtime <= 9万円', { fault: 'not-a-value', unit: 'hours-per-month' }],
    ['年収 >= 400', { fault: 'unknown-measure' }],
  ])('tells what is wrong with "%s"', (text, fault) => {
    expect(faultOf(text)).toMatchObject(fault);
  });
  it('tells it of any text, with an example that is one', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.string({ unit: 'binary' }),
          fc.tuple(fc.constantFrom('sitting', 'x'), fc.string()).map((parts) => parts.join('')),
        ),
        (text) => {
          try {
            parseCondition(text, quantities);
          } catch {
            expect(() => parseCondition(faultOf(text).example, quantities)).not.toThrow();
          }
        },
      ),
    );
  });
  it('reads what people may write of every measure, by every name, in either width', () => {
    const wide = (text: string) => text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
    fc.assert(
      fc.property(anyCondition, fc.nat(), fc.boolean(), fc.boolean(), fc.boolean(), ({ quantity, operator, value }, pick, isWide, isSpaced, isPercent) => {
        const names = [quantity.id, ...quantity.labels];
        const isShare = quantity.scale.unit === 'share' && isPercent;
        const typed = isShare ? `${Number((value * 100).toFixed(1))}%` : String(value);
        const text = [names[pick % names.length], operator, typed].join(isSpaced ? ' ' : '');
        const read = parseCondition(isWide ? wide(text) : text, quantities);
        expect([read.quantity.id, read.operator]).toEqual([quantity.id, operator]);
        expect(read.value).toBeCloseTo(value, 9);
      }),
    );
  });
  it('can tell every measure from every other, and its name from its sign', () => {
    const names = quantities.flatMap(({ id, labels }) => [...new Set([id, ...labels].map((name) => name.normalize('NFKC').toLowerCase()))]);
    expect(names.filter((name) => /[<>=!≦≧≤≥]/.test(name))).toEqual([]);
    expect(new Set(names).size).toBe(names.length);
  });
});

const comparisons: Readonly<Record<Operator, (figure: number, wanted: number) => boolean>> = {
  '<': (figure, wanted) => figure < wanted,
  '<=': (figure, wanted) => figure <= wanted,
  '=': (figure, wanted) => figure === wanted,
  '>=': (figure, wanted) => figure >= wanted,
  '>': (figure, wanted) => figure > wanted,
};

describe('applyConditions', () => {
  it('filters as a plain comparison of what is shown does, over all measures', () => {
    fc.assert(
      fc.property(anyCondition, (condition) => {
        const { quantity, operator, value } = condition;
        const { met, unknown } = applyConditions(catalogue, catalogue.roles, [condition]);
        const seen = (shown: number, isEstimated: boolean) => see(quantity, shown, isEstimated);
        const expected = catalogue.roles.filter((role) => {
          const amount = measureRole(catalogue, role, quantity);
          return amount !== undefined && comparisons[operator](seen(amount.value, amount.estimated), seen(value, amount.estimated));
        });
        expect(met).toEqual(expected);
        expect(unknown).toEqual(catalogue.roles.filter((role) => measureRole(catalogue, role, quantity) === undefined));
      }),
      { numRuns: 500 },
    );
  });
  it('meets either less, equal or more, and never a stricter value without a laxer one', () => {
    fc.assert(
      fc.property(anyCondition, fc.boolean(), fc.double({ min: 0, max: 1, noNaN: true }), ({ quantity, value }, estimated, part) => {
        const { minimum, maximum } = quantity.scale;
        const amount = { value: minimum + part * (maximum - minimum), estimated };
        const says = (operator: Operator, wanted = value) => meets(amount, { quantity, operator, value: wanted });
        expect([says('<'), says('='), says('>')].filter(Boolean)).toHaveLength(1);
        expect(says('<=')).toBe(says('<') || says('='));
        expect(says('>=')).toBe(says('>') || says('='));
        for (const lower of [minimum, (minimum + value) / 2]) if (says('>=')) expect(says('>=', lower)).toBe(true);
      }),
    );
  });
  it('asks for all conditions, in any order, and loses no role', () => {
    fc.assert(
      fc.property(fc.array(anyCondition, { maxLength: 4 }), (conditions) => {
        const { met, unknown } = applyConditions(catalogue, catalogue.roles, conditions);
        const one = conditions.map((condition) => applyConditions(catalogue, catalogue.roles, [condition]));
        expect(met).toEqual(catalogue.roles.filter((role) => one.every((each) => each.met.includes(role))));
        expect(applyConditions(catalogue, catalogue.roles, conditions.toReversed())).toEqual({ met, unknown });
        // Whoever is in neither was left out by a figure.
        for (const role of catalogue.roles) {
          if (met.includes(role) || unknown.includes(role)) continue;
          const figures = conditions.map((condition) => ({ condition, amount: measureRole(catalogue, role, condition.quantity) }));
          expect(figures.some(({ condition, amount }) => amount !== undefined && !meets(amount, condition))).toBe(true);
        }
      }),
    );
  });
  // By hand: 59.7 % is shown as 60%, 2.996 as 3.00, and an estimate of 2.96 as 3.0.
  it.each([
    ['regular-schedule >= 60%', 0.597, false, true],
    ['regular-schedule >= 60%', 0.594, false, false],
    ['regular-schedule = 59.7%', 0.604, false, true],
    ['negotiation >= 3', 2.996, false, true],
    ['negotiation >= 3', 2.96, false, false],
    ['negotiation >= 3', 2.96, true, true],
    ['negotiation > 3', 2.96, true, false],
  ])('takes a figure as it is shown: %s, of %d', (text, value, estimated, isMet) => {
    expect(meets({ value, estimated }, parseCondition(text, quantities))).toBe(isMet);
  });
});

describe('roundAsShown', () => {
  it('is what the screen says', () => {
    fc.assert(
      fc.property(anyCondition, fc.boolean(), ({ quantity, value }, isEstimated) => {
        const estimated = quantity.kind === 'survey' && isEstimated;
        const rounded = roundAsShown(value, quantity.scale.unit, estimated);
        expect(see(quantity, rounded, estimated)).toBe(see(quantity, value, estimated));
        expect(quantity.scale.unit === 'share' ? rounded * 100 : rounded).toBeCloseTo(see(quantity, value, estimated), 9);
      }),
    );
    expect(find('regular-schedule').scale).toMatchObject({ unit: 'share', minimum: 0, maximum: 1 });
  });
});
