import type { FileProblem } from '../../core/errors.ts';
import { command, say } from '../text.ts';
import type { Diagnostic } from '../../core/role-files/diagnostics.ts';
import type { DiagnosticMessages } from '../types/diagnostics.ts';
import { closingSigns, describeSign } from '../sign-names.ts';
import { fileProblems } from './errors.ts';
import { choose, idRule, suggest } from './words.ts';

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
const nameSign = (code: string) => {
  const common = { 'U+3000': '全角の空白', 'U+00A0': '改行しない空白', 'U+200B': '幅のない空白' };
  const { label, names } = describeSign(code, common, { space: '特殊な空白', invisible: '見えない文字' });
  return `${label}（${names.join('、')}）`;
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

export const diagnostics: DiagnosticMessages = {
  'file-unreadable': ({ expected = 'other' }) => ({
    message: `読めません: ${fileProblems[expected as FileProblem]}。`,
    hints: ['場所とアクセス権を確かめてください。'],
  }),
  'file-too-large': ({ expected }) => ({ message: `ファイルが大きすぎます（上限 ${expected} バイト）。`, hints: ['職種ごとにファイルを分けてください。'] }),
  'file-not-text': () => ({ message: 'UTF-8の文字ファイルではありません。', hints: ['文字コードをUTF-8にして保存し直してください。'] }),
  'file-empty': () => ({ message: 'ファイルが空です。', hints: ['id、name、summary から書き始めてください。'] }),
  'folder-empty': () => ({ message: 'このフォルダには職種ファイル（*.yaml）がありません。', hints: [say`書き始める: ${command('new <id>')}`] }),
  'yaml-syntax': ({ yamlCode = '' }) => ({
    message: `YAMLとして読めません（${yamlCode}）。`,
    hints: [yamlHints[yamlCode] ?? '前後の字下げ、引用符、かっこを確かめてください。'],
  }),
  'yaml-unclosed': ({ name = '' }) => ({
    message: name === '{' || name === '[' ? `ここで開いた ${name} が閉じられていません。` : `ここで始まる引用符 ${name} が閉じられていません。`,
    hints: [`中身の終わりに ${closingSigns[name] ?? name} を書いてください。`],
  }),
  'yaml-closed-early': ({ name = '' }) => ({
    message: `ここで始まる引用符 ${name} が正しい位置で閉じられておらず、次の ${name} の後ろに文が続いています。`,
    hints: [`文のすぐ後ろで閉じてください。文の中では、${name} を ${name === '"' ? '\\"' : "''"} と書きます。`],
  }),
  'yaml-closed-in-comment': ({ name = '' }) => ({
    message: `「 #」から後ろはコメントになるので、その中の ${name} は閉じたことになりません。`,
    hints: ['「 #」を含む文は引用符で囲んでください。'],
  }),
  'yaml-odd-space': ({ name = '', expected }) => ({
    message: `${nameSign(name)}があります。YAMLがここで受け付ける空白は、半角の空白だけです。`,
    hints: [expected === 'nothing' ? '消してください。空白が要る所には、半角の空白を書きます。' : '半角の空白にしてください。'],
  }),
  'yaml-full-width': () => ({ message: '「：」が全角です。', hints: ['半角の「:」と空白にしてください。'] }),
  'yaml-missing-space': ({ name = '' }) => ({ message: `「${name}」の後ろに空白がありません。`, hints: ['後ろに半角の空白を書いてください。'] }),
  'yaml-too-deep': () => ({ message: '入れ子が深すぎます。', hints: ['かっこや字下げを減らしてください。'] }),
  'yaml-duplicate-key': () => ({ message: '同じキーが2回あります。', hints: ['どちらか一方を残してください。'] }),
  'yaml-repeated-keys': ({ expected = '' }) => ({
    message: `ここから${expected}個のキーが、同じ内容を2回貼り付けたように、もう一度出てきます。`,
    hints: ['どちらか一方を残してください。'],
  }),
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
  'one-of-two': (diagnostic) => ({
    message: `${nameOf(diagnostic)}と ${diagnostic.expected ?? ''} は、一緒には使えません。`,
    hints: ['どちらか一つにしてください。'],
  }),
  'wrong-type': (diagnostic) => ({
    message: diagnostic.name === undefined ? '値の型が違います。' : `${nameOf(diagnostic)}の値の型が違います。`,
    hints: [`${types[diagnostic.expected ?? 'text'] ?? diagnostic.expected ?? ''}を書いてください。`],
  }),
  'invalid-value': (diagnostic) => ({ message: `値${nameOf(diagnostic)}は使えません。`, hints: offer(diagnostic) }),
  'invalid-id': (diagnostic) => ({
    message: `${nameOf(diagnostic)}はIDに使えません。`,
    hints: [idRule, ...(diagnostic.nearest === undefined ? [] : offer(diagnostic))],
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
    hints: [
      diagnostic.expected === undefined
        ? `ファイル名を ${diagnostic.name ?? ''}.yaml にしてください。`
        : `ファイル名を ${diagnostic.name ?? ''}.yaml にするか、id を ${diagnostic.expected} にしてください。`,
    ],
  }),
  'unknown-dimension': (diagnostic) => ({
    message: `適職診断に${nameOf(diagnostic)}という特徴はないので、診断では使われません。`,
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
  'comment-in-text': (diagnostic) => ({
    message: `「 #」から後ろはコメントになり、${nameOf(diagnostic)}の文に含まれません。`,
    hints: ['文の一部なら、文全体を引用符で囲んでください。コメントなら、別の行に書いてください。'],
  }),
  'command-name': (diagnostic) => ({
    message: `${nameOf(diagnostic)}はコマンドの名前でもあるので、それだけを入力しても、この職種は表示されません。`,
    hints: [say`別の名前にするか、次のように表示してください: ${command(`show ${diagnostic.other ?? ''}`)}`],
  }),
  'shared-name': (diagnostic) => ({
    message: `${nameOf(diagnostic)}は、${otherOf(diagnostic)}の呼び方でもあります。`,
    hints: ['この名前だけでは、どちらのことか決まりません。別の名前にするか、どちらか一方から消してください。'],
  }),
  'hidden-name': (diagnostic) => ({
    message: `${nameOf(diagnostic)}は、${otherOf(diagnostic)}のIDか名前です。この名前では、そちらが表示されます。`,
    hints: ['別の名前にするか、消してください。'],
  }),
  'same-name': (diagnostic) => ({
    message: `${nameOf(diagnostic)}は、${otherOf(diagnostic)}の名前と同じつづりになることがあります。`,
    hints: ['IDや漢字、かなを正確に書けば、この職種だけを指せます。ローマ字などでは、どちらのことかを尋ねます。'],
  }),
  'hidden-title': (diagnostic) => ({
    message: `${nameOf(diagnostic)}は、${otherOf(diagnostic)}の名前です。この名前では、そちらが表示されます。`,
    hints: ['relatedTitles から消してください。'],
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
};
