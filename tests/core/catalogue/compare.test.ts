import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BackofficeError, compareSubjects, findCommonTerms, findConfusions, findSubject, loadCatalogue, sections } from '../../../src/index.ts';
import type { Comparison, Entry } from '../../../src/index.ts';

const catalogue = loadCatalogue();
const ids = catalogue.roles.map(({ id }) => id);
const compare = (...names: string[]): Comparison =>
  compareSubjects(
    catalogue,
    names.map((name) => findSubject(catalogue, name)),
  );
const subjectId = (subject: Comparison['subjects'][number]) => (subject.kind === 'role' ? subject.role.id : subject.concept.id);
const manyRoles = fc.shuffledSubarray(ids, { minLength: 2, maxLength: 10 });

describe('compareSubjects', () => {
  it('keeps every entry of every role exactly once', () => {
    fc.assert(
      fc.property(manyRoles, (names) => {
        const comparison = compare(...names);
        names.forEach((name, place) => {
          const role = catalogue.roles.find(({ id }) => id === name);
          for (const section of sections) {
            const rows = comparison.aspects.find(({ aspect }) => aspect === section)?.rows ?? [];
            const compared: Entry[] = rows.flatMap(({ cells }) => cells[place] ?? []);
            expect(new Set(compared)).toEqual(new Set(role?.[section] ?? []));
            expect(compared).toHaveLength(role?.[section]?.length ?? 0);
          }
        });
      }),
    );
  });

  it('says the same whichever role is named first', () => {
    fc.assert(
      fc.property(manyRoles, (names) => {
        const [forward, backward] = [compare(...names), compare(...names.toReversed())];
        const mirrored = backward.aspects.map(({ aspect, rows }) => ({ aspect, rows: rows.map((row) => ({ ...row, cells: row.cells.toReversed() })) }));
        expect(mirrored).toEqual(forward.aspects);
        expect(findCommonTerms(backward)).toEqual(findCommonTerms(forward));
        expect(backward.differences).toHaveLength(forward.differences.length);
      }),
    );
  });

  it('calls the same what has the same topic in all roles, and shared what some have', () => {
    const { aspects } = compare('keiri', 'zaimu', 'kaikei');
    const rows = aspects.flatMap((aspect) => aspect.rows.map((row) => ({ aspect: aspect.aspect, ...row })));
    const sameness = (topic: string) => rows.find(({ common }) => common?.id === topic)?.sameness;
    expect(sameness('closing-rush')).toBe('same');
    expect(sameness('payroll')).toBe('shared');
    expect(sameness('year-end-adjustment')).toBe('shared');
    for (const row of rows) {
      const filled = row.cells.filter((cell) => cell.length > 0).length;
      if (row.sameness === 'same') expect(filled).toBe(3);
      if (row.sameness === 'shared') expect(filled).toBe(2);
      if (row.sameness === 'rest') expect(row.common).toBeUndefined();
    }
  });

  it('shares between 経理, 財務 and 会計 what they have in common', () => {
    const shared = findCommonTerms(compare('keiri', 'zaimu', 'kaikei')).flatMap(({ terms }) => terms.map(({ id }) => id));
    expect(shared).toEqual(
      expect.arrayContaining([
        'money',
        'money-fulfilment',
        'closing-rush',
        'desk-strain',
        'numerical',
        'steady-work',
        'accuracy',
        'entry-without-qualification',
        'bookkeeping-certificate',
        'payroll-certificate',
        'office-software-certificate',
      ]),
    );
  });

  it.each([
    [[], 'too-few-roles'],
    [['jimu'], 'too-few-roles'],
    [['jimu', 'ｼﾞﾑ'], 'same-role-twice'],
    [['jimu', 'soumu', '事務'], 'same-role-twice'],
  ])('refuses %j', (names, problem) => {
    expect(() => compare(...names)).toThrow(BackofficeError);
    try {
      compare(...names);
    } catch (error) {
      expect(error).toMatchObject({ failure: { code: 'usage', problem } });
    }
  });

  it('compares ten roles and refuses eleven subjects', () => {
    const ten = ids.slice(0, 10);
    expect(compare(...ten).subjects).toHaveLength(10);
    expect(() => compare(...ten, 'marketing')).toThrow(BackofficeError);
  });

  it('has of a concept among roles its summary alone', () => {
    const { aspects } = compare('jimu', 'soumu', 'marketing');
    expect(aspects.length).toBeGreaterThan(5);
    for (const { aspect, rows } of aspects) expect([aspect, rows.some(({ cells }) => (cells[2] ?? []).length > 0)]).toEqual([aspect, aspect === 'summary']);
  });
  it('compares a role with a concept by their summaries', () => {
    const { aspects, differences } = compare('kikaku', 'マーケティング');
    expect(aspects.map(({ aspect }) => aspect)).toEqual(['summary']);
    expect(differences).toHaveLength(1);
  });
});

describe('findConfusions', () => {
  const pairs = [
    ['jimu', 'soumu'],
    ['keiri', 'kaikei'],
    ['keiri', 'zaimu'],
    ['zaimu', 'kaikei'],
    ['kouhou', 'kikaku'],
    ['kikaku', 'marketing'],
    ['soumu', 'jinji'],
    ['jinji', 'roumu'],
    ['front-office', 'back-office'],
  ];
  it.each(pairs as [string, string][])('explains %s and %s from either side, in the same words', (first, second) => {
    const difference = (one: string, other: string) => findConfusions(catalogue, one).find(({ other: subject }) => subjectId(subject) === other)?.difference;
    expect(difference(first, second)).toBeDefined();
    expect(difference(second, first)).toBe(difference(first, second));
    expect(compare(first, second).differences.map(({ confusion }) => confusion.difference)).toEqual([difference(first, second)]);
  });
  it('knows stand-ins from look-alikes', () => {
    const relation = (one: string, other: string) => findConfusions(catalogue, one).find(({ other: subject }) => subjectId(subject) === other)?.relation;
    expect(relation('jinji', 'soumu')).toBe('stand-in');
    expect(relation('roumu', 'jinji')).toBe('stand-in');
    expect(relation('soumu', 'jimu')).toBe('look-alike');
  });
  it('lists no pair twice', () => {
    for (const id of ids) {
      const others = findConfusions(catalogue, id).map(({ other }) => subjectId(other));
      expect(new Set(others).size).toBe(others.length);
    }
  });
});
