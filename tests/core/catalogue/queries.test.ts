import { describe, expect, it } from 'vitest';
import { rankByName } from '../../../src/core/catalogue/queries.ts';
import { filterRoles, findGuideTopic, loadCatalogue, sortKeys, sortRoles } from '../../../src/index.ts';
import type { Role } from '../../../src/index.ts';

const { roles, ...others } = loadCatalogue();
// The first ten, whatever is added.
const catalogue = { ...others, roles: roles.slice(0, 10) };
/** A role with no more than it needs. */
const bare: Role = { id: 'own', name: { ja: '店舗事務', en: 'Store administration' }, summary: { ja: '見積もりで支える。', en: 'Supports.' } };
const withBare = { ...catalogue, roles: [bare, ...catalogue.roles] };
const idsOf = (roles: readonly { id: string }[]) => roles.map(({ id }) => id);

describe('filterRoles', () => {
  it('gives all roles, in the order of the article, without a filter', () => {
    expect(idsOf(filterRoles(catalogue, {})).slice(0, 10)).toEqual([
      'jimu',
      'soumu',
      'keiri',
      'zaimu',
      'kaikei',
      'jinji',
      'kouhou',
      'butsuryuu',
      'kikaku',
      'jouhou-system',
    ]);
  });
  it('takes any of several resources', () => {
    expect(idsOf(filterRoles(catalogue, { resources: ['money'] }))).toEqual(['keiri', 'zaimu', 'kaikei']);
    expect(idsOf(filterRoles(catalogue, { resources: ['goods', 'people'] }))).toEqual(['soumu', 'jinji', 'butsuryuu']);
  });
  it('asks for all of several facets', () => {
    const both = filterRoles(catalogue, { facets: ['desk-work', 'numbers'] });
    expect(idsOf(both)).toEqual(['keiri', 'zaimu', 'kaikei']);
    expect(filterRoles(catalogue, { facets: ['physical-work', 'numbers'] })).toEqual([]);
  });
  it('finds words in any script', () => {
    expect(idsOf(filterRoles(catalogue, { words: ['IT'] }))).toEqual(['jouhou-system']);
    expect(idsOf(filterRoles(catalogue, { words: ['document'], language: 'en' }))).toContain('jimu');
    for (const word of ['会計', 'カイケイ', 'kaikei', 'Financial REPORTING']) expect(idsOf(filterRoles(catalogue, { words: [word] }))).toContain('kaikei');
    expect(filterRoles(catalogue, { words: ['会計', 'zzzz'] })).toEqual([]);
  });
  it('finds nothing by a word of which nothing is left', () => {
    expect(filterRoles(catalogue, { words: ['・'] })).toEqual([]);
  });
  it('finds a role by the little that it says', () => {
    expect(idsOf(filterRoles(withBare, { words: ['見積もり'] }))).toEqual(['own']);
    expect(idsOf(filterRoles(withBare, { words: ['店舗事務'] }))).toEqual(['own']);
  });
});

describe('sortRoles', () => {
  it.each(sortKeys)('by %s keeps every role', (key) => {
    for (const language of ['ja', 'en'] as const) expect(new Set(sortRoles(catalogue, catalogue.roles, key, language))).toEqual(new Set(catalogue.roles));
  });
  it('sorts names as they are spoken', () => {
    expect(idsOf(sortRoles(catalogue, catalogue.roles, 'name', 'ja')).slice(0, 3)).toEqual(['kaikei', 'kikaku', 'keiri']);
    expect(idsOf(sortRoles(catalogue, catalogue.roles, 'name', 'en')).slice(0, 3)).toEqual(['keiri', 'jimu', 'zaimu']);
  });
  it('sorts by id and by what is handled', () => {
    const ids = idsOf(sortRoles(catalogue, catalogue.roles, 'id', 'ja'));
    expect(ids).toEqual([...ids].sort());
    expect(idsOf(sortRoles(catalogue, catalogue.roles, 'resource', 'ja'))[0]).toBe('soumu');
  });
  it('puts last what handles nothing and is of no family, and sorts it by its name where it has no reading', () => {
    for (const key of ['family', 'resource'] as const) expect(idsOf(sortRoles(withBare, withBare.roles, key, 'ja')).at(-1)).toBe('own');
    expect(idsOf(sortRoles(withBare, withBare.roles, 'name', 'ja')).at(-1)).toBe('own');
  });
});

describe('rankByName', () => {
  it('puts first what is called so, then what has such an alias, then the others', () => {
    expect(idsOf(rankByName([{ ...bare, aliases: ['けいり係'] }, ...catalogue.roles], 'けいり')).slice(0, 3)).toEqual(['keiri', 'own', 'jimu']);
  });
});

describe('findGuideTopic', () => {
  it('finds a topic without aliases by its id and title', () => {
    const [topic] = catalogue.guide;
    if (topic === undefined) throw new Error('no topic');
    const { id, order, title, summary, sections } = topic;
    const only = { ...catalogue, guide: [{ id, order, title, summary, sections }] };
    for (const name of [id, title.ja, title.en]) expect(findGuideTopic(only, name).id).toBe(id);
  });
});
