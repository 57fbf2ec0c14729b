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

/** Whether a role has rows, but none of its own, in the statistics that a measure is of. */
function isBorrowed(id: string, measure: string): boolean {
  const rows = catalogue.roles.find((role) => role.id === id)?.labourMarket?.[['openings', 'offered-pay'].includes(measure) ? 'openings' : 'pay'] ?? [];
  return rows.length > 0 && rows.every(({ own }) => !own);
}

describe('list --where', () => {
  it('keeps the roles whose figures say so, and shows the figures', async () => {
    const document = await list('--where', 'regular-schedule >= 60%');
    const above = catalogue.roles.filter(({ measures }) => (measures?.figures?.['regular-schedule'] ?? 0) >= 0.595).map(({ id }) => id);
    expect(above).toEqual(expect.arrayContaining(['jimu', 'soumu', 'keiri', 'jinji', 'hisho']));
    expect(idsOf(document)).toEqual(above);
    expect(document.where).toMatchObject([
      { measure: { id: 'regular-schedule', unit: 'share', scale: { minimum: 0, maximum: 1 } }, operator: '>=', value: 0.6 },
    ]);
    expect(document.roles[0]?.figures).toMatchObject([{ value: 0.75, estimated: false, sources: ['job-tag-428'] }]);
    const { out } = await runCli(['list', '--where', 'regular-schedule >= 60%'], { environment: { COLUMNS: '100' } });
    expect(out).toMatch(/仕事の予定が決まっている +扱うもの/);
    expect(out).toMatch(/事務 +jimu +75% /);
    expect(out).toContain('条件  仕事の予定が決まっている 60%以上');
    expect(out).toContain('範囲  0–100%');
  });
  it('asks for all of several, and shows a measure once', async () => {
    const document = await list('--where', 'regular-schedule >= 60%', '--where', 'sitting > 4.6', '--where', 'sitting < 4.7');
    expect(idsOf(document)).toEqual(['soumu', 'jinji', 'hisho']);
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
      expect(out.replace(/\s+/g, '')).toMatch(/数字がないので、条件に当てはまるかどうかはわかりません。[^。]*財務[^。]*会計/);
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
    expect((await runCli(['list', '--help', '--lang', language])).out.replace(/\s+/g, ' ')).toContain('--where help');
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
  it.each(['id', 'name', 'family', 'resource'])('turns the order by %s round', async (key) => {
    expect(idsOf(await list('--sort', key, '--reverse'))).toEqual(idsOf(await list('--sort', key)).toReversed());
  });
  it('goes without --sort, with neighbours below the main roles as ever', async () => {
    const document = await list('--reverse');
    expect(document.sort).toEqual({ by: 'default', reversed: true });
    expect(idsOf(document)).toEqual([...all.slice(0, 10).toReversed(), ...all.slice(10).toReversed()]);
    expect(idsOf(await list('--sort', 'default', '--reverse'))).toEqual(idsOf(document));
  });
  it('keeps those without a figure at the end, and says why they are there', async () => {
    const [down, up] = [await list('--sort', 'sitting'), await list('--sort', 'sitting', '--reverse')];
    expect(idsOf(up).slice(-2)).toEqual(['zaimu', 'kaikei']);
    expect(idsOf(up).slice(0, -2)).toEqual(idsOf(down).slice(0, -2).toReversed());
    expect((await runCli(['list', '--sort', 'sitting'])).out).toMatch(/数字がないので、最後に置いています。\n +職種 +財務 · 会計/);
    expect((await runCli(['list', '--sort', 'sitting', '--lang', 'en'])).out).toMatch(/come last\.\s+Role +Finance · Financial accounting/);
  });
  it('keeps own roles at the end that lack what is sorted by', async () => {
    const folder = makeFolder({ 'own.yaml': roleYaml('own').replace(/^(?:family|resource):.*\n/gm, '') });
    for (const key of ['family', 'resource', 'sitting']) expect(idsOf(await list('--data', folder, '--sort', key, '--reverse')).at(-1)).toBe('own');
    expect(idsOf(await list('--data', folder, '--reverse')).indexOf('own')).toBe(10);
  });
});

describe('pay, overtime and openings', () => {
  // By hand, from the wage survey of 2025 and the statistics of fiscal 2024.
  it.each([
    [
      'pay',
      ['kikaku', 'jouhou-system', 'jimu', 'soumu', 'jinji', 'eigyou-jimu', 'keiri', 'seisan-kanri-jimu', 'butsuryuu', 'uketsuke', 'data-nyuuryoku'],
      [32.03, 28.39, 27.96, 27.47, 27.47, 27.43, 26.11, 25.94, 24.12, 24.06, 22.7],
    ],
    ['starting-pay', ['kikaku', 'soumu', 'jinji', 'jimu', 'keiri', 'eigyou-jimu', 'butsuryuu'], [31.58, 26.57, 26.57, 25.61, 25.26, 25.07, 22.71]],
    [
      'overtime',
      [
        ...['butsuryuu', 'jouhou-system', 'kikaku', 'seisan-kanri-jimu', 'hisho', 'eigyou-jimu', 'jimu', 'soumu', 'jinji', 'keiri', 'data-nyuuryoku'],
        'uketsuke',
      ],
      [16, 12, 11, 11, 10, 10, 9, 9, 9, 8, 8, 6],
    ],
    [
      'openings',
      [
        ...['jouhou-system', 'seisan-kanri-jimu', 'iryou-jimu', 'eigyou-jimu', 'soumu', 'jinji', 'uketsuke', 'butsuryuu', 'hisho', 'keiri', 'kikaku', 'jimu'],
        ...['boueki-jimu', 'data-nyuuryoku'],
      ],
      [2.73, 1.99, 1.61, 1.42, 1.34, 1.14, 1.09, 0.83, 0.67, 0.59, 0.54, 0.3, 0.25, 0.21],
    ],
    [
      'offered-pay',
      [
        ...['jouhou-system', 'kikaku', 'boueki-jimu', 'jinji', 'hisho', 'keiri', 'seisan-kanri-jimu', 'eigyou-jimu', 'soumu', 'data-nyuuryoku', 'butsuryuu'],
        ...['uketsuke', 'jimu', 'iryou-jimu'],
      ],
      [31.2, 26.4, 25.7, 25.6, 25.5, 24.6, 24.6, 23.1, 23, 22.5, 22.1, 21.4, 20.8, 19.9],
    ],
  ])('are what --sort %s goes by, the highest first and borrowed ones never', async (id, ids, values) => {
    const document = await list('--sort', id);
    expect(document.measure).toMatchObject({ id });
    const known = document.roles.filter(({ figure }) => figure !== undefined);
    expect(known.map((role) => role.id)).toEqual(ids);
    expect(known.map(({ figure }) => figure?.value)).toEqual(values);
    expect(idsOf(document).slice(0, known.length)).toEqual(ids);
    expect(document.noFigure?.find(({ reason }) => reason === 'borrowed')?.roles.map((role) => role.id)).toEqual(
      document.roles.filter(({ id: each }) => isBorrowed(each, id)).map((role) => role.id),
    );
    const reversed = await list('--sort', id, '--reverse');
    expect(idsOf(reversed)).toEqual([...ids.toReversed(), ...idsOf(document).slice(ids.length)]);
  });
  it('filter by the value of the first own row, as it is shown', async () => {
    expect(idsOf(await list('--where', 'overtime <= 9'))).toEqual(['jimu', 'soumu', 'keiri', 'jinji', 'uketsuke', 'data-nyuuryoku']);
    // 27.47 is shown as 27.5.
    expect(idsOf(await list('--where', '月給 = 27.5万円'))).toEqual(['soumu', 'jinji']);
    const document = await list('--where', 'openings > 1', '--where', 'pay >= 28');
    expect(idsOf(document)).toEqual(['jouhou-system']);
    expect(document.roles[0]?.figures).toMatchObject([
      { value: 2.73, occupation: '運用・管理（IT）', code: '319', ownRows: 3, year: 2024 },
      { value: 28.39, code: '1109', ownRows: 1, year: 2025 },
    ]);
    // Of 物流, the first row (0.83) counts, not the second (1.66).
    expect(idsOf(await list('--where', 'openings > 1'))).not.toContain('butsuryuu');
  });
  it.each(['ja', 'en'] as const)('say whose they are, of when, who is in them, and what they are not, in %s', async (language) => {
    const read = async (...args: string[]) => (await runCli(['list', ...args, '--lang', language], { environment: { COLUMNS: '200' } })).out;
    const { wageSurvey, openings } = catalogue.labourMarket;
    const flat = (text: string) => text.replace(/\s+/g, '');
    const said = async (...args: string[]) => flat(await read(...args));
    for (const [id, average] of [
      ['pay', language === 'ja' ? '27.9万円' : '¥279,000'],
      ['starting-pay', language === 'ja' ? '26.6万円' : '¥266,000'],
      ['overtime', language === 'ja' ? '11時間' : '11 hours'],
    ] as const) {
      const out = await said('--sort', id);
      expect(out).toContain(flat(wageSurvey.people[language]));
      expect(out).toContain('2025');
      expect(out).toContain(flat(average));
      expect(out).toContain(flat(wageSurvey.occupations.find((occupation) => occupation.id === '1251')?.label[language] ?? '?'));
    }
    expect(await said('--sort', 'overtime')).toMatch(/6月の1か月|onemonth,June/);
    expect(await said('--sort', 'starting-pay')).toMatch(/ほかの仕事の経験者も含みます|whatevertheydidbefore/);
    const ratios = await said('--sort', 'openings');
    expect(ratios).toContain(flat(openings.people[language]));
    expect(ratios).toMatch(/2\.73倍（273人分）|2\.73\(273per100\)/);
    expect(ratios).toMatch(/応募の倍率や採用率ではありません|northeoddsofbeinghired/);
    expect(ratios).toMatch(/少なく見えても募集はあります|looklow,buttherearevacancies/);
    expect(ratios).toMatch(/二つ以上あります。平均せずに、最初の職業の値を使いました。職種情報システム·物流|thefirstisused\.RoleInformationsystems·Logistics/);
    expect(await said('--where', 'openings > 1')).not.toMatch(/少なく見えても|looklow/);
    // There is no average of all occupations.
    for (const id of ['openings', 'offered-pay']) expect(await said('--sort', id)).not.toMatch(/全職業の平均|Averageofalloccupations/);
    expect(await said('--sort', 'offered-pay')).toMatch(/比べられません|donotcomparethetwo/);
    for (const id of ['pay', 'openings'])
      expect(await said('--sort', id)).toMatch(/この職種だけの統計はありません。[^。]*。職種財務·会計·広報|nostatisticsfortheserolesalone/);
    expect(await said('--sort', 'starting-pay')).toMatch(
      /あてはまる人が少なく、数字がないので、最後に置いています。職種情報システム|Therearetoofewpeopleforafigure,sothesecomelast\.RoleInformationsystems/,
    );
  });
  it('say of own roles what their files say', async () => {
    const folder = makeFolder({
      'own.yaml': `${roleYaml('own')}labourMarket:
  pay:
    - own: true
      figures:
        label: 自社の店舗事務
        year: 2024
        people: 自社の社員
        source: 自社の給与表
        byAge: { 25-29: { all: { monthlyScheduled: 300 } } }
`,
    });
    const document = await list('--data', folder, '--sort', 'pay');
    expect(document.roles[1]).toMatchObject({
      id: 'own',
      figure: { value: 30, occupation: '自社の店舗事務', people: '自社の社員', year: 2024, source: '自社の給与表' },
    });
    const { out } = await runCli(['--data', folder, 'list', '--sort', 'pay'], { environment: { COLUMNS: '120' } });
    expect(out).toContain('自社の社員（2024年、自社の給与表）');
    const bare = await list('--data', makeFolder({ 'bare.yaml': roleYaml('bare') }), '--where', 'pay > 10');
    expect(bare.noFigure).toMatchObject([
      { reason: 'borrowed' },
      { reason: 'too-few', roles: [{ id: 'hisho' }] },
      { reason: 'not-recorded', roles: [{ id: 'bare' }] },
    ]);
  });
  it('are given as they are to programs', async () => {
    const { out } = await runCli(['list', '--sort', 'pay', '--where', 'openings > 1', '--format', 'csv']);
    const records = parseCsv<Record<string, string>>(out, { columns: true });
    expect(records[1]).toMatchObject({
      id: 'soumu',
      measure: 'pay',
      value: '27.47',
      unit: '10k-yen-per-month',
      average: '27.94',
      occupation: '庶務・人事事務員',
      code: '1251',
      year: '2025',
      source: 'wage-survey',
      openings: '1.34',
      'openings.occupation': '総務事務',
    });
  });
});
