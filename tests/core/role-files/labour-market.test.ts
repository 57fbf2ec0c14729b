import { describe, expect, it } from 'vitest';
import { loadCatalogue, loadRoleFolders } from '../../../src/index.ts';
import { areRoles } from '../../../src/core/role-files/role-shape.ts';
import { makeFolder, roleYaml } from '../../helpers/folder.ts';

const builtIn = loadCatalogue();
const load = (labourMarket: string) => loadRoleFolders([makeFolder({ 'own.yaml': roleYaml('own', `labourMarket:\n${labourMarket}`) })], builtIn);
const problemsOf = (labourMarket: string) =>
  load(labourMarket).diagnostics.map(({ code, name, line, column, nearest, allowed, expected }) => ({
    code,
    name,
    at: `${String(line)}:${String(column)}`,
    ...(nearest === undefined ? {} : { nearest }),
    ...(allowed === undefined ? {} : { allowed }),
    ...(expected === undefined ? {} : { expected }),
  }));

const own = `  pay:
    - own: true
      figures:
        label: 当社の店舗事務
        year: 2026
        people: 正社員
        source: 人事部の集計
        byAge: { 25-29: { all: { monthlyScheduled: 260 }, under1: { monthlyScheduled: 245.5, workers: 12 } } }
        all: { overtime: 4, monthlyCash: 300, annualBonus: 800 }
`;

describe('labourMarket of a role file', () => {
  it('names occupations of the statistics, by code or by what they are called', () => {
    expect(problemsOf("  pay: [{ occupation: '1257', own: true }]\n  openings: [{ occupation: '428', own: false }]\n")).toEqual([]);
    expect(problemsOf('  pay: [{ occupation: 総合事務員, own: true }]\n')).toMatchObject([
      { code: 'unknown-reference', name: '総合事務員', nearest: ['1257'] },
    ]);
  });

  it('may have figures of its own, with their source', () => {
    const { ok, catalogue } = load(own);
    expect(ok).toBe(true);
    const role = catalogue.roles.find(({ id }) => id === 'own');
    expect(role?.labourMarket?.pay?.[0]?.figures).toMatchObject({
      year: 2026,
      source: { ja: '人事部の集計' },
      byAge: { '25-29': { all: { monthlyScheduled: 260 } } },
    });
    expect(areRoles([role])).toBe(true);
    expect(areRoles([{ ...role, labourMarket: { pay: [{ own: 'yes' }] } }])).toBe(false);
  });

  it.each<[string, string, object]>([
    ['an unknown code', "  pay:\n    - occupation: '9999'\n      own: true\n", { code: 'unknown-reference', name: '9999', at: '6:19' }],
    ['a code of the other statistics', "  openings:\n    - occupation: '1257'\n      own: true\n", { code: 'unknown-reference', name: '1257', at: '6:19' }],
    [
      'a code that is a number',
      '  pay:\n    - occupation: 1257\n      own: true\n',
      { code: 'wrong-type', name: 'occupation', expected: 'string', at: '6:19' },
    ],
    ['no word on whose it is', "  pay:\n    - occupation: '1257'\n", { code: 'missing-key', name: 'own' }],
    ['neither a code nor figures', '  pay:\n    - own: true\n', { code: 'missing-key', name: 'occupation', at: '6:7' }],
    ['a code and figures', `${own}      occupation: '1257'\n`, { code: 'one-of-two', name: 'figures', expected: 'occupation' }],
    ['figures without their source', own.replace(/ +source: .*\n/, ''), { code: 'missing-key', name: 'source' }],
    ['pay in words', own.replace('260', '26万円'), { code: 'wrong-type', name: 'monthlyScheduled', expected: 'number' }],
    ['pay below nothing', own.replace('260', '-1'), { code: 'outside-scale', name: 'monthlyScheduled' }],
    ['an age that there is not', own.replace('25-29', '25-30'), { code: 'unknown-key', name: '25-30' }],
    ['itself to share with', "  pay:\n    - { occupation: '1257', own: true, sharedWith: [own] }\n", { code: 'self-reference', name: 'own' }],
    [
      'an unknown role to share with',
      "  pay:\n    - { occupation: '1257', own: true, sharedWith: [jinjii] }\n",
      { code: 'unknown-reference', nearest: ['jinji'] },
    ],
    ['no rows', '  pay: []\n', { code: 'empty-list', name: 'pay' }],
    ['a list for a map', '  - pay\n', { code: 'wrong-type', name: 'labourMarket', expected: 'map' }],
  ])('with %s is refused, with its place', (_, labourMarket, problem) => {
    expect(problemsOf(labourMarket)).toMatchObject([problem]);
  });
});
