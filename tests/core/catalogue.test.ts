import { describe, expect, it } from 'vitest';
import { filterRoles, loadCatalogue, sortKeys, sortRoles } from '../../src/index.ts';

const { roles, ...others } = loadCatalogue();
// The first ten, whatever is added.
const catalogue = { ...others, roles: roles.slice(0, 10) };
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
});
