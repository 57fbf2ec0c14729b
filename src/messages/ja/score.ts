import type { SheetNote } from '../../core/sheets/sheet-events.ts';
import type { SheetProblem } from '../../core/sheets/sheet-problem.ts';
import { command, say } from '../text.ts';
import { formatCount, mostListed } from '../any-language.ts';
import type { Explanation } from '../types/explanation.ts';
import type { ScoreMessages } from '../types/score.ts';
import { joinList, suggest } from './words.ts';

function explainSheet({ problem, name = '', value, nearest = [], labels = [], expected = 0 }: SheetProblem): Explanation {
  switch (problem) {
    case 'empty':
      return { message: '答えがありません。' };
    case 'not-json':
      return { message: 'JSONとして読めません。' };
    case 'not-an-object':
      return { message: '項目と答えの組になっていません。' };
    case 'unknown-key':
      return { message: `「${name}」は使えません。`, hints: suggest(nearest) };
    case 'not-asked':
      return { message: `「${name}」は短い版にない質問です。`, hints: ['test を full にするか、この答えを消してください。'] };
    case 'unknown-item':
      return { message: `「${name}」という項目はありません。`, hints: suggest(nearest) };
    case 'not-an-answer':
      return {
        message: value === undefined ? `「${name}」の答えが範囲の外です。` : `「${name}」の答えに「${value}」は使えません。`,
        hints: [
          labels.length === 0 ? '1から5までの整数で答えてください。' : `1から5までの整数か、次の言葉で答えてください: ${labels.map(({ ja }) => ja).join('、')}`,
        ],
      };
    case 'not-a-choice':
      return { message: `「${name}」は選べません。`, hints: ['1から4までの数字で答えてください（答えないところは 0 か -）。'] };
    case 'too-many-digits':
      return { message: `答えが多すぎます（${name}個）。`, hints: [`${expected}個の数字を書いてください。`] };
    case 'too-few-digits':
      return { message: `答えが足りません（${name}個）。`, hints: [`${expected}個の数字を書いてください（答えないところは 0 か -）。`] };
    case 'unknown-avoidance':
      return { message: `「${name}」という避けたいことはありません。`, hints: suggest(nearest) };
    case 'answered-twice':
      return { message: `「${name}」の答えが2回あります。`, hints: ['どちらか一方を残してください。'] };
    case 'other-version':
      return {
        message: `質問の版${name}の答えです（このプログラムは版${expected}）。`,
        hints: [`質問の版${name}を使う backoffice-roles で読めます。`],
      };
    case 'no-sheets':
      return { message: '答えのある行がありません。' };
    case 'no-columns':
      return {
        message: '答えの列が見つかりません。',
        hints: [...suggest(nearest), say`1行目に、項目のIDか質問の文が必要です: ${command('score --help')}`],
      };
    case 'unknown-column':
      return { message: `「${name}」という列はありません。`, hints: suggest(nearest) };
    case 'turned':
      return {
        message: '表の縦と横が逆です（項目が縦に並んでいます）。',
        hints: ['1行に一人ずつにしてください（表計算では、コピーして「行と列を入れ替え」て貼り付けます）。'],
      };
    case 'nobody':
      return { message: '見出しだけで、答えた人が一人もいません。' };
    case 'several-people':
      return { message: '二人以上の答えがあります。', hints: [say`まとめて診断する: ${command('score responses.csv')}`] };
    case 'reworded':
      return { message: '項目の文が書き換えられているため、診断しませんでした。', hints: ['その列の見出しを、項目の文かIDに直してください。'] };
    case 'too-many-columns':
      return { message: `列が多すぎます（${formatCount(Number(name))}列）。`, hints: [`${formatCount(expected)}列までにしてください。`] };
    case 'too-many-cells':
      return { message: `見出し（${expected}列）より多い${name}列があります。`, hints: ['「,」を含む文は引用符で囲んでください。'] };
    case 'quote-not-closed':
      return {
        message: 'ここで始まる引用符が閉じていないため、ここから後は読めませんでした。',
        hints: ['引用符を閉じるか、文の中の引用符を "" と書いてください。'],
      };
    case 'damaged':
      return { message: 'ファイルが壊れていて、開けません。', hints: ['もとのソフトで保存し直すか、CSV（UTF-8）で保存してください。'] };
    case 'too-large':
      return { message: 'ファイルが大きすぎて、開けません。', hints: ['CSV（UTF-8）で保存すれば、大きさに限りはありません。'] };
    case 'other-workbook':
      return {
        message: 'この種類の表計算ファイルと、パスワードのかかったファイルは読めません。',
        hints: ['パスワードなしの .xlsx か、CSV（UTF-8）で保存してください。'],
      };
    case 'locked':
      return { message: 'zipファイルにパスワードがかかっています。', hints: ['展開して、中のファイルを指定してください。'] };
    case 'no-table':
      return { message: 'zipファイルの中に表がありません。', hints: ['.csv、.tsv、.txt、.ndjson、.json、.xlsx のどれか一つを入れてください。'] };
    case 'several-tables':
      return { message: `zipファイルの中に表がいくつもあります: ${joinList(nearest)}`, hints: ['展開して、どれか一つを指定してください。'] };
    case 'too-long':
      return { message: `行が長すぎます（${formatCount(expected)}字まで）。`, hints: ['1行に一人ずつ書いてください。'] };
  }
}

function explainNote(note: SheetNote): string {
  switch (note.kind) {
    case 'reworded': {
      const columns = note.columns.map(({ name, item, text }) => `  「${name}」は読みません。「${text.ja}」（${item}）に似ています。`);
      const advice = '  診断は、項目の文が元のままのときにだけ正しく働きます。見出しを項目の文かIDに直してください。';
      return `警告: 足りない項目があり、書き換えたらしい列があります。\n${columns.join('\n')}\n${advice}`;
    }
    case 'entry':
      return `注意: zipファイルの中の「${note.name}」を読みます。`;
    case 'sheet': {
      const others = note.others.length === 0 ? '' : `似ていても読まないシート: ${joinList(note.others.map((name) => `「${name}」`))}。`;
      return `注意: シート「${note.name}」を読みます。${others}`;
    }
    case 'title-rows':
      return `注意: 見出しは${note.line}行目です。その上は読み飛ばします。`;
    case 'person':
      return `注意: 「${note.column}」の列で人を区別します（変えるには --id）。`;
    case 'lost':
      return `注意: 読めない文字が${formatCount(note.count)}個あります（最初は${note.line}行目）。もとのソフトでUTF-8として保存し直してください。`;
    case 'repeated':
      return `注意: 同じ名前が2行以上にあります: ${joinList(note.names.map((name) => `「${name}」`))}${note.count > note.names.length ? ` など${formatCount(note.count)}件` : ''}`;
  }
}

export const score: ScoreMessages = {
  explainNote,
  columnsLeftOut: (columns) => {
    const names = columns.slice(0, mostListed).map(({ name, nearest }) => `「${name}」${nearest.length === 0 ? '' : `（もしかして: ${joinList(nearest)}）`}`);
    return `注意: 使わない列を読み飛ばします: ${joinList(names)}${columns.length > mostListed ? ' など' : ''}`;
  },
  readAs: (encoding) => `注意: UTF-8ではないため、${encoding}として読みました。`,
  scoring: (rows, share) => `診断しています … ${formatCount(rows)}行${share === undefined ? '' : `（${share}%）`}`,
  scored: (sheets, leftOut) => `${formatCount(sheets)}人分を診断しました${leftOut === 0 ? '' : `（読めない${formatCount(leftOut)}行を除く）`}。`,
  pages: {
    nameless: (place) => `${place}番`,
    making: (pages) => `ページを作っています … ${formatCount(pages)}人`,
    written: (pages, folder) =>
      `${formatCount(pages)}人分のページを書き出しました: ${folder}（index.html は相談にのる人の控え、group.html はグループのまとめ）`,
    others: (count) => `注意: このフォルダには、今回のものではないページが${formatCount(count)}個あります。取り違えないでください。`,
    listTitle: '診断結果の一覧',
    people: (count) => `${formatCount(count)}人`,
    forAdviser: 'この一覧は、相談にのる人の控えです。全員の名前があるので、ほかの人には見せないでください。本人に渡すのは、その人のページだけです。',
    codes: '各ページの回答コードには、その人の答えがすべて入っています。',
    person: '名前',
    warnings: {
      'all-equal': '比べられない（答えに差がない）',
      contradictory: '迷い中（似た質問への答えが大きく違う）',
      'too-few-answers': '比べられない（答えが少なすぎる）',
      'few-answers': '大まか（答えが半分より少ない）',
    },
  },
  forms: {
    digits: '書き方: 数字44個（または22個）の列、CSV（項目,答え）、JSON（{"answers": {"項目": 1〜5}}）',
    sheets: '1行目が見出しで、1行に一人の表（CSV、.xlsx）か、1行に一人のJSON（NDJSON）にしてください。',
  },
  explainSheet,
};
