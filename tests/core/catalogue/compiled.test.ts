import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openCompiledCatalogue, serializeCatalogue } from '../../../src/core/catalogue/compiled.ts';
import { languages } from '../../../src/core/catalogue/model.ts';
import type { Catalogue } from '../../../src/core/catalogue/model.ts';
import { addRoles } from '../../../src/core/catalogue/queries.ts';
import { loadDataFolder } from '../../../src/core/role-files/load.ts';
import { compareSubjects } from '../../../src/core/catalogue/compare.ts';
import { viewComparison } from '../../../src/core/views/comparison.ts';
import { viewRole } from '../../../src/core/views/role.ts';
import { loadCatalogue } from '../../../src/index.ts';
import { dataFolder, runCli } from '../../helpers/cli.ts';
import { makeFolder } from '../../helpers/folder.ts';

const file = fileURLToPath(new URL('../../../dist/catalogue.ndjson', import.meta.url));
const result = loadDataFolder(dataFolder);
if (!result.ok) throw new Error('the data have problems');
const whole = result.catalogue;

describe('the compiled catalogue', () => {
  it('is what the data files say, in the same order, read part by part or as a whole', () => {
    const written = JSON.stringify(whole);
    expect(JSON.stringify(openCompiledCatalogue(file))).toBe(written);
    expect(JSON.stringify(loadCatalogue())).toBe(written);
    // Whatever has a value there, the library gives as one: a program may print or copy it.
    const isPlain = (value: object) => Object.values(Object.getOwnPropertyDescriptors(value)).every((property) => property.get === undefined);
    expect([loadCatalogue(), ...loadCatalogue().roles].every(isPlain)).toBe(true);
  });

  it('gives every role and every pair of roles the views that the whole gives them, in any order of reading', () => {
    for (const language of languages) {
      for (const role of whole.roles) {
        // Opened anew, so that nothing was read before.
        const opened = openCompiledCatalogue(file);
        const found = opened.roles.find(({ id }) => id === role.id) ?? role;
        expect(viewRole(opened, found, language)).toEqual(viewRole(whole, role, language));
        const other = opened.roles.at(-1) ?? found;
        const compare = (catalogue: Catalogue, ids: readonly string[]) =>
          viewComparison(
            catalogue,
            compareSubjects(
              catalogue,
              catalogue.roles.filter(({ id }) => ids.includes(id)).map((one) => ({ kind: 'role', role: one }) as const),
            ),
            language,
          );
        if (found !== other) expect(compare(opened, [role.id, other.id])).toEqual(compare(whole, [role.id, other.id]));
      }
    }
  });

  it('may hold roles of any id, and what only some roles have', () => {
    const roles = ['survey', 'role/keiri', '"],', '経理', '__proto__', 'a\nb'].map((id) => ({ id, name: { ja: id, en: id }, summary: { ja: id, en: id } }));
    const [first, ...others] = roles;
    const some = {
      ...whole,
      roles: [{ ...first, duties: [] }, ...others, { ...roles[1], id: 'x', merits: [{ text: { ja: 'あ\n"', en: '\u2028' } }] }],
    } as Catalogue;
    const written = join(makeFolder(), 'catalogue.ndjson');
    writeFileSync(written, serializeCatalogue(some));
    const opened = openCompiledCatalogue(written);
    expect(opened).toEqual(some);
    expect(opened.roles.map((role) => Object.keys(role))).toEqual(some.roles.map((role) => Object.keys(role)));
  });

  it('takes own roles without reading more', () => {
    const read = watch();
    const own = { id: 'own', name: { ja: '自', en: 'own' }, summary: { ja: '自', en: 'own' } };
    const added = addRoles(read.catalogue, [own]);
    expect(read.parts).toEqual([]);
    expect(JSON.stringify(added)).toBe(JSON.stringify(addRoles(whole, [own])));
  });
});

/** The catalogue, and what was read of it. */
function watch(): { readonly catalogue: Catalogue; readonly parts: string[] } {
  const parts: string[] = [];
  const catalogue = openCompiledCatalogue(file);
  for (const [prefix, part] of [['', catalogue], ...catalogue.roles.map((role) => [`${role.id} `, role] as const)] as const) {
    for (const [key, property] of Object.entries(Object.getOwnPropertyDescriptors(part))) {
      if (property.get === undefined) continue;
      const name = prefix === '' ? key : prefix.trim();
      const seen = () => {
        if (!parts.includes(name)) parts.push(name);
        return property.get?.() as unknown;
      };
      Object.defineProperty(part, key, { get: seen });
    }
  }
  return { catalogue, parts };
}

describe('a command reads', () => {
  it.each([
    ['list', []],
    ['list --resource money --format json', []],
    ['show keiri', ['keiri', 'labourMarket', 'sources', 'survey']],
    ['compare jimu soumu', ['jimu', 'labourMarket', 'soumu', 'survey', 'topics']],
    ['guide', ['guide']],
    ['guide pay', ['guide', 'sources']],
    ['--help', []],
    ['show --help', []],
    ['lsit', []],
  ])('of the catalogue for %s no more than it needs', async (line, expected) => {
    const { catalogue, parts } = watch();
    await runCli(line.split(' '), { loadCatalogue: () => catalogue });
    expect(parts.toSorted()).toEqual(expected);
  });

  it('for a search the texts of the roles in which words may stand', async () => {
    const { catalogue, parts } = watch();
    await runCli(['search', '年末調整'], { loadCatalogue: () => catalogue });
    expect(parts.filter((part) => whole.roles.some(({ id }) => id === part)).toSorted()).toEqual(['kaikei', 'keiri']);
  });
});
