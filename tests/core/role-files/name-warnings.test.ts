import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BackofficeError, checkRoleFiles, findSubject, loadCatalogue, loadRoleFolders } from '../../../src/index.ts';
import { makeFolder } from '../../helpers/folder.ts';

const builtIn = loadCatalogue();
const names = ['経理', 'keiri', 'ケイリ', 'Accounting', '営業', 'えいぎょう', 'Sales', 'own-1', '人事担当', 'マーケティング', '支援'];
const file = fc.record({ ja: fc.constantFrom(...names), en: fc.constantFrom(...names), aliases: fc.uniqueArray(fc.constantFrom(...names), { maxLength: 3 }) });

/** What a name shows, or may mean where it shows nothing. */
function meantBy(folder: string, name: string): readonly string[] {
  const { catalogue } = loadRoleFolders([folder], builtIn);
  try {
    const subject = findSubject(catalogue, name);
    return [subject.kind === 'role' ? subject.role.id : subject.concept.id];
  } catch (error) {
    if (!(error instanceof BackofficeError) || error.failure.code !== 'ambiguous-role') throw error;
    return error.failure.candidates.map(({ id }) => id);
  }
}

describe('warnings of names', () => {
  it('tell of exactly those that do not show their role', () => {
    fc.assert(
      fc.property(fc.array(file, { minLength: 1, maxLength: 3 }), (roles) => {
        const yaml = ({ ja, en, aliases }: (typeof roles)[number], index: number) =>
          `id: own-${index}\nname: { ja: ${ja}, en: ${en} }\nsummary: { ja: 支える。, en: Supports. }\naliases: [${aliases.join(', ') || '別名'}]\n`;
        const folder = makeFolder(Object.fromEntries(roles.map((role, index) => [`own-${index}.yaml`, yaml(role, index)])));
        const { diagnostics } = checkRoleFiles([folder], builtIn);
        roles.forEach(({ ja, en, aliases }, index) => {
          for (const name of new Set([ja, en, ...aliases])) {
            const told = diagnostics.find(
              (found) => found.file === join(folder, `own-${index}.yaml`) && found.name === name && /^(?:shared|hidden)-name$/.test(found.code),
            );
            const meant = meantBy(folder, name);
            const expected = !meant.includes(`own-${index}`) ? 'hidden-name' : meant.length > 1 ? 'shared-name' : undefined;
            expect(told?.code, name).toBe(expected);
          }
        });
      }),
      { numRuns: 60 },
    );
  });
});
