import type { FileProblem, UsageProblem } from '../../core/errors.ts';
import { command, say } from '../text.ts';
import { cleanText, excerpt } from '../../core/clean.ts';
import { findExample, findSheetForm, formatCount, isAscii, isWord } from '../any-language.ts';
import type { ErrorMessages } from '../types/errors.ts';
import type { Explanation } from '../types/explanation.ts';
import { explainCondition } from './conditions.ts';
import { help, translatePlaceholders } from './help.ts';
import { score } from './score.ts';
import { choose, idRule, joinList, named, quote, suggest } from './words.ts';

export const error = 'エラー';
export const bug = 'プログラムの不具合です。お手数ですが、実行したコマンドと次の表示を添えて、配布元の課題管理（Issues）にお知らせください。';

const nameRule = '日本語の名前は、ファイルの中（name）に書きます。';
// A word that is no role may stand in the texts of one.
const searchFor = (name: string) => (isWord(excerpt(name)) ? [say`言葉を探す: ${command(`search ${excerpt(name)}`)}`] : []);

function explainUsage(details: UsageProblem): Explanation {
  switch (details.problem) {
    case 'unknown-command':
      return { message: `コマンド${quote(details.name)}はありません。`, hints: [...suggest(details.nearest), say`コマンドの一覧: ${command('--help')}`] };
    case 'unknown-option':
      if (details.owner !== undefined)
        return {
          message: `${details.command} にオプション${quote(details.name)}はありません（${details.owner} のオプションです）。`,
          hints: ['オプションの一覧: --help を付けて実行してください。'],
        };
      return {
        message: `オプション${quote(details.name)}はありません。`,
        hints: [...suggest(details.nearest), 'オプションの一覧: --help を付けて実行してください。'],
      };
    case 'missing-argument':
      return {
        message: `${translatePlaceholders(`<${details.name}>`)} を指定してください。`,
        hints: [
          ...findExample(help, details.command).map((example) => say`例: ${example}`),
          '使い方は --help で見られます。',
          ...((details.allowed ?? []).length === 0 ? [] : ['使えるもの:']),
        ],
        choices: details.allowed ?? [],
      };
    case 'missing-value':
      return { message: `オプション ${translatePlaceholders(details.name)} に値がありません。`, hints: ['使い方は --help で見られます。'] };
    case 'excess-arguments':
      return {
        message: `余分な引数があります: ${joinList(details.names.map((name) => excerpt(name)))}`,
        hints: [details.command === 'show' ? say`職種を比べるには: ${command('compare 事務 総務')}` : '使い方は --help で見られます。'],
      };
    case 'invalid-value':
      return {
        message: `${details.option} に${quote(details.value)}は使えません。`,
        hints: [...suggest(details.nearest), '使えるもの:'],
        choices: details.allowed,
      };
    case 'bad-condition':
      return explainCondition(details);
    case 'format-not-available':
      return { message: `${details.command} は ${details.format} 形式で出力できません。`, hints: choose(details.allowed) };
    case 'unknown-ending':
      return {
        message: `${details.command} は、末尾が「${excerpt(details.ending)}」のファイルを書けません。`,
        hints: [`使える拡張子: ${details.allowed.join('、')}`, '別の名前にするときは、--format で形式を指定してください。'],
      };
    case 'needs-terminal':
      return {
        message: '質問に答えるには、端末が必要です。',
        hints: [say`ファイルの答えを使う: ${command('quiz --answers <ファイル>')}`, say`回答コードを使う: ${command('quiz --code <コード>')}`],
      };
    case 'needs-yes':
      return { message: '保存されている診断を、すべて消すところでした。', hints: [say`尋ねずに消す: ${command(`${details.command} --yes`)}`] };
    case 'input-is-terminal':
      return {
        message: `${details.command} は、渡された内容を読みますが、何も渡されていません。`,
        hints: [say`内容を渡す: ${command(`${details.command} < answers.txt`)}`, '「-」の代わりにファイルを指定することもできます。'],
      };
    case 'output-is-input':
      return {
        message: `「${cleanText(details.path)}」は、読み込むファイルです。結果で上書きされてしまいます。`,
        hints: ['-o に別のファイルを指定してください。'],
      };
    case 'file-on-terminal':
      return {
        message: `${details.format.toUpperCase()}は、端末ではなくファイルに書き出します。`,
        hints: [`-o を付けてください（例: -o ${details.command}.${details.format}）。`],
      };
    case 'conflicting-options':
      return { message: `${details.names.join(' と ')} は一緒に使えません。`, hints: ['どちらか一方を指定してください。'] };
    case 'not-a-number':
      return {
        message: `${details.option} に${quote(details.value)}は使えません。`,
        hints: [`${details.minimum}から${details.maximum}までの整数を指定してください。`],
      };
    case 'too-few-roles':
      return { message: '比べる職種を二つ以上指定してください。', hints: [say`例: ${command('compare 事務 総務')}`] };
    case 'too-many-roles':
      return { message: `一度に比べられるのは${details.limit}職種までです（指定は${details.given}職種）。`, hints: ['職種を減らしてください。'] };
    case 'same-role-twice':
      return { message: `同じ職種 ${details.name} が2回指定されています。`, hints: [say`別の職種と比べてください。職種の一覧: ${command('list')}`] };
    case 'invalid-id':
      return {
        message: `${quote(details.name)}はIDに使えません。`,
        hints: [...suggest(details.nearest), idRule, ...(isAscii(details.name) ? [] : [nameRule])],
      };
    case 'id-taken':
      return {
        message: `ID ${details.id} は、${details.by.name.ja}（${details.by.id}）と区別できません。`,
        hints: ['別のIDを指定してください。'],
      };
    case 'role-file-name':
      return {
        message: `「${cleanText(details.path)}」には書けません。職種ファイルの名前は、IDと同じでなければなりません。`,
        hints: [`ファイルの名前を ${details.expected} にするか、-o にフォルダを「/」で終わる形で指定してください。`],
      };
  }
}

export const fileProblems: Readonly<Record<FileProblem, string>> = {
  'not-found': '見つかりません',
  'not-a-folder': 'フォルダではありません',
  'is-a-folder': 'ファイルではなくフォルダです',
  'not-a-file': 'ふつうのファイルではありません',
  'no-permission': 'アクセスが許可されていません',
  'no-role-files': '職種ファイル（*.yaml）がありません',
  'disk-full': 'ディスクに空きがありません',
  'too-many-files': '職種ファイルが多すぎます（5,000個まで）',
  'too-large': '大きすぎます',
  'read-only': '読み取り専用の場所です',
  'link-loop': 'リンクが自分自身に戻ってきます',
  'dead-link': 'そこにあるリンクの先がありません',
  changed: '読んでいる間に変わりました',
  other: '読み書きできません',
};

export const errors: ErrorMessages = {
  'unknown-role': ({ name, nearest, commands }) =>
    commands.length > 0
      ? {
          message: `${quote(name)}というコマンドや職種は見つかりません。`,
          hints: suggest([...commands.map(command), ...named(nearest)]),
        }
      : { message: `職種${quote(name)}は見つかりません。`, hints: [...suggest(named(nearest)), ...searchFor(name), say`職種の一覧: ${command('list')}`] },
  'ambiguous-role': ({ name, candidates }) => ({
    message: `${quote(name)}に当てはまる職種が複数あります。`,
    hints: [`どれか一つを指定してください: ${joinList(named(candidates))}`],
  }),
  'unknown-guide-topic': ({ name, nearest, all }) => ({
    message: `手引きに${quote(name)}という項目はありません。`,
    hints: [...suggest(named(nearest)), `項目の一覧: ${joinList(named(all))}`],
  }),
  'not-found': ({ query, nearest }) => ({
    message: `${quote(query)}は、どの職種にも手引きにも見つかりません。`,
    hints: [...suggest(nearest), '短い言葉や、別の言い方でも探してみてください。この手引きにない話題かもしれません。'],
  }),
  'nothing-found': ({ words, unknown = [] }) => ({
    message: words.length > 0 ? `${joinList(words.map(quote))}に合う職種は見つかりません。` : '条件に合う職種はありません。',
    hints: [
      ...(unknown.length === 0 ? [] : [`数字がなく、条件に合うかわからない職種: ${joinList(named(unknown))}`]),
      say`職種の一覧: ${command('list')}`,
      say`特徴や数字で絞る: ${command('list --help')}`,
    ],
  }),
  'bad-data': ({ diagnostics }) => ({ message: `職種ファイルに問題が${diagnostics.length}件あります。直してからもう一度実行してください。` }),
  'data-folder': ({ path, reason }) => ({
    message: `データのフォルダ「${cleanText(path)}」を使えません: ${fileProblems[reason]}。`,
    hints: ['--data と BACKOFFICE_DATA には、職種ファイルを置いたフォルダを指定してください。'],
  }),
  'nothing-to-check': () => ({
    message: '調べる職種ファイルがありません。',
    hints: [say`書き始める: ${command('new <id>')}`, say`ファイルやフォルダを指定して調べる: ${command('check <パス>')}`],
  }),
  'output-file': ({ path, reason }) => ({
    message: `「${cleanText(path)}」に書き込めません: ${fileProblems[reason]}。`,
    hints: ['-o に、書き込める場所を指定してください。'],
  }),
  'output-folder': ({ path, reason }) => ({
    message: `「${cleanText(path)}」にページを書き込めません: ${fileProblems[reason]}。`,
    hints: ['--pages に、書き込めるフォルダを指定してください。'],
  }),
  'pages-exist': ({ path }) => ({
    message: `「${cleanText(path)}」は、もうあります。ページは一つも書いていません。`,
    hints: ['--pages に、別のフォルダを指定してください。', '上書きするには、--force を付けてください。'],
  }),
  'file-exists': ({ path }) => ({
    message: `「${cleanText(path)}」は、もうあります。上書きはしません。`,
    hints: ['中身を変えるには、そのファイルを開いてください。', '新しく作るには、別のIDか、別の場所（-o）を指定してください。'],
  }),
  'no-user-folder': () => ({
    message: 'ホームフォルダがないため、自分の職種のフォルダが決まりません。',
    hints: ['-o に、書く場所を指定してください。'],
  }),
  'catalogue-missing': () => ({ message: 'カタログがまだ作られていません。', hints: ['npm run build を実行してください。'] }),
  'answer-code': ({ problem, position = 0, found = '', version = 0, supported = 0 }) => {
    const hints = ['結果の最後に表示された回答コードを、そのまま写してください。'];
    switch (problem) {
      case 'character':
        return { message: `回答コードの${position}文字目「${cleanText(found)}」は使えない文字です。`, hints };
      case 'length':
        return { message: `回答コードの長さが違います（${found}文字）。`, hints };
      case 'checksum':
        return { message: '回答コードのどこかに写し間違いがあります。', hints };
      case 'version':
        return {
          message: `質問の版${version}への答えです（このプログラムは版${supported}）。`,
          hints: [`質問の版${version}を使う backoffice-roles で読めます。`],
        };
    }
  },
  'answer-sheet': ({ file, line, column, ...problem }) => {
    const { message, hints = [] } = score.explainSheet({ line, column, ...problem });
    const form = findSheetForm(problem.problem);
    return { message: `${cleanText(file)}:${line}:${column} ${message}`, hints: [...hints, ...(form === undefined ? [] : [score.forms[form]])] };
  },
  'input-file': ({ path, reason }) => ({
    message: `「${cleanText(path)}」を読めません: ${fileProblems[reason]}。`,
    hints: [reason === 'changed' ? '何も書き込んでいないときに、もう一度実行してください。' : 'ファイルの場所を確かめてください。'],
  }),
  'no-session': ({ id }) => ({
    message: id === undefined ? '中断した診断はありません。' : `診断「${cleanText(id)}」は保存されていません。`,
    hints: [say`保存されているもの: ${command('quiz --sessions')}`, say`新しく始める: ${command('quiz')}`],
  }),
  'nothing-answered': () => ({ message: '答えが一つもないので、診断できません。', hints: [say`もう一度始める: ${command('quiz')}`] }),
  'workbook-full': ({ most }) => ({
    message: `人数が多すぎて、表計算のファイルにできません（${formatCount(most)}人まで）。`,
    hints: ['CSVなら何人でも書けます: -o results.csv'],
  }),
  usage: explainUsage,
};
