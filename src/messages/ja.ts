import type { ErrorDetails, FileProblem, UsageProblem } from '../core/errors.ts';
import { cleanText, excerpt } from '../core/clean.ts';
import type { Diagnostic } from '../core/role-files/diagnostics.ts';
import type { SheetProblem } from '../core/sheets/sheet-problem.ts';
import type { Explanation, Messages } from './messages.ts';

const joinList = (items: readonly string[]) => items.join('、');
const quote = (text: string) => `「${excerpt(text)}」`;
const suggest = (names: readonly string[]) => (names.length === 0 ? [] : [`もしかして: ${joinList(names)}`]);
// Nobody reads on in a list of a hundred.
const mostListed = 20;
const choose = (names: readonly string[]) =>
  names.length === 0 ? [] : [`使えるもの: ${joinList(names.slice(0, mostListed))}${names.length > mostListed ? ' など' : ''}`];
// A word that is no role may stand in the texts of one.
const searchFor = (name: string) => (/^[\p{L}\p{N}]+$/u.test(excerpt(name)) ? [`言葉を探す: backoffice search ${excerpt(name)}`] : []);
const formatCount = (number: number) => number.toLocaleString('en');
const named = (items: readonly { id: string; name: { ja: string } }[]) => items.map(({ id, name }) => `${name.ja} (${id})`);

const placeholders: Readonly<Record<string, string>> = {
  role: '職種',
  roles: '職種',
  words: '語',
  topic: '項目',
  command: 'コマンド',
  options: 'オプション',
  language: '言語',
  format: '形式',
  file: 'ファイル',
  folder: 'フォルダ',
  path: 'パス',
  resource: '扱うもの',
  facet: '特徴',
  column: '列',
  section: '部分',
  kind: '種類',
  session: '番号',
  code: 'コード',
  number: '数',
  shell: 'シェル',
  id: 'ID',
};
const translatePlaceholders = (term: string) => term.replace(/(?<=[<[])[a-z]+/g, (name) => placeholders[name] ?? name);

function explainUsage(details: UsageProblem): Explanation {
  switch (details.problem) {
    case 'unknown-command':
      return { message: `コマンド${quote(details.name)}はありません。`, hints: [...suggest(details.nearest), 'コマンドの一覧: backoffice --help'] };
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
          ...(details.example === undefined ? [] : [`例: ${details.example}`]),
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
        hints: [details.command === 'show' ? '職種を比べるには: backoffice compare 事務 総務' : '使い方は --help で見られます。'],
      };
    case 'invalid-value':
      return {
        message: `${details.option} に${quote(details.value)}は使えません。`,
        hints: [...suggest(details.nearest), '使えるもの:'],
        choices: details.allowed,
      };
    case 'format-not-available':
      return { message: `${details.command} は ${details.format} 形式で出力できません。`, hints: choose(details.allowed) };
    case 'needs-terminal':
      return {
        message: '質問に答えるには、端末が必要です。',
        hints: ['ファイルの答えを使う: backoffice quiz --answers <ファイル>', '回答コードを使う: backoffice quiz --code <コード>'],
      };
    case 'input-is-terminal':
      return {
        message: `${details.command} は、渡された内容を読みますが、何も渡されていません。`,
        hints: [`内容を渡す: backoffice ${details.command} < answers.txt`, '「-」の代わりにファイルを指定することもできます。'],
      };
    case 'output-is-input':
      return {
        message: `「${cleanText(details.path)}」は、読み込むファイルです。結果で上書きされてしまいます。`,
        hints: ['-o に別のファイルを指定してください。'],
      };
    case 'html-on-terminal':
      return { message: 'HTMLは、端末ではなくファイルに書き出します。', hints: [`-o を付けてください（例: -o ${details.command}.html）。`] };
    case 'conflicting-options':
      return { message: `${details.names.join(' と ')} は一緒に使えません。`, hints: ['どちらか一方を指定してください。'] };
    case 'not-a-number':
      return {
        message: `${details.option} に${quote(details.value)}は使えません。`,
        hints: [`${details.minimum}から${details.maximum}までの整数を指定してください。`],
      };
    case 'too-few-roles':
      return { message: '比べる職種を二つ以上指定してください。', hints: ['例: backoffice compare 事務 総務'] };
    case 'too-many-roles':
      return { message: `一度に比べられるのは${details.limit}職種までです（指定は${details.given}職種）。`, hints: ['職種を減らしてください。'] };
    case 'same-role-twice':
      return { message: `同じ職種 ${details.name} が2回指定されています。`, hints: ['別の職種と比べてください。職種の一覧: backoffice list'] };
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

const digitForms = ['書き方: 数字44個（または22個）の列、CSV（項目,答え）、JSON（{"answers": {"項目": 1〜5}}）'];
const sheetForms = '1行目が見出しで、1行に一人の表（CSV）か、1行に一人のJSON（NDJSON）にしてください。';

function explainSheet({ problem, name = '', value, nearest = [], expected = 0 }: SheetProblem): Explanation {
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
        hints: ['1から5までの整数で答えてください。'],
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
        hints: [...suggest(nearest), '1行目に、項目のIDか質問の文が必要です: backoffice score --help'],
      };
    case 'too-many-cells':
      return { message: `見出し（${expected}列）より多い${name}列があります。`, hints: ['「,」を含む文は引用符で囲んでください。'] };
    case 'quote-not-closed':
      return {
        message: 'ここで始まる引用符が閉じていないため、ここから後は読めませんでした。',
        hints: ['引用符を閉じるか、文の中の引用符を "" と書いてください。'],
      };
    case 'too-long':
      return { message: `行が長すぎます（${formatCount(expected)}字まで）。`, hints: ['1行に一人ずつ書いてください。'] };
  }
}

/** What is wrong with an answer sheet and where; of what has the wrong form, also which forms there are. */
function explainSheetFile({ file, line, column, ...problem }: ErrorDetails['answer-sheet']): Explanation {
  const { message, hints = [] } = explainSheet({ line, column, ...problem });
  return { message: `${cleanText(file)}:${line}:${column} ${message}`, hints: [...hints, ...formsFor(problem.problem)] };
}

function formsFor(problem: SheetProblem['problem']): readonly string[] {
  if (problem === 'no-sheets' || problem === 'no-columns') return [sheetForms];
  return ['empty', 'not-json', 'not-an-object', 'unknown-key', 'unknown-item', 'not-an-answer'].includes(problem) ? digitForms : [];
}

const idRule = '英小文字・数字・ハイフンで、英字から始めて40字以内にしてください（例: eigyou-jimu）。';
const isAscii = (text: string) => /^\p{ASCII}*$/u.test(text);
const nameRule = '日本語の名前は、ファイルの中（name）に書きます。';
const nameOf = ({ name = '' }: Diagnostic) => `「${name}」`;
const otherOf = ({ other = '' }: Diagnostic) => `「${other}」`;
const offer = ({ nearest = [], allowed = [] }: Diagnostic) => [...suggest(nearest), ...choose(allowed)];
const types: Readonly<Record<string, string>> = {
  string: '文字列',
  number: '数値',
  integer: '整数',
  boolean: 'true か false',
  list: 'リスト（- で始まる行）',
  map: 'キーと値の組（ja: と en: など）',
  text: '文字列',
};
const yamlHints: Readonly<Record<string, string>> = {
  BAD_INDENT: '字下げの幅をそろえてください。',
  TAB_AS_INDENT: '字下げはタブではなく空白で書いてください。',
  MISSING_CHAR: '閉じる引用符やかっこ、区切りの「:」や「,」が抜けていないか確かめてください。',
  UNEXPECTED_TOKEN: '「:」や「#」を含む文は、引用符で囲んでください。',
  MULTILINE_IMPLICIT_KEY: 'キーは1行に収めてください。「:」を含む文は引用符で囲みます。',
  BLOCK_AS_IMPLICIT_KEY: '「: 」を含む文は引用符で囲んでください。',
  BAD_SCALAR_START: '@ や ` で始まる文は引用符で囲んでください。',
};

const fileProblems: Messages['fileProblems'] = {
  'not-found': '見つかりません',
  'not-a-folder': 'フォルダではありません',
  'is-a-folder': 'ファイルではなくフォルダです',
  'not-a-file': 'ふつうのファイルではありません',
  'no-permission': 'アクセスが許可されていません',
  'no-role-files': '職種ファイル（*.yaml）がありません',
  'disk-full': 'ディスクに空きがありません',
  'too-large': '大きすぎます',
  'read-only': '読み取り専用の場所です',
  'link-loop': 'リンクが自分自身に戻ってきます',
  'dead-link': 'そこにあるリンクの先がありません',
  other: '読み書きできません',
};

const severities: Messages['labels']['severities'] = { error: 'エラー', warning: '警告', note: 'お知らせ' };

const sections: Messages['labels']['sections'] = {
  duties: '主な仕事',
  specialties: '専門分野',
  merits: 'よい点',
  demerits: '大変な点',
  suits: '向いている人',
  qualifications: '役立つ資格',
  entry: '就くには',
  checks: '応募の前に確かめたいこと',
};

export const ja = {
  language: 'ja',
  joinTitle: (parts) => parts.join('：'),
  joinNames: (names) => names.join('・'),
  joinStrengths: (strengths) => `あなたの良いところは、${strengths.join('、')}です。`,
  help: {
    description: 'バックオフィスの職種を調べ、見分け、自分に合う職種を探すための手引きです。',
    headings: { examples: '使用例', usage: '書き方', arguments: '引数', options: 'オプション', globalOptions: '共通のオプション', commands: 'コマンド' },
    examples: [
      ['backoffice list', '職種の一覧を見る'],
      ['backoffice 経理', '経理について読む'],
      ['backoffice compare 事務 総務', '事務と総務の違いを知る'],
      ['backoffice quiz', '自分に合う職種を診断する'],
      ['backoffice guide', 'バックオフィスの基礎と仕事の探し方を読む'],
    ],
    commands: {
      list: {
        summary: '職種の一覧を表示します。語を付けると、そのすべてを含む職種に絞ります。',
        arguments: { words: '名前・別名・概要・特徴・見出しから探す語（すべてを含む職種を表示）' },
        examples: [
          ['backoffice list', 'すべての職種'],
          ['backoffice list --resource money', 'カネを扱う職種'],
          ['backoffice list --facet desk-work --facet no-qualification', '条件をすべて満たす職種'],
        ],
      },
      show: {
        summary: '一つの職種をくわしく表示します。',
        arguments: { role: '職種（経理、けいり、keiri、Accounting など）' },
        examples: [
          ['backoffice show 経理', '経理のすべて'],
          ['backoffice show keiri --section demerits --section checks', '大変な点と、確かめたいことだけ'],
          ['backoffice 経理', 'show は省略できます'],
        ],
      },
      compare: {
        summary: '二つ以上の職種を並べて比べます。',
        arguments: { roles: '比べる職種（2〜10）。マーケティングなど、混同しやすい言葉も指定できます' },
        examples: [
          ['backoffice compare 事務 総務', '事務と総務の違い'],
          ['backoffice compare 経理 財務 会計 --diff', '違うところだけ'],
          ['backoffice 企画 マーケティング', 'compare は省略できます'],
        ],
      },
      quiz: {
        summary: '自分に合う職種を診断します（適職診断）。職種の知識を試すクイズもあります。',
        arguments: { kind: 'fit（適職診断）、quick（適職診断・短い版）、knowledge（職種クイズ）。省略すると選べます' },
        examples: [
          ['backoffice quiz', '診断かクイズを選ぶ'],
          ['backoffice quiz quick', '22問の診断'],
          ['backoffice quiz --resume', '中断した診断を続ける'],
          ['backoffice quiz knowledge --questions 5', '職種クイズを5問'],
        ],
      },
      score: {
        summary: 'フォームの回答など、適職診断の何人分もの答えをまとめて診断します。',
        arguments: { file: '1行に一人のCSVか、1行に一人のJSON（NDJSON）。- は標準入力' },
        examples: [
          ['backoffice score responses.csv', 'フォームの回答を診断し、表で出す'],
          ['backoffice score responses.csv -o results.csv', '結果をファイルに書く'],
          ['backoffice score - --format ndjson < responses.csv', 'ほかのプログラムとつなぐ'],
        ],
      },
      search: {
        summary: '職種と手引きのすべての文から、言葉を探します。',
        arguments: { words: '探す言葉。漢字の言葉は、かなやローマ字でも探せます。二つ以上なら、すべてを含むもの' },
        examples: [
          ['backoffice search 年末調整', '年末調整をするのはどの職種か'],
          ['backoffice search ねんまつ', 'かなでも、ローマ字（nenmatsu）でも'],
          ['backoffice search 簿記 資格', '二つの言葉が載っているところ'],
        ],
      },
      guide: {
        summary: 'バックオフィスの基礎知識と、仕事の探し方を読みます。',
        arguments: { topic: '項目（省略すると一覧を表示）' },
        examples: [
          ['backoffice guide', '項目の一覧'],
          ['backoffice guide back-office', 'バックオフィスとは'],
        ],
      },
      new: {
        summary: '自分の職種を加えるファイルを、説明つきで作ります。',
        arguments: { id: '新しい職種のID（英小文字・数字・ハイフン）。自分の職種のフォルダか、-o か --data の場所に、ID.yaml を作ります' },
        examples: [
          ['backoffice new eigyou-jimu', '質問に答えて作る'],
          ['backoffice new eigyou-jimu --yes', '質問なしで作る'],
          ['backoffice new eigyou-jimu -o roles/', '別のフォルダに作る（-o - は表示するだけ）'],
          ['backoffice new keiri', '組み込みの職種の写しを作り、書き換える'],
        ],
      },
      check: {
        summary: '自分で書いた職種ファイルを調べ、直すところと直し方を示します。',
        arguments: { path: '調べるファイルやフォルダ（省略すると、ふだん読み込まれるフォルダ）' },
        examples: [
          ['backoffice check', '自分の職種のフォルダ'],
          ['backoffice check my-roles', 'フォルダを指定'],
          ['backoffice check my-roles/hisho.yaml --format json', 'ファイルを指定し、プログラム向けに出力'],
        ],
      },
      completion: {
        summary: 'Tab キーで入力を補完するための設定を出力します。',
        arguments: { shell: '補完を使うシェル（bash、zsh、fish）' },
        examples: [
          ['eval "$(backoffice completion bash)"', '~/.bashrc に書く行（bash）'],
          ['eval "$(backoffice completion zsh)"', '~/.zshrc の compinit より後に書く行（zsh）'],
          ['backoffice completion fish | source', '~/.config/fish/config.fish に書く行（fish）'],
        ],
      },
      help: {
        summary: 'コマンドの使い方を表示します。',
        arguments: { command: 'コマンド（省略すると全体の使い方）' },
        examples: [['backoffice help compare', 'compare の使い方']],
      },
    },
    translatePlaceholders,
    closing: '各コマンドの使い方: backoffice <コマンド> --help',
    options: {
      lang: '表示の言語',
      format: '出力の形式',
      output: '出力をファイルに書く',
      noColor: '色を付けない',
      ascii: '罫線や記号をASCII文字だけで描く',
      noPager: 'ページャーを使わない',
      data: '自分の職種ファイルを置いたフォルダを加える（繰り返し可）',
      help: '使い方を表示する',
      version: 'バージョンとデータの日付を表示する',
      resource: '扱うもので絞る（繰り返し可）',
      facet: '特徴で絞る（繰り返すと、すべてを満たす職種）',
      sort: '並べ方（ほかに、数字の項目の名前。例: 座って働く。項目は show 経理 --section figures で）',
      section: '表示する部分（繰り返し可）',
      diff: '同じ行を省き、違うところだけを表示する',
      resume: '中断した診断を続ける（番号を省くと最後のもの）',
      sessions: '保存されている診断の一覧を表示する',
      forget: '保存されている診断を消す（番号を省くとすべて）',
      answers: '答えをファイルから読む（JSON、CSV、数字の列。- は標準入力）',
      code: '回答コードから結果を表示する',
      questions: '職種クイズの問題の数',
      strict: '読めない行があれば、そこでやめる',
      all: '見つかったところを、省かずにすべて表示する',
      seed: '職種クイズで同じ問題を出すための数',
      yes: '質問をせず、書き換えるところに印を付けて作る',
    },
    languages: { ja: '日本語', en: '英語' },
    formats: {
      table: '表と文（端末向け）',
      plain: '罫線のない文（読み上げ向け）',
      json: 'プログラム向けのデータ',
      yaml: 'プログラム向けのデータ（読みやすい形）',
      ndjson: 'プログラム向けのデータ（1行に1件）',
      csv: '表計算ソフト向けの表',
      markdown: '文書に貼り付けられる文',
      html: '見て、印刷して、渡せるページ',
    },
  },
  labels: {
    role: '職種',
    id: 'ID',
    focus: '仕事の中心',
    aliases: '別の呼び方',
    sections,
    sectionRemarks: { qualifications: '応募に必須ではありませんが、持っていると役立ちます。' },
    confusedWith: '似た職種・関わりの深い言葉',
    sources: '出典',
    aspects: { ...sections, summary: '概要', resource: '扱うもの', facets: '特徴', checks: '応募の前に' },
    frequencies: { daily: '日々', monthly: '月ごと', yearly: '年ごと' },
    standIn: '一方がもう一方の仕事も担うことがある',
    coping: '対処',
    caution: '注意',
    more: 'ほか',
    notRecorded: '記載なし',
    onlySame: 'ほかは共通',
    notRecordedLegend: '「記載なし」や、一部の職種だけに書かれていることは、ほかの職種に「ない」「しない」という意味ではありません。',
    noDifference: '違うところはありません。',
    sameLegend: '= は共通する点です（言い方や範囲、程度は違うことがあります）。',
    common: '共通点',
    next: '次は',
    compare: '比べる',
    read: '読む',
    termSeparator: '・',
    pay: '給与',
    figures: '数字で見る',
    measure: '項目',
    value: '値',
    average: '平均',
    answer: '答え',
    share: '割合',
    allFigures: 'すべての数字',
    distinctiveRemark: '働く人への調査から、職業ごとのばらつきを基準に、全職業（およそ500）の平均より大きく上か下の項目です。',
    estimateRemark: '推定から、職業ごとのばらつきを基準に、全職業（およそ500）の平均より大きく上か下の項目です。',
    nothingDistinctive: '平均と大きく違う項目はありません。',
    averageLegend: '平均は、調査した全職業（およそ500）の平均です。',
    estimatedLegend: '~ の付いた数字は推定です。あたる職業が調査にないため、近い職業の数字を調整しました。誤差は、調査の数字より大きくなります。',
    noFigures: 'この職種の数字はありません。',
    noFiguresOf: (names) => `${names}の数字はありません。`,
    partialLegend: '数字のない職種は比べていません（同じという意味ではありません）。数字のある職種が一つだけの項目は省いています。',
    differentFigures: '数字で見る違い',
    differentRemark: '職業ごとのばらつきを基準に、差の大きい順です。平均は全職業（およそ500）の平均です。',
    differentAmongRemark:
      '少なくとも二つの職種の間に差がある項目です。職業ごとのばらつきを基準に、差の大きい順に並べました。平均は全職業（およそ500）の平均です。',
    alikeFigures: '数字では同じくらいのもの',
    alikeRemark: '差が小さく、この調査だけでは違いがあるとはいえません。',
    differentShares: '就くときの違い',
    sharesRemark: 'そう答えた人の割合です（雇用形態と学歴は複数回答）。',
    alikeShares: '就くときの、同じくらいのもの',
    answerTo: (question, answer) => `${question}: ${answer}`,
    answersRemark: '働く人への調査で多かった答え',
    respondents: (count) => `ここからの割合は、およそ${count}人の答えです。`,
    basedOn: '数字の元',
    meanOf: '平均した職業',
    shiftedBy: '調整に使った職業',
    otherAnswers: 'ほかの答えは0%です。',
    range: '範囲',
    shareRemark: '割合（％）は、調査した職業の人のうち、その仕事をしている人です（job tag）。',
    evidence: '調査では',
    estimated: (value) => `${value}（推定）`,
    besideAverage: (value, average, isEstimated) => (isEstimated ? `${value}（推定。平均 ${average}）` : `${value}（平均 ${average}）`),
    usedFor: '使ったところ',
    chooseQuiz: 'どれを始めますか',
    chooseNumber: '番号か ↑↓ と Enter · q やめる',
    quizKinds: {
      fit: '適職診断（44問、約6分）',
      quick: '適職診断・短い版（22問、約3分）',
      knowledge: '職種クイズ（10問）',
    },
    quizNames: { fit: '適職診断', quick: '短い版', knowledge: '職種クイズ' },
    fitTests: { full: '適職診断', quick: '適職診断・短い版' },
    fitTitle: 'あなたに合いそうな職種',
    answeredOf: (answered, asked) => `${asked}問中${answered}問に回答`,
    minutesLeft: (minutes) => `残り約${minutes}分`,
    itemHelp: '1〜5 か ↑↓ と Enter で答える · b 前へ戻る · s とばす · q 保存してやめる',
    askAvoid: 'できれば避けたいことはありますか（なければそのまま Enter）',
    askAvoidHelp: '数字か ↑↓ とスペースで選び、Enter で結果へ · b 前へ戻る · q 保存してやめる',
    cannotSave: '途中の答えを保存できませんが、このまま続けられます。最後に出る回答コードを控えてください。',
    savedSession: (id) => `ここまでの答えを保存しました。続きは\n  backoffice quiz --resume ${id}`,
    forgotten: (count) => (count === 0 ? '保存されている診断はありません。' : `${count}件の診断を消しました。`),
    firstPlace: (roles) => (roles.length === 1 ? `いちばん合いそうなのは、${roles.join('')}です。` : `いちばん合いそうなのは、${roles.join('と')}です。`),
    manyFirst: (names) => `答えからは、一つに絞れません。${names}が、ほぼ横並びです。`,
    inJapanese: '日本語',
    estimatedRemark: (names) => `${names}の特徴は、一部が推定です（backoffice guide figures）。`,
    codeKept: (command) => `結果をもう一度見るには
  ${command}`,
    nameWithScore: (name, score) => `${name}（${score}）`,
    clearResult: (next) => `次に近いのは${next}です。`,
    sharedResult: (names) => `${names}の差は小さく、この中での順番に意味はありません。`,
    openResult: 'ただし、この答えから言えることはわずかです。',
    warnings: {
      'all-equal': '答えに差がないので、職種の順番を付けられません。やってみたいものとそうでないものに、差を付けて答えてみてください。',
      contradictory: '似た質問への答えが大きく食い違っているので、今回の答えからは職種を挙げられません。急いで答えたときは、もう一度試してみてください。',
      'too-few-answers': '答えが少なすぎて、職種を比べられません。もう少し答えてみてください。',
      'few-answers': '答えた質問が半分より少ないため、結果は大まかなものです。',
    },
    fitCaution: '妥当性を検証した検査ではなく、仕事を探す手がかりです。向き不向きの判定や、採用の選考には使わないでください。',
    fitOrder: '合いそうな順',
    fitOrderDoubtful: '答えのとおりに並べた順（当てにできません）',
    fitOrderRemark: '0〜100の値で、50が中間です。確率や偏差値ではありません。',
    fitScore: '相性',
    comesFirst: '1位',
    sharesFirst: '同じくらい1位',
    hasAvoided: '避けたいことあり',
    avoidRemark: (names) => `避けたいこと: ${names}。当てはまる職種は、一つにつき2〜3点下げています。`,
    notComparedRemark: (names) => `比べられなかった職種: ${names}（診断に使う情報がありません）。`,
    reasonsFor: '合いそうな理由（あなたの答え）',
    reasonsRemark: 'あなたの答え全体の平均と比べて、高いものと低いものを挙げています。',
    spared: 'やりたくないことが、この職種には少ない点',
    missing: 'やってみたいのに、この職種では出番が少ないこと',
    reasonsAgainst: '合わないかもしれない理由（あなたの答え）',
    hardParts: '気になりそうな大変さと、その対処',
    worstFit: 'いちばん遠い職種',
    nearestChange: '結果が変わる答え',
    noNearestChange: 'どの答えを一つ変えても、ほかの職種が1位になることはありません。',
    nearestChangeRemark: (role) => `次の答えが一つ違えば、${role}が1位になります。`,
    yourAnswer: 'あなたの答え',
    otherAnswer: 'こう答えていたら',
    answerCode: '結果を残す',
    answerCodeRemark: '回答コードには、あなたの答えがすべて入っています。見せる相手を選んでください。',
    again: 'もう一度表示',
    goOn: '続ける',
    finished: '完了',
    sessionsTitle: '保存されている診断',
    noSessions: '保存されている診断はありません。',
    deleteSessions: 'すべて消す',
    knowledgeTitle: '職種クイズの結果',
    knowledgeHelp: '1〜4 か ↑↓ と Enter で答える · s とばす · q やめる',
    knowledgeQuestions: {
      duty: '次の仕事が挙げられているのは、どの職種ですか。',
      summary: '次の説明に当てはまるのは、どの職種ですか。',
      qualification: '次の資格が役立つとされているのは、どの職種ですか。',
      'look-alike': '次の仕事が挙げられているのは、どの職種ですか（よく似た職種に注意）。',
    },
    knowledgeScore: (right, total) => `${total}問中${right}問正解`,
    rightAnswer: (answer) => `正解です（${answer}）。`,
    wrongAnswer: (answer) => `正解は、${answer}です。`,
    right: '正解',
    wrong: '不正解',
    readAgain: 'もう一度読む',
    sameQuestions: '同じ問題',
    checkTitle: '職種ファイルの確認',
    roleList: 'バックオフィスの職種',
    madeWith: 'backoffice（日本のバックオフィスの職種ガイド）で作成しました。',
    asTable: '表で見る',
    chartAverage: '縦の線は平均',
    chartMiddle: '縦の線は中間',
    chartHatched: '斜線は推定',
    chartHollow: '白抜きは推定',
    chartOf: (rows) => `グラフ: ${rows.join('、')}。値は下の表にあります。`,
    you: 'あなた',
    dimension: '特徴',
    radarTitle: 'あなたと、合いそうな職種の形',
    radarRemark:
      '合う理由、合わない理由に挙がった特徴から、9つまでを描いています（相性は、すべての特徴から計算しています）。外側ほど強く、濃い輪が中間です。あなたの線は自分の答えの平均、職種の線は組み込みの職種の平均を、それぞれ中間としています。',
    allDimensions: '特徴ごとの、あなたの答え',
    allDimensionsRemark: '質問への答えの平均です（1〜5）。',
    allAnswers: 'すべての答え',
    question: '質問',
    checklistRemark: '確かめたら、印を付けてください。',
    searchTitle: (words) => `${words.map((word) => `「${word}」`).join('')}を探した結果`,
    foundPlaces: (places, subjects, areRoles) => `${areRoles ? `${subjects}職種` : `職種など${subjects}件`}、${places}か所で見つかりました`,
    doneBy: (words, roles) =>
      `${words.map((word) => `「${word}」`).join('')}は、${roles.length === 2 ? roles.join('と') : roles.join('、')}の仕事に挙げられています。`,
    bothNames: (name) => name,
    searchedInstead: (from, to) => `「${from}」は見つからないので、「${to}」を探しました。`,
    searchedWithout: (words) => `${words.map((word) => `「${word}」`).join('')}は見つからないので、ほかの言葉を探しました。`,
    foundApart: 'すべての言葉を一か所に含むものはありません。どこかに含む職種などを挙げます。',
    foundSome: 'すべての言葉を含むものはありません。一部を含むものを挙げます。',
    moreHits: (count) => `ほか${count}か所（--all ですべて表示）`,
    address: 'ページ',
    codeSystems: { 'job-tag': 'job tagの番号', mhlw: '厚生労働省編職業分類', jsoc: '日本標準職業分類', 'onet-soc': 'O*NET-SOCコード' },
    payNotRecorded: 'ここには載っていません',
    noConcept: 'ここで扱う職種ではありませんが、関わりの深い言葉です。',
    noPart: 'この部分の記載はありません。',
    guide: 'バックオフィスの手引き',
    written: (path) => `書き出しました: ${path}`,
    filesLeftOut: (count, folder) => `注意: 問題のある職種ファイル${count}件を省きました（${folder}）。確かめるには: backoffice check`,
    folderLeftOut: (folder, reason) => `注意: 自分の職種のフォルダ「${folder}」を読めません: ${reason}。`,
    moreProblems: (count) => `ほかに${count}件の問題があります。`,
    sheetForms,
    columnsLeftOut: (columns) => {
      const names = columns.slice(0, mostListed).map(({ name, nearest }) => `「${name}」${nearest.length === 0 ? '' : `（もしかして: ${joinList(nearest)}）`}`);
      return `注意: 使わない列を読み飛ばします: ${joinList(names)}${columns.length > mostListed ? ' など' : ''}`;
    },
    readAsShiftJis: '注意: UTF-8ではないため、Shift_JISとして読みました。',
    scoring: (rows, share) => `診断しています … ${formatCount(rows)}行${share === undefined ? '' : `（${share}%）`}`,
    scored: (sheets, leftOut) => `${formatCount(sheets)}人分を診断しました${leftOut === 0 ? '' : `（読めない${formatCount(leftOut)}行を除く）`}。`,
    severities,
    checked: (files, { errors, warnings, notes }) => {
      const counts = [
        [severities.error, errors],
        [severities.warning, warnings],
        [severities.note, notes],
      ] as const;
      const found = counts.flatMap(([label, count]) => (count === 0 ? [] : [`${label}${count}件`]));
      return `${files}ファイルを調べました。${found.length === 0 ? '問題はありません' : joinList(found)}。`;
    },
    chooseRole: 'どの職種を見ますか',
    chooseHelp: '文字を入力して絞り込み、↑↓ で選び、Enter で決定',
    noChoice: '当てはまる職種はありません',
  },
  newRole: {
    intro: '新しい職種のファイルを作ります。名前のほかは、Enter だけでとばせます。Ctrl-C でやめると、何も書きません。',
    askId: 'ID（ローマ字。例: eigyou-jimu）',
    askName: { ja: '職種の名前（例: 営業事務）', en: '英語の名前（例: Sales support）' },
    askReading: '読み方（かな）',
    askSummary: { ja: '何をする仕事か、一文で', en: '同じことを英語で' },
    askResources: '扱うもの（いくつでも）',
    askResourcesHelp: '数字か ↑↓ とスペースで選び、Enter で次へ',
    askClosest: 'いちばん似ている職種',
    noClosest: '決めない',
    askDuty: '主な仕事を一つ（例: 見積書の作成）',
    noName: '名前を入力してください。',
    nameTaken: (id) => `${id} と同じ名前です。区別できる名前にしてください。`,
    notKana: 'ひらがなかカタカナで入力してください。',
    tooLong: (limit) => `長すぎます（${limit}字まで）。`,
    written: '職種ファイルを作りました。',
    copied: (name) => `組み込みの職種「${name}」の写しを作りました。このファイルを読むコマンドは、組み込みのものの代わりにこれを使います。`,
    edit: '編集する',
    check: '確かめる',
    show: '見る',
  },
  roleFile: {
    intro: [
      'backoffice に加える、自分の職種のファイルです。',
      '- 「##」の行は説明です。消してもかまいません。',
      '- 「# 」の行は、まだ使っていない項目です。使うときは、行の先頭の「# 」を消します。',
      '- 【】の中は、まだ書いていないところです。自分の言葉に書き換えます。',
      '- わからない項目は、書かずにおきます。',
      '- 文は日本語（ja）と英語（en）で書きます。片方だけのときは「name: 営業事務」のように続けて書くと、どちらの言語でもその文を表示します。',
    ],
    copyIntro: (name) => [
      `組み込みの職種「${name}」の写しです。このファイルを読むコマンドは、組み込みのものの代わりにこれを使います。`,
      '- 元に戻すには、このファイルを消します。',
      '- 項目の説明は、backoffice new my-role -o - で見られます。',
    ],
    keys: {
      id: 'ファイルの名前と同じにします。英小文字・数字・ハイフンで、40字までです。',
      order: '一覧での順番を決める数。小さいものが先で、書かなければ最後です。',
      name: '名前。英語は、人ではなく仕事の名前にします（Clerk ではなく Clerical work）。',
      reading: '読み方。ひらがなで書きます。',
      readings: '文に出てくる言葉の読み（ひらがな）。かなやローマ字でも search で見つかるようになります。',
      aliases: '別の呼び方。その名前でも見つかるようになります。ローマ字読みはいりません。',
      family: '分野を一つ。同じ分野の職種は、間違えやすい仲間です。',
      resource: '扱うもの。いくつでも。list --resource で絞れるようになります。',
      facets: '特徴。いくつでも。list --facet で絞れるようになります。',
      focus: '仕事の中心。「この職種の中心は…です」の「…」に入る言い方で書きます。',
      summary: '何をする仕事かを、一、二文で。',
      openLists: '例を挙げただけの欄。「ほか」が付きます。',
      duties: '主な仕事。text は見出し、detail は補足の文です（detail は、どの欄にも書けます）。frequency は、どのくらいの間隔で来る仕事かです。',
      specialties: '専門分野。事務の中の医療事務のように、さらに分かれるものです。',
      merits: 'よい点。caution には、よいことばかりではないという注意を書きます。',
      demerits: '大変な点。coping は対処の仕方です。avoidance を付けると、適職診断でそれを避けたい人に知らせます。',
      suits: '向いている人。dimension は、それが適職診断のどの特徴に当たるかです（IDは loadings の一覧に）。',
      qualifications: '持っていると役立つ資格。',
      entry: '就くために要るもの。',
      checks: '応募の前に確かめたいこと。',
      confusedWith: '混同しやすい職種との違い。compare の最初に出ます。with は相手のID、relation は次のどちらかです。',
      measures: '公的な調査（job tag）の数字。figures には、項目のIDと値を書きます。くわしくは data/README.md にあります。',
      loadings:
        '適職診断での特徴。-2.5（とても少ない）から 2.5（とても多い）の数で、0 はここにある職種の平均くらいです。五つ以上書くと、診断に加わります。わからない行は消してください。',
      sources: '出典。このカタログにある出典から書いたときだけ、そのIDを挙げます（一覧は data/sources.yaml）。',
    },
    entryKeysIntro: '見出し（- text）には、ほかに次のキーも付けられます。',
    entryKeys: {
      topic: 'ほかの職種と同じ内容であることを示すID（下の一覧）。compare が「共通」とします',
      dimension: '適職診断の特徴のID（loadings の一覧）',
      share: 'その仕事をしている人の割合、0〜1（duties と specialties だけ）',
      sources: 'その見出しだけの出典',
      evidence: 'measures の数字から言えること。measures に項目のID、text に文を書きます',
    },
    topicsIntro: 'topic に書けるID',
    relations: { 'look-alike': '名前や仕事が似ている', 'stand-in': '一方がもう一方の仕事も担うことがある' },
    placeholders: {
      name: (id) => `【${id} の名前】`,
      summary: '【何をする仕事かを一文で】',
      alias: '【別の呼び方】',
      focus: '【仕事の中心】',
      duty: '【主な仕事】',
      nextDuty: '【次の仕事】',
      detail: '【補足の文】',
      specialty: '【専門分野】',
      merit: '【よい点】',
      caution: '【注意】',
      demerit: '【大変な点】',
      coping: '【対処の仕方】',
      suits: '【向いている人】',
      qualification: '【役立つ資格】',
      entry: '【就くために要るもの】',
      question: '【応募の前に確かめたいこと】',
      difference: '【二つの違いを一、二文で】',
    },
  },
  contrast: (roles) => `${roles.map(({ name, focus }) => `${name}の中心は${focus}`).join('、')}です。`,
  sortKeys: { default: '標準', id: 'ID', name: '名前', family: '分野', resource: '扱うもの' },
  fileProblems,
  explainSheet,
  errors: {
    'unknown-role': ({ name, nearest, commands }) =>
      commands.length > 0
        ? {
            message: `${quote(name)}というコマンドや職種は見つかりません。`,
            hints: suggest([...commands.map((command) => `backoffice ${command}`), ...named(nearest)]),
          }
        : { message: `職種${quote(name)}は見つかりません。`, hints: [...suggest(named(nearest)), ...searchFor(name), '職種の一覧: backoffice list'] },
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
    'nothing-found': ({ words }) => ({
      message: words.length > 0 ? `${joinList(words.map(quote))}に合う職種は見つかりません。` : '条件に合う職種はありません。',
      hints: ['職種の一覧: backoffice list', '特徴で絞る: backoffice list --help'],
    }),
    'bad-data': ({ diagnostics }) => ({ message: `職種ファイルに問題が${diagnostics.length}件あります。直してからもう一度実行してください。` }),
    'data-folder': ({ path, reason }) => ({
      message: `データのフォルダ「${cleanText(path)}」を使えません: ${fileProblems[reason]}。`,
      hints: ['--data と BACKOFFICE_DATA には、職種ファイルを置いたフォルダを指定してください。'],
    }),
    'nothing-to-check': () => ({
      message: '調べる職種ファイルがありません。',
      hints: ['書き始める: backoffice new <id>', 'ファイルやフォルダを指定して調べる: backoffice check <パス>'],
    }),
    'output-file': ({ path, reason }) => ({
      message: `「${cleanText(path)}」に書き込めません: ${fileProblems[reason]}。`,
      hints: ['-o に、書き込める場所を指定してください。'],
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
    'answer-sheet': (details) => explainSheetFile(details),
    'input-file': ({ path, reason }) => ({
      message: `「${cleanText(path)}」を読めません: ${fileProblems[reason]}。`,
      hints: ['ファイルの場所を確かめてください。'],
    }),
    'no-session': ({ id }) => ({
      message: id === undefined ? '中断した診断はありません。' : `診断「${cleanText(id)}」は保存されていません。`,
      hints: ['保存されているもの: backoffice quiz --sessions', '新しく始める: backoffice quiz'],
    }),
    'nothing-answered': () => ({ message: '答えが一つもないので、診断できません。', hints: ['もう一度始める: backoffice quiz'] }),
    usage: explainUsage,
  },
  diagnostics: {
    'file-unreadable': ({ expected = 'other' }) => ({
      message: `読めません: ${fileProblems[expected as FileProblem]}。`,
      hints: ['場所とアクセス権を確かめてください。'],
    }),
    'file-too-large': ({ expected }) => ({ message: `ファイルが大きすぎます（上限 ${expected} バイト）。`, hints: ['職種ごとにファイルを分けてください。'] }),
    'file-not-text': () => ({ message: 'UTF-8の文字ファイルではありません。', hints: ['文字コードをUTF-8にして保存し直してください。'] }),
    'file-empty': () => ({ message: 'ファイルが空です。', hints: ['id、name、summary から書き始めてください。'] }),
    'folder-empty': () => ({ message: 'このフォルダには職種ファイル（*.yaml）がありません。', hints: ['書き始める: backoffice new <id>'] }),
    'yaml-syntax': ({ yamlCode = '' }) => ({
      message: `YAMLとして読めません（${yamlCode}）。`,
      hints: [yamlHints[yamlCode] ?? '前後の字下げ、引用符、かっこを確かめてください。'],
    }),
    'yaml-full-width': (diagnostic) =>
      diagnostic.name === '：'
        ? { message: '「：」が全角です。', hints: ['半角の「:」と空白にしてください。'] }
        : { message: '字下げに全角の空白があります。', hints: ['半角の空白にしてください。'] },
    'yaml-too-deep': () => ({ message: '入れ子が深すぎます。', hints: ['かっこや字下げを減らしてください。'] }),
    'yaml-duplicate-key': () => ({ message: '同じキーが2回あります。', hints: ['どちらか一方を残してください。'] }),
    'yaml-alias': (diagnostic) => ({ message: `YAMLの別名 *${diagnostic.name ?? ''} は使えません。`, hints: ['内容をそのまま書いてください。'] }),
    'yaml-tag': (diagnostic) => ({ message: `YAMLのタグ ${diagnostic.name ?? ''} は使えません。`, hints: ['タグを消してください。'] }),
    'yaml-multiple-documents': () => ({ message: '一つのファイルに文書が複数あります（---）。', hints: ['職種ごとにファイルを分けてください。'] }),
    'reserved-key': (diagnostic) => ({ message: `キー${nameOf(diagnostic)}は使えません。`, hints: ['別の名前にしてください。'] }),
    'unknown-key': (diagnostic) => ({
      message: `キー${nameOf(diagnostic)}はありません。`,
      hints: (diagnostic.name ?? '').includes(' ') ? ['「,」や「: 」を含む文は引用符で囲んでください。'] : offer(diagnostic),
    }),
    'missing-key': (diagnostic) => ({ message: `キー${nameOf(diagnostic)}がありません。`, hints: [`${diagnostic.name ?? ''}: を書き加えてください。`] }),
    'missing-figure': (diagnostic) => ({
      message: `この職種に${nameOf(diagnostic)}の値がありません。`,
      hints: ['measures の figures に値を書くか、ここから消してください。'],
    }),
    'wrong-type': (diagnostic) => ({
      message: diagnostic.name === undefined ? '値の型が違います。' : `${nameOf(diagnostic)}の値の型が違います。`,
      hints: [`${types[diagnostic.expected ?? 'text'] ?? diagnostic.expected ?? ''}を書いてください。`],
    }),
    'invalid-value': (diagnostic) => ({ message: `値${nameOf(diagnostic)}は使えません。`, hints: offer(diagnostic) }),
    'invalid-id': (diagnostic) => ({
      message: `${nameOf(diagnostic)}はIDに使えません。`,
      hints: [idRule],
    }),
    'reserved-id': (diagnostic) => ({ message: `${nameOf(diagnostic)}はIDに使えません。`, hints: ['別のIDにしてください。'] }),
    'invalid-reading': (diagnostic) => ({
      message: `${nameOf(diagnostic)}の読みに、ひらがなでない文字があります。`,
      hints: ['ひらがなだけで書いてください（例: ねんまつちょうせい）。'],
    }),
    'outside-scale': (diagnostic) => ({ message: `${nameOf(diagnostic)}の値が範囲の外です。`, hints: [`使える値: ${diagnostic.expected ?? ''}`] }),
    'empty-text': (diagnostic) => ({ message: `${nameOf(diagnostic)}が空です。`, hints: ['文を書くか、キーごと消してください。'] }),
    'text-too-long': (diagnostic) => ({ message: `${nameOf(diagnostic)}が長すぎます（5000字まで）。`, hints: ['短くするか、項目を分けてください。'] }),
    'empty-list': (diagnostic) => ({ message: `${nameOf(diagnostic)}のリストが空です。`, hints: ['項目を書くか、キーごと消してください。'] }),
    'unknown-reference': (diagnostic) => ({ message: `${nameOf(diagnostic)}というIDはありません。`, hints: offer(diagnostic) }),
    'self-reference': (diagnostic) => ({ message: `${nameOf(diagnostic)}は自分自身です。`, hints: ['ほかの職種か言葉のIDを書いてください。'] }),
    'duplicate-id': (diagnostic) => ({ message: `ID${nameOf(diagnostic)}は、ほかでも使われています。`, hints: ['別のIDにしてください。'] }),
    'duplicate-pair': (diagnostic) => ({ message: `${nameOf(diagnostic)}との違いが2回書かれています。`, hints: ['一つにまとめてください。'] }),
    'file-name': (diagnostic) => ({
      message: `ID${nameOf(diagnostic)}がファイル名と合っていません。`,
      hints: [`ファイル名を ${diagnostic.name ?? ''}.yaml にするか、id を ${diagnostic.expected ?? ''} にしてください。`],
    }),
    'unknown-dimension': (diagnostic) => ({
      message: `適職診断に${nameOf(diagnostic)}という観点はないので、診断では使われません。`,
      hints: offer(diagnostic),
    }),
    'missing-translation': ({ name }) =>
      name === undefined
        ? {
            message: 'すべての文が一つの言語だけで書かれています。もう一方でも同じ文を表示します。',
            hints: ['両方の言語で書くには、{ ja: …, en: … } の形にします。'],
          }
        : { message: `「${name}」の訳がありません。`, hints: ['{ ja: …, en: … } の形で書いてください。'] },
    'empty-section': (diagnostic) => ({
      message: `${nameOf(diagnostic)}に項目がありません。`,
      hints: [diagnostic.name === 'duties' ? '仕事の内容を書いてください: - text: …' : '項目を書くか、キーごと消してください。'],
    }),
    'same-name': (diagnostic) => ({
      message: `${nameOf(diagnostic)}は、${otherOf(diagnostic)}の名前でもあります。`,
      hints: ['この職種だけの名前にしてください。'],
    }),
    'near-duplicate': (diagnostic) => ({
      message: `項目のほとんどが、${otherOf(diagnostic)}と同じです。`,
      hints: ['その職種を置き換えるならIDを同じにし、別の職種なら違いを書いてください。'],
    }),
    placeholder: (diagnostic) => ({ message: `${nameOf(diagnostic)}は、まだ書かれていません。`, hints: ['【】を消して、自分の言葉を書いてください。'] }),
    'too-many-problems': ({ expected = '' }) => ({
      message: `このファイルには、ほかにも${expected}件の問題があります。`,
      hints: ['表示されたものを直してから、もう一度調べてください。'],
    }),
    'replaces-role': (diagnostic) => ({
      message: `組み込みの職種${nameOf(diagnostic)}を置き換えます。`,
      hints: ['置き換えないときは、別のIDにしてください。'],
    }),
    'replaces-own': (diagnostic) => ({
      message: `別のファイルの${nameOf(diagnostic)}を置き換えます: ${diagnostic.other ?? ''}`,
      hints: ['置き換えないときは、別のIDにしてください。'],
    }),
  },
  bug: 'プログラムの不具合です。お手数ですが、実行したコマンドと次の表示を添えて、配布元の課題管理（Issues）にお知らせください。',
  error: 'エラー',
} as const satisfies Messages;
