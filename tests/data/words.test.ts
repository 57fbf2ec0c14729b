import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadCatalogue, sections } from '../../src/index.ts';
import type { Language } from '../../src/core/catalogue/model.ts';

const catalogue = loadCatalogue();
const root = fileURLToPath(new URL('../..', import.meta.url));

/** The words for how far a figure is from the average, as `guide figures` states them, from the smallest. */
const sizes: Readonly<Record<Language, readonly RegExp[]>> = {
  ja: [/同じくらい/, /やや/, /明らかに/],
  en: [/\babout (?:the )?(?:average|as much)|\babout average/, /\bsomewhat\b/, /\bclearly\b/],
};

/** 0: less than a tenth of the scale from the average, 1: less than two, 2: more. */
function sizeOf(role: (typeof catalogue.roles)[number], id: string): number {
  const measure = catalogue.survey.measures.find((known) => known.id === id);
  const scale = catalogue.survey.scales.find((known) => known.id === measure?.scale);
  const value = role.measures?.figures?.[id];
  if (measure === undefined || scale === undefined || value === undefined) throw new Error(`no figure ${role.id} ${id}`);
  const tenths = Math.round(Math.abs(value - measure.average) * 1000) / Math.round((scale.maximum - scale.minimum) * 100);
  return Math.min(2, Math.floor(tenths));
}

const claims = catalogue.roles.flatMap((role) =>
  sections.flatMap((section) => (role[section] ?? []).flatMap(({ evidence }) => (evidence === undefined ? [] : [{ role, evidence }]))),
);

describe('what texts say of a figure', () => {
  it('is asked of all claims', () => {
    expect(claims.length).toBeGreaterThan(35);
  });
  it.each(['ja', 'en'] as const)('has the words that its distance from the average has, in %s', (language) => {
    for (const { role, evidence } of claims) {
      const expected = [...new Set(evidence.measures.map((id) => sizeOf(role, id)))].sort();
      const said = sizes[language].flatMap((word, size) => (word.test(evidence.text[language]) ? [size] : []));
      expect({ role: role.id, text: evidence.text[language], sizes: said }).toEqual({ role: role.id, text: evidence.text[language], sizes: expected });
    }
  });
});

/** Words that an editor took out, each with what stands there now. */
const tabooed: readonly (readonly [word: RegExp, instead: string])[] = [
  [/はっきり/, '明らかに'],
  [/やや[^。、]*め(?:です|で、|に|$)/, 'やや低く …'],
  [/(?:割合（％）|割合)は、[^。]*人です/, '…人の割合です'],
  [/調査から、[^。]*項目です/, '…項目を挙げました'],
  [/向きが違|違う方向を指|食い違/, 'この点は、調査の数字とは合いません'],
  [/多いと思う(?:雇用形態|学歴)/, 'よくある…'],
  [/る大きなやりがい/, '…に、大きなやりがいがある'],
  [/増減して/, '…だけ動かして'],
  [/正確に気づ/, '正しくつかむ'],
  [/顧客/, 'お客さま'],
  // The wage survey counts everybody whom a company employs.
  [/従業員(?!10人以上)/, '社員'],
  [/コンピューター|(?<![A-Za-z])PC(?![A-Za-z])(?=[^A-Za-z]*[ぁ-んァ-ヶ一-龠])/, 'パソコン'],
  [/[Pp]ercentages: share of people/, 'a sentence'],
  [/seen as common/, 'Common …'],
  [/[Tt]ime to work unaided|: At once/, 'Time until you can work alone'],
  [/face on full display/, 'recognised by everyone'],
  [/a company's treasure/, 'Nothing matters more …'],
  [/head held high/, 'with confidence'],
  [/Great joy when/, 'It feels wonderful when'],
  [/~ の付いた数字/, '「~」か「推定」と付いた数字'],
  [/e-mail/, 'email'],
];

/** Every line of the data and the messages that a person may read; official names of measures stay as they are. */
function readTexts(): { readonly file: string; readonly text: string }[] {
  const files = ['data', 'src/messages/ja', 'src/messages/en'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(?:yaml|ts)$/.test(file) && !/(?:readings|synonyms|items)\.yaml$/.test(file))
      .map((file) => join(folder, file)),
  );
  return files.flatMap((file) =>
    readFileSync(join(root, file), 'utf8')
      .split('\n')
      .filter((line) => !/^\s*(?:#|term: |aliases: |relatedTitles: )/.test(line))
      .map((text) => ({ file, text: text.trim() })),
  );
}

describe('the texts of the data and the messages', () => {
  const texts = readTexts();
  it('are read', () => {
    expect(texts.length).toBeGreaterThan(2000);
  });
  it.each(tabooed)('say nowhere %s, but %s', (word) => {
    expect(texts.filter(({ text }) => word.test(text))).toEqual([]);
  });
});
