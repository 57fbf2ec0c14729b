import type { Catalogue, Role } from '../catalogue/model.ts';
import { findNearestNamed } from '../catalogue/nearest.ts';
import { BackofficeError } from '../errors.ts';
import { operators } from './condition-problem.ts';
import type { ConditionProblem, Operator } from './condition-problem.ts';
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
  const [, name = plain, sign = '', written = ''] = parts ?? [];
  const quantity = quantities.find(({ id, labels }) => [id, ...labels].some((label) => normalize(label) === name.trim()));
  const fail = (problem: ConditionProblem): never => {
    throw new BackofficeError({ code: 'usage', problem: 'bad-condition', condition: text, example: giveExample(quantity ?? quantities[0]), ...problem });
  };
  if (parts === null) return fail({ fault: 'no-operator' });
  if (name.trim() === '') return fail({ fault: 'no-measure' });
  if (quantity === undefined) return fail({ fault: 'unknown-measure', found: name.trim(), nearest: findNearestNamed(name.trim(), quantities) });
  const operator = operators.find((known) => known === sign);
  if (operator === undefined) return fail({ fault: 'unknown-operator', found: sign });
  const found = written.trim();
  if (found === '') return fail({ fault: 'no-value' });
  const { unit, minimum, maximum } = quantity.scale;
  const value = parseValue(found, quantity);
  if (value === undefined) return fail({ fault: 'not-a-value', found, unit });
  if (value < minimum || value > maximum) return fail({ fault: 'out-of-range', found, unit, minimum, maximum });
  return { quantity, operator, value };
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
  catalogue: Pick<Catalogue, 'survey'>,
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
  return `${quantity.id} >= ${unit === 'share' ? '60%' : String(Math.ceil((minimum + maximum) / 2))}`;
}

/** Texts as they are compared: width, case and the signs for "at most" and "at least" are one. */
function normalize(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/[≦≤]/g, '<=').replace(/[≧≥]/g, '>=').replace(/\s+/g, ' ').trim();
}

/** The number that is written, if it is one with a unit that the quantity has. */
function parseValue(written: string, { scale }: Quantity): number | undefined {
  const [, digits = '', unit = ''] = /^(-?(?:\d+(?:\.\d+)?|\.\d+)) ?(\D*)$/.exec(written) ?? [];
  if (digits === '') return undefined;
  if (unit === '') return Number(digits);
  return scale.unit === 'share' && unit === '%' ? Number(digits) / 100 : undefined;
}
