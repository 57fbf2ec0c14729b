import { parse as parseCsv } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listQuantities, loadCatalogue } from '../../src/index.ts';
import type { RoleListDocument } from '../../src/index.ts';
import { runCli } from '../helpers/cli.ts';
import { makeFolder, roleYaml } from '../helpers/folder.ts';

const catalogue = loadCatalogue();
const list = async (...args: string[]): Promise<RoleListDocument> => JSON.parse((await runCli(['list', ...args, '--format', 'json'])).out) as RoleListDocument;
const idsOf = ({ roles }: RoleListDocument) => roles.map(({ id }) => id);
const all = catalogue.roles.map(({ id }) => id);

describe('list --where', () => {
  it('keeps the roles whose figures say so, and shows the figures', async () => {
    const document = await list('--where', 'regular-schedule >= 60%');
    expect(idsOf(document)).toEqual(['jimu', 'soumu', 'keiri', 'jinji']);
    expect(document.where).toMatchObject([
      { measure: { id: 'regular-schedule', unit: 'share', scale: { minimum: 0, maximum: 1 } }, operator: '>=', value: 0.6 },
    ]);
    expect(document.roles[0]?.figures).toMatchObject([{ value: 0.75, estimated: false, sources: ['job-tag-428'] }]);
    const { out } = await runCli(['list', '--where', 'regular-schedule >= 60%']);
    expect(out).toMatch(/仕事の予定が決まっている +扱うもの/);
    expect(out).toMatch(/事務 +jimu +75% /);
    expect(out).toContain('条件  仕事の予定が決まっている 60%以上');
    expect(out).toContain('範囲  0–100%');
  });
  it('asks for all of several, and shows a measure once', async () => {
    const document = await list('--where', 'regular-schedule >= 60%', '--where', 'sitting > 4.6', '--where', 'sitting < 4.7');
    expect(idsOf(document)).toEqual(['soumu', 'jinji']);
    const { out } = await runCli(['list', '--where', 'sitting > 4.6', '--where', 'sitting < 4.7', '--lang', 'en', '--format', 'csv']);
    const [record] = parseCsv<Record<string, string>>(out, { columns: true });
    expect(Object.keys(record ?? {}).filter((name) => name === 'sitting')).toHaveLength(1);
    expect(record?.sitting).toBe('4.611');
  });
  it('goes together with words, traits and an order', async () => {
    const document = await list('--where', 'sitting>=4', '--facet', 'numbers', '--sort', 'sitting', '--reverse');
    expect(document.sort).toEqual({ by: 'sitting', reversed: true });
    expect(idsOf(document)).toEqual(['keiri']);
    expect(document.unknown?.map(({ id }) => id)).toEqual(['zaimu', 'kaikei']);
    const { out } = await runCli(['list', '--where', 'sitting>=4', '--sort', 'sitting', '--format', 'csv']);
    expect(out.split('\n')[0]).toMatch(/,measure,value,.*,sources$/);
  });
  it('names the roles of which nobody can tell, in every format for people and also where none fits', async () => {
    for (const format of ['table', 'plain', 'markdown', 'html']) {
      const { out } = await runCli(['list', '--where', 'sitting >= 4', '--format', format]);
      expect(out).toContain('財務・会計には数字がないので');
    }
    const { code, err, out } = await runCli(['list', '--where', 'sitting >= 4.9', '--lang', 'en']);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain('Finance (zaimu), Financial accounting (kaikei)');
  });
  it('never lets a role vanish in silence: each is listed, or was left out by a figure, or is named', async () => {
    const folder = makeFolder({ 'own.yaml': roleYaml('own') });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...listQuantities(catalogue)), fc.double({ min: 0, max: 1, noNaN: true }), async ({ id, scale }, part) => {
        const value = (scale.minimum + part * (scale.maximum - scale.minimum)).toFixed(2);
        const [low, high] = await Promise.all(['<', '>='].map((sign) => list('--data', folder, '--where', `${id} ${sign} ${value}`)));
        const named = [low, high].map((document) => document?.unknown?.map((role) => role.id) ?? []);
        expect(named[0]).toEqual(named[1]);
        expect(named[0]).toContain('own');
        expect(
          [...(low?.roles ?? []), ...(high?.roles ?? [])]
            .map((role) => role.id)
            .concat(named[0] ?? [])
            .toSorted(),
        ).toEqual([...all, 'own'].toSorted());
      }),
      { numRuns: 20 },
    );
  });
  it.each(['ja', 'en'] as const)('lists with help what can be asked for, in %s', async (language) => {
    const { out } = await runCli(['list', '--where', 'help', '--lang', language, '--format', 'csv']);
    const ids = parseCsv<Record<string, string>>(out, { columns: true }).map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(catalogue.survey.measures.map(({ id }) => id)));
    expect(ids).not.toContain('family');
    expect((await runCli(['list', '--help', '--lang', language])).out).toContain('--where help');
  });
  it.each([
    [['ja', 'sitting'], /比べる記号がありません[^]*例: backoffice list --where 'sitting >= 3'[^]*引用符/],
    [['en', 'sitting'], /no sign to compare with[^]*list --where 'sitting >= 3'[^]*quotation marks/],
    [['ja', 'regular >= 60%'], /「regular」はありません[^]*もしかして: regular-schedule[^]*--where help/],
    [['en', 'regular >= 60%'], /no measure 'regular'[^]*Did you mean: regular-schedule[^]*--where help/],
    [['ja', '>= 60%'], /項目がありません/],
    [['en', '>= 60%'], /names no measure/],
    [['ja', 'sitting >='], /値がありません/],
    [['en', 'sitting >='], /has no value/],
    [['ja', 'sitting => 4'], /記号「=>」は使えません[^]*< <= = >= >/],
    [['en', 'sitting => 4'], /'=>'[^]*< <= = >= >/],
    [['ja', 'regular-schedule >= 60'], /0から100%まで[^]*60% か 0.6/],
    [['en', 'regular-schedule >= 60'], /0 to 100%[^]*60% or 0.6/],
    [['ja', 'sitting >= four'], /「four」は読めません/],
    [['en', 'sitting >= 6'], /go from 1 to 5/],
  ])('refuses %j', async ([language = '', condition = ''], words) => {
    const { code, err, out } = await runCli(['list', '--where', condition, '--lang', language]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(words);
  });
  it('needs a value', async () => {
    expect((await runCli(['list', '--where'])).code).toBe(2);
  });
});

describe('list --reverse', () => {
  it.each(['default', 'id', 'name', 'family', 'resource'])('turns the order by %s round', async (key) => {
    expect(idsOf(await list('--sort', key, '--reverse'))).toEqual(idsOf(await list('--sort', key)).toReversed());
  });
  it('goes without --sort', async () => {
    const document = await list('--reverse');
    expect(document.sort).toEqual({ by: 'default', reversed: true });
    expect(idsOf(document)).toEqual(all.toReversed());
  });
  it('keeps those without a figure at the end, and says why they are there', async () => {
    const [down, up] = [await list('--sort', 'sitting'), await list('--sort', 'sitting', '--reverse')];
    expect(idsOf(up).slice(-2)).toEqual(['zaimu', 'kaikei']);
    expect(idsOf(up).slice(0, -2)).toEqual(idsOf(down).slice(0, -2).toReversed());
    expect((await runCli(['list', '--sort', 'sitting'])).out).toContain('財務・会計には「座って働く」の数字がないので、最後に置いています。');
    expect((await runCli(['list', '--sort', 'sitting', '--lang', 'en'])).out).toMatch(/last in the list: Finance\s+and\s+Financial\s+accounting/);
  });
  it('keeps own roles at the end that lack what is sorted by', async () => {
    const folder = makeFolder({ 'own.yaml': roleYaml('own').replace(/^(?:family|resource):.*\n/gm, '') });
    for (const key of ['default', 'family', 'resource', 'sitting']) expect(idsOf(await list('--data', folder, '--sort', key, '--reverse')).at(-1)).toBe('own');
  });
});
