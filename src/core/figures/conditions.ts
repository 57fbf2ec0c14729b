import type { Catalogue, Role } from '../catalogue/model.ts';
import { findNearestNamed } from '../catalogue/nearest.ts';
import { BackofficeError } from '../errors.ts';
import { operators } from './condition-problem.ts';
import type { ConditionProblem, Operator, QuantityUnit } from './condition-problem.ts';
import { measureRole, roundAsShown } from './quantities.ts';
import type { Amount, Quantity } from './quantities.ts';

/** What a figure of a role has to be. */
export interface Condition {
  readonly quantity: Quantity;
  readonly operator: Operator;
  /** On the scale of the quantity; a share 0–1. */
  readonly value: number;
}

/**
 * A condition as people write it: a quantity by id or name, an operator and a value (`regular-schedule >= 60%`), with spaces or without, full-width
 * signs and digits like the others.
 * @throws BackofficeError `usage` with what is wrong and an example.
 */
export function parseCondition(text: string, quantities: readonly Quantity[]): Condition {
  const plain = normalize(text);
  const parts = /^([^<>=!]*)([<>=!]+)(.*)$/s.exec(plain);
  const [, name = plain, sign = '', value = ''] = parts ?? [];
  const quantity = quantities.find(({ id, labels }) => [id, ...labels].some((label) => normalize(label) === name.trim()));
  const fail = (problem: ConditionProblem): never => {
    throw new BackofficeError({ code: 'usage', problem: 'bad-condition', condition: text, example: giveExample(quantity ?? quantities[0]), ...problem });
  };
  if (parts === null) return fail({ fault: 'no-operator' });
  if (name.trim() === '') return fail({ fault: 'no-measure' });
  if (quantity === undefined) return fail({ fault: 'unknown-measure', found: name.trim(), nearest: findNearestNamed(name.trim(), quantities) });
  const operator = operators.find((known) => known === sign);
  if (operator === undefined) return fail({ fault: 'unknown-operator', found: sign });
  const found = value.trim();
  if (found === '') return fail({ fault: 'no-value' });
  const { unit, minimum, maximum } = quantity.scale;
  const wanted = parseValue(found, quantity);
  if (wanted === undefined) return fail({ fault: 'not-a-value', found, unit });
  if (wanted < minimum || wanted > maximum) return fail({ fault: 'out-of-range', found, unit, minimum, maximum });
  return { quantity, operator, value: wanted };
}

/** Whether a figure is what a condition asks for. Both are compared as they are shown, so that nobody sees 60 % left out by `>= 60%`. */
export function meets({ value, estimated }: Amount, condition: Condition): boolean {
  const { unit } = condition.quantity.scale;
  const [figure, wanted] = [value, condition.value].map((exact) => roundAsShown(exact, unit, estimated)) as [number, number];
  switch (condition.operator) {
    case '<':
      return figure < wanted;
    case '<=':
      return figure <= wanted;
    case '=':
      return figure === wanted;
    case '>=':
      return figure >= wanted;
    case '>':
      return figure > wanted;
  }
}

/**
 * The roles that meet all conditions, and those of which nobody can tell: they fail none, but have no figure for at least one. Both in their order.
 */
export function applyConditions(
  catalogue: Pick<Catalogue, 'survey' | 'labourMarket'>,
  roles: readonly Role[],
  conditions: readonly Condition[],
): { readonly met: readonly Role[]; readonly unknown: readonly Role[] } {
  const judged = roles.map((role) => {
    const amounts = conditions.map((condition) => ({ condition, amount: measureRole(catalogue, role, condition.quantity) }));
    const isFailed = amounts.some(({ condition, amount }) => amount !== undefined && !meets(amount, condition));
    return { role, verdict: isFailed ? 'failed' : amounts.some(({ amount }) => amount === undefined) ? 'unknown' : 'met' };
  });
  const pick = (wanted: string) => judged.filter(({ verdict }) => verdict === wanted).map(({ role }) => role);
  return { met: pick('met'), unknown: pick('unknown') };
}

/** A condition on a quantity that could be asked for. */
function giveExample(quantity: Quantity | undefined): string {
  if (quantity === undefined) return '';
  const { unit, minimum, maximum } = quantity.scale;
  const values: Readonly<Partial<Record<QuantityUnit, string>>> = { share: '60%', '10k-yen-per-month': '25', 'hours-per-month': '10', ratio: '1' };
  return `${quantity.id} >= ${values[unit] ?? String(Math.ceil((minimum + maximum) / 2))}`;
}

/** Texts as they are compared: width, case and the signs for "at most" and "at least" are one. */
function normalize(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/[≦≤]/g, '<=').replace(/[≧≥]/g, '>=').replace(/\s+/g, ' ').trim();
}

/** Units that may be written behind a value, and by how much it is divided then: what people see, they may type. */
const written: Readonly<Record<QuantityUnit, readonly (readonly [unit: RegExp, divisor: number])[]>> = {
  share: [[/^%$/, 100]],
  rating: [],
  level: [],
  '10k-yen-per-month': [
    [/^万円?$/, 1],
    [/^(?:円|yen)$/, 10_000],
  ],
  'hours-per-month': [[/^(?:時間|h|hours?)$/, 1]],
  ratio: [[/^倍$/, 1]],
};

const longestValue = 40;

/** The number that is written, if it is one with a unit that the quantity has. */
function parseValue(text: string, { scale }: Quantity): number | undefined {
  if (text.length > longestValue) return undefined;
  // ¥275,000
  const plain = text.replace(/^¥([\d,]+)$/, '$1円').replace(/(?<=\d),(?=\d{3}(?!\d).*(?:円|yen)$)/g, '');
  const [, digits = '', unit = ''] = /^(-?(?:\d+(?:\.\d+)?|\.\d+)) ?(\D*)$/.exec(plain) ?? [];
  if (digits === '') return undefined;
  const divisor = unit === '' ? 1 : written[scale.unit].find(([known]) => known.test(unit))?.[1];
  return divisor === undefined ? undefined : Number(digits) / divisor;
}
