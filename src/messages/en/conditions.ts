import type { UsageProblem } from '../../core/errors.ts';
import { operators } from '../../core/figures/condition-problem.ts';
import type { QuantityUnit } from '../../core/figures/condition-problem.ts';
import { command, say } from '../text.ts';
import type { Explanation } from '../types/explanation.ts';
import { quote, suggest } from './words.ts';

const signs = operators.join(' ');
const howToWrite: Readonly<Record<QuantityUnit, string>> = {
  share: 'Write a share as 60% or 0.6.',
  rating: 'Write a number only.',
  level: 'Write a number only.',
  '10k-yen-per-month': 'Write it in 10,000 yen a month: 27.5 is ¥275,000.',
  'hours-per-month': 'Write it in hours a month.',
  ratio: 'Write a ratio: 0.3 is openings for 30 people per 100 looking for work.',
};

/** What is wrong with a condition of `--where`, and how to write it. */
export function explainCondition(details: Extract<UsageProblem, { problem: 'bad-condition' }>): Explanation {
  const { condition, example } = details;
  const told = `The condition ${quote(condition)} of --where`;
  const form = say`For example: ${command(`list --where '${example}'`)}`;
  const all = say`All measures: ${command('list --where help')}`;
  switch (details.fault) {
    case 'no-operator':
      return {
        message: `${told} has no sign to compare with. Write a measure, a sign (${signs}) and a value.`,
        hints: [form, 'Put the whole condition in quotation marks, because < and > mean something else to the shell.', all],
      };
    case 'unknown-operator':
      return { message: `${told} has a sign that cannot be used: ${quote(details.found)}.`, hints: [`Use one of: ${signs}`, form] };
    case 'no-measure':
      return { message: `${told} names no measure.`, hints: [form, all] };
    case 'unknown-measure':
      return { message: `--where knows no measure ${quote(details.found)}.`, hints: [...suggest(details.nearest), form, all] };
    case 'no-value':
      return { message: `${told} has no value.`, hints: [form] };
    case 'not-a-value':
      return { message: `${told} has a value that cannot be read: ${quote(details.found)}.`, hints: [howToWrite[details.unit], form] };
    case 'out-of-range': {
      const range = details.unit === 'share' ? '0 to 100%' : `${details.minimum} to ${details.maximum}`;
      return { message: `${told} is out of range: ${quote(details.found)}. Values of this measure go from ${range}.`, hints: [howToWrite[details.unit], form] };
    }
  }
}
