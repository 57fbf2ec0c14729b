import type { UsageProblem } from '../../core/errors.ts';
import { operators } from '../../core/figures/condition-problem.ts';
import type { QuantityUnit } from '../../core/figures/condition-problem.ts';
import { command, say } from '../text.ts';
import type { Explanation } from '../types/explanation.ts';
import { quote, suggest } from './words.ts';

const signs = operators.join(' ');
const howToWrite: Readonly<Record<QuantityUnit, string>> = {
  share: '割合は 60% か 0.6 のように書きます。',
  rating: '数だけを書きます。',
  level: '数だけを書きます。',
  '10k-yen-per-month': '1か月の額を万円で書きます（27.5 は275,000円）。',
  'hours-per-month': '1か月の時間で書きます。',
  ratio: '倍率で書きます（0.3 は、仕事を探す人100人に対して30人分）。',
};

/** What is wrong with a condition of `--where`, and how to write it. */
export function explainCondition(details: Extract<UsageProblem, { problem: 'bad-condition' }>): Explanation {
  const { condition, example } = details;
  const told = `--where の条件${quote(condition)}`;
  const form = say`例: ${command(`list --where '${example}'`)}`;
  const all = say`使える項目: ${command('list --where help')}`;
  switch (details.fault) {
    case 'no-operator':
      return {
        message: `${told}に、比べる記号がありません。項目、記号（${signs}）、値の順に書きます。`,
        hints: [form, '< と > はシェルが別の意味に取るので、条件全体を引用符で囲んでください。', all],
      };
    case 'unknown-operator':
      return { message: `${told}の記号${quote(details.found)}は使えません。`, hints: [`使える記号: ${signs}`, form] };
    case 'no-measure':
      return { message: `${told}に、項目がありません。`, hints: [form, all] };
    case 'unknown-measure':
      return { message: `--where に使える項目に${quote(details.found)}はありません。`, hints: [...suggest(details.nearest), form, all] };
    case 'no-value':
      return { message: `${told}に、値がありません。`, hints: [form] };
    case 'not-a-value':
      return { message: `${told}の値${quote(details.found)}は読めません。`, hints: [howToWrite[details.unit], form] };
    case 'out-of-range': {
      const range = details.unit === 'share' ? '0から100%まで' : `${details.minimum}から${details.maximum}まで`;
      return { message: `${told}の値${quote(details.found)}は、範囲を外れています。この項目の値は${range}です。`, hints: [howToWrite[details.unit], form] };
    }
  }
}
