import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { generateQuestions, gradeAnswers, knowledgeKinds, listAskable } from '../../../src/core/knowledge/knowledge.ts';
import { isSameSubject, wrongRolesFor } from '../../../src/core/knowledge/wrong-answers.ts';
import { listMainRoles } from '../../../src/core/catalogue/tiers.ts';
import type { AskablePoint, KnowledgeQuestion } from '../../../src/core/knowledge/knowledge.ts';
import { languages, loadCatalogue, sections } from '../../../src/index.ts';
import type { Catalogue, Entry, Language, LocalizedText, Role } from '../../../src/index.ts';

const catalogue = loadCatalogue();
const both = (text: string): LocalizedText => ({ ja: text, en: text });
const entriesOf = (role: Role): Entry[] => sections.flatMap((section) => role[section] ?? []);
const roleOf = ({ roles }: Catalogue, id: string | undefined): Role => {
  const role = roles.find((candidate) => candidate.id === id);
  if (role === undefined) throw new Error(`no role ${String(id)}`);
  return role;
};
const wrongIds = (from: Catalogue, id: string, entry: Entry | undefined) => wrongRolesFor(from, id, entry ?? { text: both('?') }).map((role) => role.id);
const says = (one: Role, other: Role, relation: string) => one.confusedWith?.some((said) => said.with === other.id && said.relation === relation) ?? false;
const related = (one: Role, other: Role, relation: string) => says(one, other, relation) || says(other, one, relation);

// What makes a second role right, said without the code under test.
const carries = (role: Role, entry: Entry) =>
  entriesOf(role).some(
    ({ topic, text }) =>
      (topic !== undefined && topic === entry.topic) ||
      languages.some((language) => text[language].trim().toLowerCase() === entry.text[language].trim().toLowerCase()),
  );

/** What the question was made from: its subject is one of the role's own texts. */
const entryOf = (role: Role, { kind, subject }: KnowledgeQuestion, language: Language): Entry | undefined =>
  kind === 'summary'
    ? role.summary[language] === subject
      ? { text: role.summary }
      : undefined
    : [...(kind === 'qualification' ? (role.qualifications ?? []) : [...(role.duties ?? []), ...(role.specialties ?? [])])].find(
        ({ text }) => text[language] === subject,
      );

const seeds = fc.integer();
const spoken = fc.constantFrom(...languages);
/** For properties in which a run makes many questions. */
const few = { numRuns: 25 };
// A person's own roles: an id, a name, a summary, and perhaps some entries with topics of the catalogue.
const words = fc
  .string({ unit: fc.constantFrom('営', '業', '商', '談', 'す', 'る', 'の', 'a', 'b', ' '), minLength: 1, maxLength: 8 })
  .filter((text) => text.trim() !== '');
const ownEntry = fc
  .record({ text: words.map(both), topic: fc.option(fc.constantFrom(...catalogue.topics.map(({ id }) => id)), { nil: undefined }) })
  .map(({ text, topic }): Entry => (topic === undefined ? { text } : { text, topic }));
const ownRole = (index: number) =>
  fc
    .record({
      name: words.map(both),
      summary: words.map(both),
      duties: fc.array(ownEntry, { maxLength: 3 }),
      qualifications: fc.array(ownEntry, { maxLength: 2 }),
    })
    .map((role): Role => ({ id: `own-${index}`, ...role }));
const ownRoles = fc.tuple(ownRole(0), ownRole(1), ownRole(2)).chain((roles) => fc.subarray(roles));
// Only what differs between catalogues, so that a counterexample can be read.
const chosenRoles = fc.record({ ids: fc.shuffledSubarray(catalogue.roles.map(({ id }) => id)), own: ownRoles });
const catalogueOf = ({ ids, own }: { ids: string[]; own: Role[] }): Catalogue => ({ ...catalogue, roles: [...ids.map((id) => roleOf(catalogue, id)), ...own] });

describe('generateQuestions', () => {
  it('asks with different choices, as many as it can up to four, and one of them right', () => {
    fc.assert(
      fc.property(chosenRoles, seeds, spoken, (chosen, seed, language) => {
        const some = catalogueOf(chosen);
        for (const question of generateQuestions(some, { seed, language, count: 20, allRoles: true })) {
          const { choices, right, explanation } = question;
          const role = roleOf(some, choices[right]?.id);
          expect(choices).toHaveLength(Math.min(4, some.roles.length));
          expect(new Set(choices.map(({ id }) => id)).size).toBe(choices.length);
          expect(new Set(choices.map(({ label }) => label)).size).toBe(choices.length);
          expect(choices.every(({ id, label }) => roleOf(some, id).name[language] === label)).toBe(true);
          expect(explanation).toMatchObject({ role: role.id, name: role.name[language] });
          const entry = entryOf(role, question, language);
          expect(entry).toBeDefined();
          for (const { id } of choices.filter((_, place) => place !== right)) {
            const wrong = roleOf(some, id);
            expect(entry !== undefined && carries(wrong, entry)).toBe(false);
            expect(entryOf(wrong, question, language)).toBeUndefined();
            expect(related(role, wrong, 'stand-in')).toBe(false);
          }
        }
      }),
    );
  });

  it('gives the same questions for the same seed, and others for another', () => {
    fc.assert(
      fc.property(chosenRoles, seeds, spoken, (chosen, seed, language) => {
        const some = catalogueOf(chosen);
        expect(generateQuestions(some, { seed, language })).toEqual(generateQuestions(structuredClone(some), { seed, language }));
      }),
      few,
    );
    const sets = Array.from({ length: 20 }, (_, seed) => JSON.stringify(generateQuestions(catalogue, { seed, language: 'ja' })));
    expect(new Set(sets).size).toBe(20);
  });

  it('goes on where a smaller count stopped', () => {
    fc.assert(
      fc.property(seeds, fc.nat(20), (seed, count) => {
        const questions = generateQuestions(catalogue, { seed, count: 20, language: 'en' });
        expect(generateQuestions(catalogue, { seed, count, language: 'en' })).toEqual(questions.slice(0, count));
      }),
      few,
    );
  });

  it('asks ten without a count, of every kind and of at least seven roles, and nothing twice', () => {
    fc.assert(
      fc.property(seeds, spoken, (seed, language) => {
        const questions = generateQuestions(catalogue, { seed, language });
        expect(questions).toHaveLength(10);
        for (const kind of knowledgeKinds) expect(questions.filter((question) => question.kind === kind).length).toBeGreaterThanOrEqual(2);
        expect(new Set(questions.map(({ explanation }) => explanation.role)).size).toBeGreaterThanOrEqual(7);
        expect(new Set(questions.map(({ subject }) => subject)).size).toBe(10);
      }),
      few,
    );
  });

  it('asks each subject once when it asks everything', () => {
    for (const language of languages) {
      const questions = generateQuestions(catalogue, { seed: 1, count: Infinity, language, allRoles: true });
      const points = listAskable(catalogue, language);
      const asked = points.filter(({ role, entry }) =>
        questions.some(({ explanation, subject }) => explanation.role === role.id && subject === entry.text[language]),
      );
      expect(points.filter(({ entry }) => !asked.some((other) => isSameSubject(entry, other.entry)))).toEqual([]);
      expect(new Set(questions.map(({ subject }) => subject)).size).toBe(questions.length);
    }
  });

  it('asks about main roles alone, the same whatever neighbours there are, unless it is to ask about all', () => {
    const roles = catalogue.roles.map((role): Role => (['jimu', 'zaimu'].includes(role.id) ? { ...role, tier: 'neighbour' } : role));
    const tiered = { ...catalogue, roles };
    const chosen = (questions: readonly KnowledgeQuestion[]) => new Set(questions.flatMap(({ choices }) => choices.map(({ id }) => id)));
    fc.assert(
      fc.property(seeds, spoken, (seed, language) => {
        const questions = generateQuestions(tiered, { seed, language, count: 20 });
        expect(questions).toEqual(generateQuestions({ ...catalogue, roles: listMainRoles(roles) }, { seed, language, count: 20 }));
        for (const id of ['jimu', 'zaimu']) expect(chosen(questions)).not.toContain(id);
      }),
      few,
    );
    const all = generateQuestions(tiered, { seed: 1, language: 'en', count: 100, allRoles: true });
    expect(new Set(all.map(({ explanation }) => explanation.role))).toContain('jimu');
    expect(chosen(all)).toContain('zaimu');
  });

  it('puts the right choice anywhere', () => {
    const places = Array.from({ length: 100 }, (_, seed) => generateQuestions(catalogue, { seed, language: 'ja' }).map(({ right }) => right)).flat();
    for (const place of [0, 1, 2, 3]) {
      const times = places.filter((right) => right === place).length;
      expect(times).toBeGreaterThan(200);
      expect(times).toBeLessThan(300);
    }
  });

  it('always offers both look-alikes, and says how they differ', () => {
    fc.assert(
      fc.property(seeds, spoken, (seed, language) => {
        for (const { kind, choices, explanation } of generateQuestions(catalogue, { seed, count: 20, language })) {
          expect(explanation.other !== undefined).toBe(kind === 'look-alike');
          if (explanation.other === undefined) continue;
          const [role, other] = [roleOf(catalogue, explanation.role), roleOf(catalogue, explanation.other.id)];
          expect(choices).toContainEqual(explanation.other);
          expect(related(role, other, 'look-alike')).toBe(true);
          expect([...(role.confusedWith ?? []), ...(other.confusedWith ?? [])].map(({ difference }) => difference[language])).toContain(explanation.text);
        }
      }),
      few,
    );
  });

  it('offers look-alikes first, then the family', () => {
    for (let seed = 0; seed < 20; seed += 1) {
      for (const { kind, choices, right, explanation } of generateQuestions(catalogue, { seed, language: 'ja', count: 20 })) {
        if (kind !== 'summary') continue;
        const role = roleOf(catalogue, explanation.role);
        const near = listMainRoles(catalogue.roles)
          .filter((other) => related(role, other, 'look-alike'))
          .slice(0, 3);
        const offered = choices.filter((_, place) => place !== right).map(({ id }) => id);
        expect(offered).toEqual(expect.arrayContaining(near.map(({ id }) => id)));
      }
    }
    const order = wrongIds(catalogue, 'zaimu', { text: both('x') });
    expect(new Set(order.slice(0, 2))).toEqual(new Set(['keiri', 'kaikei']));
    const soumu = { ...roleOf(catalogue, 'soumu'), confusedWith: [] };
    const relative: Catalogue = { ...catalogue, roles: [roleOf(catalogue, 'kikaku'), roleOf(catalogue, 'butsuryuu'), { ...soumu, family: 'logistics' }] };
    expect(wrongIds(relative, 'soumu', { text: both('x') })).toEqual(['butsuryuu', 'kikaku']);
  });

  it('asks nothing that says its own answer', () => {
    for (const language of languages) {
      const subjects = listAskable(catalogue, language).map(({ role, entry }) => ({
        name: role.name[language].toLowerCase(),
        text: entry.text[language].toLowerCase(),
      }));
      expect(subjects.filter(({ name, text }) => text.includes(name) && language === 'ja')).toEqual([]);
      expect(subjects.filter(({ name, text }) => text.split(/\W+/).join(' ').includes(`${name} `))).toEqual([]);
    }
    const asked = listAskable(catalogue, 'ja').filter(({ role }) => role.id === 'kikaku');
    expect(asked.filter(({ kind }) => kind === 'summary')).toEqual([]);
    expect(asked.map(({ entry }) => entry.text.ja)).not.toContain('企画書づくり');
  });

  it.each([0, 1])('asks nothing of %i roles', (length) => {
    expect(generateQuestions({ ...catalogue, roles: catalogue.roles.slice(0, length) }, { seed: 1, language: 'ja' })).toEqual([]);
  });

  it.each([
    [['butsuryuu', 'kouhou'], 2],
    [['keiri', 'kaikei'], 2],
    [['butsuryuu', 'kouhou', 'zaimu'], 3],
    [['keiri', 'kaikei', 'zaimu'], 3],
    [['butsuryuu', 'kouhou', 'zaimu', 'jinji'], 4],
  ])('asks of the catalogue %j with %i choices', (ids, length) => {
    const small = { ...catalogue, roles: ids.map((id) => roleOf(catalogue, id)) };
    const questions = generateQuestions(small, { seed: 7, language: 'ja' });
    expect(questions.length).toBeGreaterThan(0);
    for (const { choices } of questions) expect(choices).toHaveLength(length);
  });

  it('asks only what has one right answer where two roles do the same', () => {
    const twins = (summary: string): Catalogue => ({
      ...catalogue,
      roles: ['甲', '乙'].map((name, index) => ({
        id: `own-${index}`,
        name: both(name),
        summary: both(index === 0 ? 'x' : summary),
        duties: [{ text: both('商談') }],
      })),
    });
    expect(generateQuestions(twins('x'), { seed: 1, language: 'ja' })).toEqual([]);
    expect(generateQuestions(twins('y'), { seed: 1, language: 'ja' }).map(({ kind }) => kind)).toEqual(['summary', 'summary']);
  });

  it('makes no questions for a count of none', () => {
    for (const count of [0, -1, NaN]) expect(generateQuestions(catalogue, { seed: 1, count, language: 'ja' })).toEqual([]);
  });
});

describe('what may be a wrong choice', () => {
  const everything = languages.flatMap((language) => listAskable(catalogue, language).map((point) => ({ language, ...point })));
  const pairs = everything.flatMap((point) => point.wrong.map((wrong) => ({ ...point, wrong })));
  const show = ({ kind, role, entry, wrong }: Omit<AskablePoint, 'wrong'> & { wrong: Role }) => `${kind} ${role.id} ${entry.text.ja} / ${wrong.id}`;

  it('is listed for enough of the catalogue that the tests below say something', () => {
    for (const language of languages) {
      const points = everything.filter((point) => point.language === language);
      for (const kind of knowledgeKinds) expect(points.filter((point) => point.kind === kind).length).toBeGreaterThanOrEqual(8);
      for (const { id } of listMainRoles(catalogue.roles)) expect(points.filter(({ role }) => role.id === id).length).toBeGreaterThanOrEqual(5);
    }
    expect(pairs.length).toBeGreaterThan(2000);
  });

  it('has no entry with the same topic or the same text, for any askable entry and any role', () => {
    expect(pairs.filter(({ entry, wrong }) => carries(wrong, entry)).map(show)).toEqual([]);
    expect(pairs.filter(({ role, wrong }) => role.id === wrong.id).map(show)).toEqual([]);
  });

  it('does not stand in for the role, nor the role for it', () => {
    expect(pairs.filter(({ role, wrong }) => related(role, wrong, 'stand-in')).map(show)).toEqual([]);
    for (const duty of roleOf(catalogue, 'soumu').duties ?? []) expect(wrongIds(catalogue, 'soumu', duty)).not.toContain('jinji');
    for (const duty of roleOf(catalogue, 'jinji').duties ?? []) expect(wrongIds(catalogue, 'jinji', duty)).not.toContain('soumu');
  });

  it('is not named in the headline or detail', () => {
    const said = (entry: Entry) => `${entry.text.ja} ${entry.detail?.ja ?? ''}`;
    expect(pairs.filter(({ kind, entry, wrong }) => kind !== 'summary' && said(entry).includes(wrong.name.ja)).map(show)).toEqual([]);
  });

  it('is what wrongRolesFor says of every entry', () => {
    for (const { kind, role, entry, wrong } of everything) if (kind !== 'summary') expect(wrongRolesFor(catalogue, role.id, entry)).toEqual(wrong);
  });

  it('is what questions take their choices from', () => {
    for (const language of languages) {
      for (let seed = 0; seed < 10; seed += 1) {
        for (const { kind, subject, choices, right, explanation } of generateQuestions(catalogue, { seed, count: Infinity, language })) {
          const point = everything.find(
            (other) =>
              other.language === language &&
              other.kind === kind &&
              other.role.id === explanation.role &&
              other.entry.text[language] === subject &&
              other.lookAlike?.role.id === explanation.other?.id,
          );
          const allowed = point?.wrong.map(({ id }) => id);
          for (const { id } of choices.filter((_, place) => place !== right)) expect(allowed).toContain(id);
        }
      }
    }
  });

  it('is neither 経理 nor 会計 where 年末調整 is asked', () => {
    for (const id of ['keiri', 'kaikei']) {
      const entry = roleOf(catalogue, id).duties?.find(({ text }) => text.ja === '年末調整');
      expect(entry).toBeDefined();
      const wrong = wrongIds(catalogue, id, entry);
      expect(wrong.length).toBeGreaterThanOrEqual(3);
      expect(wrong).not.toContain('keiri');
      expect(wrong).not.toContain('kaikei');
    }
    const asked = Array.from({ length: 30 }, (_, seed) => generateQuestions(catalogue, { seed, count: Infinity, language: 'ja' })).flat();
    const adjustments = asked.filter(({ subject }) => subject === '年末調整');
    expect(adjustments).toHaveLength(30);
    for (const { choices } of adjustments) expect(choices.filter(({ id }) => ['keiri', 'kaikei'].includes(id))).toHaveLength(1);
  });

  it.each([
    ['keiri', '代金の請求と入金確認', 'kaikei', '請求書の処理'],
    ['keiri', 'さまざまな税の計算と納付', 'kaikei', '源泉所得税の納付'],
    ['keiri', '出入りするお金の管理', 'kaikei', '現金の出入りの管理'],
    ['kouhou', '問い合わせの窓口', 'jouhou-system', '問い合わせへの対応'],
    ['jimu', '情報処理の資格', 'jouhou-system', '情報処理安全確保支援士'],
  ])('is not %s for %s beside %s, which has %s', (one, headline, other, otherHeadline) => {
    const entry = (id: string, text: string) => entriesOf(roleOf(catalogue, id)).find((candidate) => candidate.text.ja === text);
    expect(wrongIds(catalogue, one, entry(one, headline))).not.toContain(other);
    expect(wrongIds(catalogue, other, entry(other, otherHeadline))).not.toContain(one);
  });

  it('still keeps 経理 and 会計 apart where they differ', () => {
    const apart = everything.filter(({ language, kind, lookAlike }) => language === 'ja' && kind === 'look-alike' && lookAlike !== undefined);
    const between = (one: string, other: string) =>
      apart.filter(({ role, lookAlike }) => role.id === one && lookAlike?.role.id === other).map(({ entry }) => entry.text.ja);
    expect(between('kaikei', 'keiri')).toEqual(['損益の記録と報告']);
    expect(between('keiri', 'kaikei')).toContain('帳簿の点検');
    expect(between('zaimu', 'keiri')).toEqual(['資金調達']);
  });

  it('is nothing for a role that is not there', () => {
    expect(wrongRolesFor(catalogue, 'nobody', { text: both('x') })).toEqual([]);
  });
});

describe("a person's own roles", () => {
  const sales: Role = { id: 'eigyou', name: both('営業'), summary: both('お客さまに商品を勧め、契約を結びます。') };
  const extended = (...own: Role[]): Catalogue => ({ ...catalogue, roles: [...catalogue.roles, ...own] });
  const everything = (from: Catalogue) => Array.from({ length: 10 }, (_, seed) => generateQuestions(from, { seed, count: Infinity, language: 'ja' })).flat();

  it('are asked about, and are among the wrong choices', () => {
    const questions = everything(extended(sales));
    const chosen = questions.filter(({ choices }) => choices.some(({ id }) => id === 'eigyou'));
    expect(questions.filter(({ explanation }) => explanation.role === 'eigyou').map(({ kind, subject }) => ({ kind, subject }))).toContainEqual({
      kind: 'summary',
      subject: sales.summary.ja,
    });
    expect(chosen.filter(({ explanation }) => explanation.role !== 'eigyou').length).toBeGreaterThan(0);
  });

  it('are told from look-alikes of the catalogue, whose file says nothing of them', () => {
    const difference = both('営業は売り、企画は案を立てます。');
    const own: Role = { ...sales, duties: [{ text: both('契約') }], confusedWith: [{ with: 'kikaku', relation: 'look-alike', difference }] };
    const asked = everything(extended(own)).filter(({ kind, explanation }) => kind === 'look-alike' && explanation.text === difference.ja);
    expect(new Set(asked.map(({ explanation }) => explanation.role))).toEqual(new Set(['eigyou', 'kikaku']));
  });

  it('are no wrong choice for what they do as well', () => {
    const adjustment = roleOf(catalogue, 'keiri').duties?.find(({ topic }) => topic === 'year-end-adjustment');
    const filing = roleOf(catalogue, 'jimu').duties?.find(({ text }) => text.ja === 'ファイリング');
    const plain = extended(sales);
    expect(wrongIds(plain, 'keiri', adjustment)).toContain('eigyou');
    expect(wrongIds(plain, 'jimu', filing)).toContain('eigyou');
    const busy = extended({ ...sales, duties: [{ text: both('12月の手続き'), topic: 'year-end-adjustment' }], merits: [{ text: both(' ﾌｧｲﾘﾝｸﾞ') }] });
    expect(wrongIds(busy, 'keiri', adjustment)).not.toContain('eigyou');
    expect(wrongIds(busy, 'jimu', filing)).not.toContain('eigyou');
  });

  it.each([
    ['the name in kana', { name: both('けいり') }],
    ['an alias', { name: both('Bookkeeper') }],
    ['a longer name', { name: both('経理補助') }],
    ['a name as an alias', { aliases: ['経理'] }],
    ['a stand-in', { confusedWith: [{ with: 'keiri', relation: 'stand-in' as const, difference: both('x') }] }],
  ])('are no wrong choice for a role they are under %s', (_, part) => {
    const own: Role = { ...sales, ...part };
    const duty: Entry = { text: both('帳簿') };
    expect(wrongIds(extended(sales), 'keiri', duty)).toContain('eigyou');
    expect(wrongIds(extended(own), 'keiri', duty)).not.toContain('eigyou');
    expect(wrongIds(extended(own), 'eigyou', duty)).not.toContain('keiri');
  });

  it('are no wrong choice for what the role says in other words elsewhere', () => {
    const duty: Entry = { text: both('契約') };
    const twice = roleOf(catalogue, 'butsuryuu');
    const own: Role = { ...sales, duties: [{ text: both('x'), topic: 'payroll' }] };
    const roles = [{ ...twice, duties: [duty, { text: duty.text, topic: 'payroll' }] }, roleOf(catalogue, 'zaimu'), own];
    expect(wrongIds({ ...catalogue, roles }, 'butsuryuu', duty)).toEqual(['zaimu']);
  });

  it('are named by capitals only where a text has the capitals', () => {
    const own: Role = { ...sales, name: both('IT') };
    const said = (text: string) => wrongIds(extended(own), 'butsuryuu', { text: { ja: '契約', en: text } });
    expect(said('Packing it up')).toContain('eigyou');
    expect(said('Packing IT goods')).not.toContain('eigyou');
  });

  it('are offered where a look-alike question needs them, however many look-alikes there are', () => {
    const difference = (id: string) => ({ with: id, relation: 'look-alike' as const, difference: both(`x ${id}`) });
    const ids = ['butsuryuu', 'kouhou', 'zaimu', 'jinji', 'jouhou-system', 'keiri'];
    const own: Role = {
      ...sales,
      duties: ['契約', '商談', '訪問', '接待', '値引', '贈答'].map((text) => ({ text: both(text) })),
      confusedWith: ids.map(difference),
    };
    const asked = everything(extended(own)).filter(({ kind, explanation }) => kind === 'look-alike' && ids.some((id) => explanation.text === `x ${id}`));
    expect(asked.length).toBeGreaterThan(30);
    for (const { choices, explanation } of asked) expect(choices).toContainEqual(explanation.other);
  });

  it('are no two choices of one name', () => {
    const questions = everything(extended(sales, { ...sales, id: 'eigyou-2' }));
    expect(questions.some(({ choices }) => choices.some(({ label }) => label === '営業'))).toBe(true);
    for (const { choices } of questions) expect(choices.filter(({ label }) => label === '営業').length).toBeLessThan(2);
  });
});

describe('gradeAnswers', () => {
  const questions = generateQuestions(catalogue, { seed: 3, count: 20, language: 'ja' });
  const rightOf = questions.map(({ right }) => right);

  it('counts the right answers', () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.integer({ min: 0, max: 3 }), { nil: undefined }), { maxLength: 25 }), (answers) => {
        const { right, total, byQuestion, readAgain } = gradeAnswers(questions, answers);
        expect(byQuestion).toEqual(rightOf.map((place, index) => answers[index] === place));
        expect(right).toBe(byQuestion.filter(Boolean).length);
        expect(total).toBe(questions.length);
        const missed = questions.filter((_, index) => byQuestion[index] === false).map(({ explanation }) => explanation.role);
        expect(new Set(readAgain)).toEqual(new Set(missed));
        const times = readAgain.map((id) => missed.filter((other) => other === id).length);
        expect(times).toEqual(times.toSorted((a, b) => b - a));
        expect(new Set(readAgain).size).toBe(readAgain.length);
      }),
    );
  });

  it('has nothing to read again after right answers', () => {
    expect(gradeAnswers(questions, rightOf)).toEqual({ right: 20, total: 20, byQuestion: Array(20).fill(true), readAgain: [] });
  });

  it('is empty for no questions', () => {
    expect(gradeAnswers([], [1])).toEqual({ right: 0, total: 0, byQuestion: [], readAgain: [] });
  });
});
