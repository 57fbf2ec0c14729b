import { describe, expect, it } from 'vitest';
import { loadCatalogue, loadSearchIndex, roleParts, searchCatalogue, viewConcept, viewRole, viewSearch } from '../../../src/index.ts';
import type { Role } from '../../../src/index.ts';

const catalogue = loadCatalogue();
const names = ['id', 'name', 'japaneseName', 'englishName', 'reading'];
/** A role with no more than it needs. */
const bare: Role = { id: 'own', name: { ja: '店舗事務', en: 'Store administration' }, summary: { ja: '支える。', en: 'Supports.' } };

describe('viewRole', () => {
  it('in parts has all of the whole, each part the same as there', () => {
    for (const role of catalogue.roles) {
      const { role: whole } = viewRole(catalogue, role, 'ja');
      const parts = roleParts.map((part) => viewRole(catalogue, role, 'ja', [part]).role);
      for (const part of parts) {
        expect(whole).toMatchObject({ ...part, distributions: whole.distributions });
        for (const answers of part.distributions ?? []) expect(whole.distributions).toContainEqual(answers);
      }
      expect(viewRole(catalogue, role, 'ja', roleParts).role).toEqual(whole);
      expect(new Set(parts.flatMap((part) => Object.keys(part)))).toEqual(new Set(Object.keys(whole)));
    }
  });

  it('in one part has besides its names only what belongs to it', () => {
    const keysOf = (role: Role, part: (typeof roleParts)[number]) =>
      Object.keys(viewRole(catalogue, role, 'en', [part]).role).filter((key) => !names.includes(key));
    const [role = bare] = catalogue.roles;
    expect(keysOf(role, 'summary')).toEqual(['tier', 'family', 'resource', 'facets', 'focus', 'summary', 'aliases', 'relatedTitles']);
    expect(keysOf(role, 'confused-with')).toEqual(['confusedWith']);
    expect(keysOf(role, 'entry')).toEqual(['entry', 'distributions']);
    expect(keysOf(role, 'checks')).toEqual(['checks']);
    const answersOf = (parts: readonly (typeof roleParts)[number][]) => viewRole(catalogue, role, 'en', parts).role.distributions?.map(({ id }) => id);
    expect(answersOf(['entry'])).toEqual(['experience', 'training-before', 'schooling']);
    expect(answersOf(['conditions', 'path'])).toEqual(['training-after', 'employment']);
    expect(answersOf(['path', 'figures'])).toEqual(['experience', 'training-before', 'training-after', 'employment', 'schooling']);
    expect(keysOf(role, 'figures')).toEqual(['measures', 'distributions']);
    expect(keysOf(bare, 'duties')).toEqual([]);
    expect(keysOf(bare, 'summary')).toEqual(['tier', 'resource', 'facets', 'summary', 'aliases', 'relatedTitles']);
  });

  it('shows the shares that are recorded, of nobody knows how many people, and only the sources of an estimate that it has', () => {
    const measures = {
      sources: ['job-tag'],
      shift: { from: 'onet', to: { skills: ['article'] } },
      estimated: true,
      figures: { sitting: 3, writing: 4 },
      distributions: { employment: { 'regular-employee': 0.9 } },
    };
    const { role } = viewRole(catalogue, { ...bare, measures }, 'ja');
    expect(role.distributions).toMatchObject([{ id: 'employment', options: [{ id: 'regular-employee', share: 0.9 }] }]);
    expect(role.distributions?.[0]).not.toHaveProperty('respondents');
    expect(role.measures).not.toHaveProperty('respondents');
    expect(role.measures?.sources).toEqual(['job-tag', 'onet', 'article']);
    expect(Object.fromEntries((role.measures?.figures ?? []).map(({ id, sources }) => [id, sources]))).toEqual({
      sitting: ['job-tag', 'onet'],
      writing: ['job-tag', 'onet', 'article'],
    });
  });
});

describe('viewConcept', () => {
  it('has no other names where it has none', () => {
    const concept = { id: 'own', name: bare.name, summary: bare.summary };
    expect(viewConcept(catalogue, { kind: 'concept', concept }, 'en').concept).toMatchObject({ id: 'own', aliases: [], confusedWith: [] });
  });
});

describe('viewSearch', () => {
  it('names roles, concepts and guide topics alike', () => {
    const index = loadSearchIndex();
    const { results } = viewSearch(searchCatalogue(index, 'マーケティング', 'en'), 'マーケティング', 'en');
    expect(results).toContainEqual(expect.objectContaining({ kind: 'concept', id: 'marketing', name: 'Marketing', japaneseName: 'マーケティング' }));
  });
});
