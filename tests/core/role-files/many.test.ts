import { describe, expect, it } from 'vitest';
import { mostOfFile } from '../../../src/core/role-files/diagnostics.ts';
import { checkRoleFiles, loadCatalogue, loadRoleFolders } from '../../../src/index.ts';
import { makeFolder, roleYaml } from '../../helpers/folder.ts';

const builtIn = loadCatalogue();

describe('a role file', () => {
  it.each<[string, string, string, number]>([
    ['wrong facets', `facets: [${Array.from({ length: 30_000 }, () => 'a').join(',')}]\n`, 'unknown-reference', 30_000],
    ['unknown keys', Array.from({ length: 3_000 }, (_, index) => `k${index}: 1\n`).join(''), 'unknown-key', 3_000],
    ['equal keys', 'x: 1\n'.repeat(12_000), 'yaml-duplicate-key', 12_000],
  ])('with very many %s is reported with the first of them, and how many others there are', (_, lines, code, count) => {
    const result = loadRoleFolders([makeFolder({ 'own.yaml': roleYaml('own', lines) })], builtIn);
    const problems = result.ok ? [] : result.diagnostics;
    expect(problems.slice(0, -1).map((problem) => problem.code)).toEqual(expect.arrayContaining([code]));
    expect(problems).toHaveLength(mostOfFile + 1);
    expect(problems.at(-1)).toMatchObject({ code: 'too-many-problems', expected: String(count - mostOfFile) });
  });
});

describe('very many role files', () => {
  it('that are all bad, and all alike, are checked', () => {
    // Each in its own spelling: a-bcdefghij, ab-cdefghij …
    const spell = (number: number) => Array.from('abcdefghij', (letter, place) => ((number >> place) % 2 === 1 ? `${letter}-` : letter)).join('');
    const bad = (id: string) =>
      `id: ${id}\nname: { ja: 役割${id}, en: Role ${id} }\nsummary: { ja: 支える。, en: Supports. }\n` +
      `facets: [desk-wrok]\naliases: [おなじ, ${spell(Number(id.slice(1)))}]\n` +
      'duties:\n  - text: { ja: 見積書の作成, en: Preparing quotations }\nmerits: []\n';
    const folder = makeFolder(Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`r${index}.yaml`, bad(`r${index}`)])));
    const { files, diagnostics } = checkRoleFiles([folder], builtIn);
    expect(files).toHaveLength(1000);
    for (const code of ['unknown-reference', 'shared-name', 'same-name', 'empty-section'])
      expect(diagnostics.filter((problem) => problem.code === code)).toHaveLength(1000);
  });
});
