import { cpSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { findConfusions, subjectBody } from '../../src/core/catalogue/queries.ts';
import { tierOf } from '../../src/core/catalogue/tiers.ts';
import { cleanText } from '../../src/core/clean.ts';
import { languages, loadCatalogue, loadDataFolder, sections, viewConcept, viewGuideTopic, viewRole } from '../../src/index.ts';
import { makeFolder } from '../helpers/folder.ts';

const folder = fileURLToPath(new URL('../../data', import.meta.url));
const catalogue = loadCatalogue();
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.yaml'));

/** Every value of a plain document with its path. */
function* walk(value: unknown, path = ''): Generator<{ path: string; value: unknown }> {
  yield { path, value };
  if (typeof value === 'object' && value !== null) for (const [key, item] of Object.entries(value)) yield* walk(item, `${path}/${key}`);
}

/** The shape of a document: its keys and the lengths of its lists, without its texts. */
function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shapeOf);
  if (typeof value !== 'object' || value === null) return typeof value;
  // A question carries its Japanese wording where the document is not Japanese.
  const entries = Object.entries(value).filter(([key]) => key !== 'japanese');
  return Object.fromEntries(entries.map(([key, item]) => [key, shapeOf(item)]));
}

const plainPath = new RegExp(
  [
    String.raw`/(?:id|tier|reading|family|resource/\d+|facets/\d+|aliases/\d+|relatedTitles/\d+|openLists/\d+|topic|frequency|with|relation|`,
    String.raw`sources/\d+|occupation|sharedWith/\d+|class|group|guide|updated|address|partOf|codes/[a-z-]+|`,
    String.raw`from|to/[a-z]+/\d+|(?:m|reversedM)easures/\d+|dimension|avoidance|block|section|scale|unit|source|readings/[^/]+|synonyms/\d+/\d+|words/\d+)$`,
  ].join(''),
);

describe('data/', () => {
  it('loads without a problem and is what was compiled', () => {
    const result = loadDataFolder(folder);
    expect(result).toMatchObject({ ok: true });
    expect(result.ok && result.catalogue).toEqual(catalogue);
  });

  it.each([
    ['facets.yaml', 'facets:\n', 'facetes:\n', ['missing-key', 'unknown-key']],
    ['facets.yaml', 'id: desk-work', 'id: numbers', ['duplicate-id']],
    ['quiz/items.yaml', 'items:\n', 'item:\n', ['missing-key', 'unknown-key']],
    ['quiz/scale.yaml', 'value: 5', 'value: 6', ['outside-scale']],
    ['quiz/scale.yaml', 'value: 2', 'value: 1', ['outside-scale']],
    ['quiz/scale.yaml', '  - { value: 5, label: { ja: ぜひやってみたい, en: Would love to } }\n', '', ['outside-scale']],
  ])('is refused for a slip in %s: %j for %j', (file, from, to, codes) => {
    const copy = makeFolder();
    cpSync(folder, copy, { recursive: true });
    writeFileSync(join(copy, file), readFileSync(join(copy, file), 'utf8').replace(from, to));
    const result = loadDataFolder(copy);
    const told = result.ok ? [] : result.diagnostics.filter((diagnostic) => diagnostic.file === join(copy, file));
    expect(told.map(({ code }) => code)).toEqual(codes);
  });

  it('is refused for warnings, too', () => {
    const copy = makeFolder();
    cpSync(folder, copy, { recursive: true });
    const spoil = (file: string, from: string, to: string) => {
      const text = readFileSync(join(copy, file), 'utf8');
      expect(text).toContain(from);
      writeFileSync(join(copy, file), text.replace(from, to));
    };
    spoil('roles/jimu.yaml', 'dimension: backstage', 'dimension: on-stage');
    spoil('concepts.yaml', 'en: Marketing', 'en: マーケティング');
    const result = loadDataFolder(copy);
    expect(result.ok ? [] : result.diagnostics.map(({ code, name }) => [code, name])).toEqual([
      ['missing-translation', 'name'],
      ['unknown-dimension', 'on-stage'],
    ]);
  });

  it.each(files)('%s says everything in both languages, in non-empty texts without control characters', (file) => {
    const source = readFileSync(`${folder}/${file}`, 'utf8');
    // Line by line, so that line breaks do not count; cleaning folds spaces, which do no harm.
    for (const line of source.split('\n')) expect(cleanText(line)).toBe(line.trim().replace(/ +/g, ' ').normalize('NFC'));
    const document: unknown = parse(source);
    const texts = [...walk(document)].filter(({ value }) => typeof value === 'object' && value !== null && languages.some((language) => language in value));
    // What is generated has numbers only, and readings are Japanese.
    if (!source.includes('# Generated') && !['readings.yaml', 'synonyms.yaml'].includes(file)) expect(texts.length).toBeGreaterThan(0);
    for (const { path, value } of texts) {
      expect(Object.keys(value as object), path).toEqual([...languages]);
      for (const text of Object.values(value as object)) expect((text as string).trim().length, path).toBeGreaterThan(0);
    }
    // What a plain string may be: ids, aliases and dates; everything else is a text in both languages.
    const plain = [...walk(document)].filter(({ path, value }) => typeof value === 'string' && !/\/(?:ja|en)$/.test(path));
    for (const { path } of plain) expect(path).toMatch(plainPath);
  });

  it('has texts of their own in each language', () => {
    const same = [...walk(catalogue)].flatMap(({ path, value }) =>
      typeof value === 'object' && value !== null && 'ja' in value && 'en' in value && value.ja === value.en ? [path] : [],
    );
    const names = same.map((path) =>
      path
        .split('/')
        .slice(1)
        .reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], catalogue),
    );
    expect(names).toEqual([{ ja: 'job tag', en: 'job tag' }]);
  });

  it('has the same entries in both languages, as they are shown', () => {
    for (const role of catalogue.roles) expect(shapeOf(viewRole(catalogue, role, 'en').role)).toEqual(shapeOf(viewRole(catalogue, role, 'ja').role));
    for (const topic of catalogue.guide)
      expect(shapeOf(viewGuideTopic(catalogue, topic, 'en').topic)).toEqual(shapeOf(viewGuideTopic(catalogue, topic, 'ja').topic));
    for (const concept of catalogue.concepts) {
      const subject = { kind: 'concept', concept } as const;
      expect(shapeOf(viewConcept(catalogue, subject, 'en').concept)).toEqual(shapeOf(viewConcept(catalogue, subject, 'ja').concept));
    }
  });

  it('has ten main roles and nine neighbours, each with what every reader looks for', () => {
    expect(catalogue.roles.map(tierOf)).toEqual([...Array.from({ length: 10 }, () => 'main'), ...Array.from({ length: 9 }, () => 'neighbour')]);
    for (const role of catalogue.roles) {
      for (const key of ['reading', 'family', 'resource', 'focus', 'duties', 'merits', 'demerits', 'suits', 'checks', 'sources'] as const)
        expect(role[key], `${role.id} ${key}`).toBeDefined();
      for (const key of ['entry', 'conditions', 'path', 'measures', 'labourMarket'] as const) expect(role[key], `${role.id} ${key}`).toBeDefined();
      // Of the neighbours no source says what helps against what is hard.
      if (tierOf(role) === 'main') for (const { text, coping } of role.demerits ?? []) expect(coping, `${role.id}: ${text.ja}`).toBeDefined();
    }
  });

  it('takes nothing about neighbours from the article, which does not speak of them', () => {
    for (const role of catalogue.roles.filter((each) => tierOf(each) === 'neighbour')) expect(JSON.stringify(role), role.id).not.toContain('"article"');
  });

  it.each([
    ['eigyou-jimu', 'jimu'],
    ['uketsuke', 'jimu'],
    ['hisho', 'soumu'],
    ['houmu', 'soumu'],
    ['naibu-kansa', 'keiri'],
    ['seisan-kanri-jimu', 'butsuryuu'],
    ['boueki-jimu', 'butsuryuu'],
    ['data-nyuuryoku', 'jimu'],
    ['iryou-jimu', 'uketsuke'],
    ['iryou-jimu', 'jimu'],
    ['eigyou-jimu', 'boueki-jimu'],
    ['houmu', 'naibu-kansa'],
    ['hisho', 'uketsuke'],
    ['roumu', 'jinji'],
    ['roumu', 'keiri'],
  ])('says how %s and %s differ, from either side', (one, other) => {
    for (const [from, to] of [
      [one, other],
      [other, one],
    ] as const)
      expect(findConfusions(catalogue, from).map(({ other: found }) => subjectBody(found).id)).toContain(to);
  });

  it('uses every term of its vocabularies', () => {
    const entries = catalogue.roles.flatMap((role) => sections.flatMap((section) => role[section] ?? []));
    const used = {
      facets: new Set(catalogue.roles.flatMap(({ facets = [] }) => facets)),
      families: new Set(catalogue.roles.flatMap(({ family = '' }) => family)),
      resources: new Set(catalogue.roles.flatMap(({ resource = [] }) => resource)),
      topics: new Set(entries.flatMap(({ topic = '' }) => topic)),
      sources: new Set([
        ...[...catalogue.roles, ...entries, ...catalogue.guide].flatMap(({ sources = [] }) => sources),
        ...catalogue.roles.flatMap((role) => viewRole(catalogue, role, 'ja').role.measures?.sources ?? []),
        ...Object.values(catalogue.labourMarket).map(({ source }: { source: string }) => source),
      ]),
    };
    const avoided = new Set(entries.flatMap(({ avoidance = '' }) => avoidance));
    for (const { id } of catalogue.fit.avoidances) expect(avoided, 'avoidances').toContain(id);
    for (const key of ['facets', 'families', 'resources', 'topics', 'sources'] as const)
      for (const { id } of catalogue[key]) expect(used[key], key).toContain(id);
  });

  it('gives a topic to at least two roles, and to one entry of each at most', () => {
    for (const { id } of catalogue.topics) {
      const counts = catalogue.roles.map((role) => sections.flatMap((section) => role[section] ?? []).filter(({ topic }) => topic === id).length);
      expect(Math.max(...counts), id).toBe(1);
      expect(counts.filter((count) => count > 0).length, id).toBeGreaterThanOrEqual(2);
    }
  });

  it('puts the warning about overtime beside the promise of little overtime', () => {
    const jimu = catalogue.roles.find(({ id }) => id === 'jimu');
    const overtime = jimu?.merits?.find(({ text }) => text.ja.includes('残業'));
    expect(overtime?.caution?.ja).toMatch(/残業/);
    expect(overtime?.caution?.en).toMatch(/overtime/);
    expect(jimu?.demerits?.some(({ text }) => text.ja.includes('残業'))).toBe(true);
  });
});
