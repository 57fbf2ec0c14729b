import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  averageLabourMarket,
  computeAnnualPay,
  labourMarketMeasures,
  listGroups,
  listOpeningsRows,
  listPayRows,
  loadCatalogue,
  measureLabourMarket,
} from '../../../src/index.ts';
import { findBusierNeighbour } from '../../../src/core/figures/labour-market.ts';
import type { LabourMarketMeasure, LabourMarketRow, PayTable, Role } from '../../../src/index.ts';

const catalogue = loadCatalogue();

function findRole(id: string): Role {
  const role = catalogue.roles.find((candidate) => candidate.id === id);
  if (role === undefined) throw new Error(`no role ${id}`);
  return role;
}

const valueOf = (id: string, measure: LabourMarketMeasure) => measureLabourMarket(catalogue, findRole(id), measure)?.value;
const text = (said: string) => ({ ja: said, en: said });
const bare: Role = { id: 'own', name: text('own'), summary: text('own') };
const figures = { label: text('ours'), year: 2026, people: text('us'), source: text('our books') };

describe('computeAnnualPay', () => {
  it('is twelve months with overtime, and the bonus', () => {
    expect(computeAnnualPay({ monthlyCash: 356.5, annualBonus: 1135.9 })).toBe(5413.9);
  });

  it('is not known where either is not', () => {
    expect(computeAnnualPay({ monthlyCash: 356.5 })).toBeUndefined();
    expect(computeAnnualPay({ annualBonus: 1135.9 })).toBeUndefined();
  });

  it('has the precision of what it is made of', () => {
    const tenths = fc.integer({ min: 0, max: 100_000 });
    fc.assert(
      fc.property(tenths, tenths, (cash, bonus) => {
        expect(computeAnnualPay({ monthlyCash: cash / 10, annualBonus: bonus / 10 })).toBe((cash * 12 + bonus) / 10);
      }),
    );
  });
});

describe('findBusierNeighbour', () => {
  const openings = (ratio: number, own = true) => ({ openings: [{ own, figures: { ...figures, ratio } }] });
  const like = (id: string) => ({ with: id, relation: 'look-alike' as const, difference: text('differs') });
  const few: Role = { ...bare, id: 'few', family: 'general', labourMarket: openings(0.3) };
  const kin: Role = { ...bare, id: 'kin', family: 'general', labourMarket: openings(2) };
  const find = (role: Role, ...others: Role[]) => findBusierNeighbour({ ...catalogue, roles: [role, ...others] }, role)?.role.id;

  it.each<[string, Role, Role[], string | undefined]>([
    [
      'a role it is mixed up with, not a busier one of the family',
      { ...few, confusedWith: [like('twin')] },
      [kin, { ...bare, id: 'twin', labourMarket: openings(1) }],
      'twin',
    ],
    ['one that says so from its side', few, [kin, { ...bare, id: 'twin', labourMarket: openings(1), confusedWith: [like('few')] }], 'twin'],
    [
      'none of the family where the one it is mixed up with has fewer',
      { ...few, confusedWith: [like('twin')] },
      [kin, { ...bare, id: 'twin', labourMarket: openings(0.2) }],
      undefined,
    ],
    [
      'the family where the one it is mixed up with has only borrowed ones',
      { ...few, confusedWith: [like('twin')] },
      [kin, { ...bare, id: 'twin', labourMarket: openings(3, false) }],
      'kin',
    ],
    ['the family where it is mixed up with none', few, [kin], 'kin'],
    ['none without a family', { ...bare, id: 'few', labourMarket: openings(0.3) }, [kin], undefined],
    ['none where its own are borrowed', { ...few, labourMarket: openings(0.3, false) }, [kin], undefined],
  ])('finds %s', (_, role, others, found) => {
    expect(find(role, ...others)).toBe(found);
  });

  it.each([
    ['data-nyuuryoku', 'jimu'],
    ['hisho', 'soumu'],
    ['jimu', 'iryou-jimu'],
    ['boueki-jimu', 'eigyou-jimu'],
  ])('leads from %s to %s', (id, found) => {
    expect(findBusierNeighbour(catalogue, findRole(id))?.role.id).toBe(found);
  });
});

describe('measureLabourMarket', () => {
  // By hand from the published tables: 1257, 1251, 1703, 1109, and the classes of 428 and 433.
  it.each<[string, LabourMarketMeasure, number | undefined]>([
    ['jimu', 'pay', 27.96],
    ['jimu', 'starting-pay', 25.61],
    ['jimu', 'overtime', 9],
    ['jimu', 'openings', 0.3],
    ['jimu', 'offered-pay', 20.8],
    ['soumu', 'pay', 27.47],
    ['soumu', 'openings', 1.34],
    ['butsuryuu', 'overtime', 16],
    ['butsuryuu', 'openings', 0.83],
    // Fewer than 5,000 people of that age are in their first year.
    ['jouhou-system', 'starting-pay', undefined],
    ['jouhou-system', 'pay', 28.39],
  ])('of %s, %s: %s', (id, measure, expected) => {
    expect(valueOf(id, measure)).toBe(expected);
  });

  it('says which row, of how many', () => {
    expect(measureLabourMarket(catalogue, findRole('jouhou-system'), 'openings')).toMatchObject({
      unit: 'ratio',
      ownRows: 3,
      occupation: { id: '319', year: 2024, source: 'job-tag-openings' },
    });
  });

  it('never takes a row that is borrowed', () => {
    for (const id of ['kouhou', 'zaimu', 'kaikei']) for (const measure of labourMarketMeasures) expect(valueOf(id, measure), id).toBeUndefined();
    for (const role of catalogue.roles) {
      const borrowed = { ...role, labourMarket: mapRows(role, (row) => ({ ...row, own: false })) };
      for (const measure of labourMarketMeasures) expect(measureLabourMarket(catalogue, borrowed, measure), role.id).toBeUndefined();
    }
  });

  it('takes the first own row, wherever borrowed ones stand, and no other where it lacks the figure', () => {
    const pay: LabourMarketRow<PayTable>[] = [
      { occupation: '1251', own: false },
      { own: true, figures: { ...figures, all: { overtime: 3 } } },
      { occupation: '1257', own: true },
    ];
    const role = { ...bare, labourMarket: { pay } };
    expect(measureLabourMarket(catalogue, role, 'overtime')).toEqual({
      value: 3,
      unit: 'hours-per-month',
      ownRows: 2,
      occupation: figures,
    });
    expect(measureLabourMarket(catalogue, role, 'pay')).toBeUndefined();
  });

  it('knows nothing of a role without rows', () => {
    for (const measure of labourMarketMeasures) expect(measureLabourMarket(catalogue, bare, measure)).toBeUndefined();
    expect([listPayRows(catalogue, bare), listOpeningsRows(catalogue, bare), listGroups(catalogue, bare)]).toEqual([[], [], []]);
  });
});

describe('averageLabourMarket', () => {
  it('has the average of the same cell for pay and hours, and none for openings', () => {
    expect(labourMarketMeasures.map((measure) => averageLabourMarket(catalogue, measure))).toEqual([27.94, 26.61, 11, undefined, undefined]);
  });
});

describe('listGroups', () => {
  it('has the groups of own rows only, each once', () => {
    const groupsOf = (id: string) => listGroups(catalogue, findRole(id)).map(({ id: group }) => group);
    expect(groupsOf('jouhou-system')).toEqual(['10']);
    expect(groupsOf('butsuryuu')).toEqual(['27', '70']);
    expect(groupsOf('kouhou')).toEqual([]);
  });
});

describe('the statistics', () => {
  it('have no cell that fewer than 5,000 people stand for', () => {
    const { occupations, average } = catalogue.labourMarket.wageSurvey;
    for (const { all, bySize = {}, byAge = {} } of [average, ...occupations]) {
      const cells = Object.values(byAge).flatMap((band) => Object.values(band));
      for (const { workers } of [all ?? {}, ...Object.values(bySize), ...cells]) expect(workers).toBeGreaterThanOrEqual(5000);
    }
  });

  it('name a group for every occupation, and are named by every role', () => {
    const { openings, openingsByGroup } = catalogue.labourMarket;
    const groups = openingsByGroup.groups.map(({ id }) => id);
    for (const { group } of openings.occupations) expect(groups).toContain(group);
    for (const role of catalogue.roles) {
      expect(listPayRows(catalogue, role).length, role.id).toBeGreaterThan(0);
      expect(listOpeningsRows(catalogue, role).length, role.id).toBeGreaterThan(0);
    }
  });

  it('are shared both ways', () => {
    for (const { id, labourMarket } of catalogue.roles)
      for (const { occupation, sharedWith = [] } of labourMarket?.pay ?? [])
        for (const other of sharedWith)
          expect(findRole(other).labourMarket?.pay).toContainEqual(expect.objectContaining({ occupation, own: true, sharedWith: [id] }));
  });
});

function mapRows({ labourMarket = {} }: Role, change: <Row extends LabourMarketRow<unknown>>(row: Row) => Row) {
  const { pay = [], openings = [] } = labourMarket;
  return { pay: pay.map(change), openings: openings.map(change) };
}
