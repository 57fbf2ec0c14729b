import { readFileSync, readdirSync } from 'node:fs';
import type { Dirent } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadCatalogue, sections } from '../../src/index.ts';
import type { RoleDocument } from '../../src/index.ts';
import { runCli } from '../helpers/cli.ts';

const catalogue = loadCatalogue();
const { survey, roles, sources } = catalogue;
const root = fileURLToPath(new URL('../..', import.meta.url));

/** Copied by hand from the published database: role, measure, value, mean and standard deviation over all occupations. */
const published: readonly (readonly [role: string, measure: string, value: number, average: number, deviation: number])[] = [
  ['jimu', 'regular-schedule', 0.75, 0.5028, 0.1814],
  ['jimu', 'work-life-balance', 3.034, 3.2324, 0.3021],
  ['soumu', 'personnel-hr', 2.778, 1.1894, 0.5678],
  ['soumu', 'conflict-situations', 2.019, 2.3116, 0.4734],
  ['keiri', 'number-facility', 3.265, 2.4754, 0.372],
  ['keiri', 'seasonal-schedule', 0.055, 0.0741, 0.0513],
  ['keiri', 'artistic', 2.172, 2.7543, 0.5035],
  ['zaimu', 'judgment-decision-making', 4.706, 2.5913, 0.8658],
  ['zaimu', 'computers-electronics', 0.05, 1.0314, 0.7133],
  ['kaikei', 'law-government', 2.378, 1.1809, 0.8542],
  ['kaikei', 'realistic', 2.791, 3.3364, 0.3784],
  ['jinji', 'staffing-organizational', 3.36, 2.3261, 0.3923],
  ['jinji', 'negotiation', 3.667, 3.0909, 0.9121],
  ['kouhou', 'fluency-of-ideas', 3.196, 2.7587, 0.5121],
  ['kouhou', 'artistic', 3.304, 2.7543, 0.5035],
  ['butsuryuu', 'contact-with-others', 3.718, 4.2763, 0.4543],
  ['butsuryuu', 'physical-activities', 3.043, 2.5407, 0.4897],
  ['butsuryuu', 'stability', 2.761, 3.136, 0.4208],
  ['kikaku', 'systems-analysis', 3.66, 2.3207, 0.7989],
  ['kikaku', 'compensation', 3.245, 2.829, 0.4024],
  ['jouhou-system', 'programming', 3.26, 1.5015, 0.8597],
  ['jouhou-system', 'computers-electronics', 2.557, 1.0314, 0.7133],
  ['houmu', 'law-government', 3.426, 1.1809, 0.8542],
  ['houmu', 'writing', 5.018, 3.6106, 1.0276],
  ['naibu-kansa', 'evaluating-compliance', 3.817, 3.0614, 0.475],
  ['naibu-kansa', 'systems-analysis', 4.154, 2.3207, 0.7989],
  ['hisho', 'telephone-communication', 4.293, 3.602, 0.7216],
  ['hisho', 'social', 3.651, 3.475, 0.4918],
  ['eigyou-jimu', 'achievement', 2.843, 3.4434, 0.4038],
  ['eigyou-jimu', 'sitting', 4.356, 3.2221, 1.0845],
  ['boueki-jimu', 'transportation', 3.057, 0.9263, 0.6089],
  ['boueki-jimu', 'exactness-accuracy', 4.113, 3.7509, 0.4426],
  ['iryou-jimu', 'service-contribution', 3.47, 3.0954, 0.4149],
  ['iryou-jimu', 'clerical', 2.686, 1.8662, 0.7877],
  ['uketsuke', 'standing', 2.38, 2.9905, 1.0492],
  ['uketsuke', 'contact-with-others', 4.52, 4.2763, 0.4543],
  ['data-nyuuryoku', 'repetitive-tasks', 3.865, 3.1674, 0.376],
  ['data-nyuuryoku', 'computer-work', 3.527, 2.8009, 0.5742],
  ['seisan-kanri-jimu', 'coordination', 4.185, 3.3693, 0.9027],
  ['seisan-kanri-jimu', 'regular-schedule', 0.566, 0.5028, 0.1814],
];

describe('published figures', () => {
  it('are checked over all roles and blocks', () => {
    expect(published.length).toBeGreaterThanOrEqual(20);
    expect(new Set(published.map(([role]) => role))).toEqual(new Set(roles.map(({ id }) => id)));
    const blocks = published.map(([, measure]) => survey.measures.find(({ id }) => id === measure)?.block);
    expect(new Set(blocks)).toEqual(new Set(survey.blocks.map(({ id }) => id)));
  });

  it.each(published)('%s %s is printed as it was published, with its z', async (role, measure, value, average, deviation) => {
    const { out } = await runCli(['show', role, '--section', 'figures', '--lang', 'en', '--format', 'json']);
    const { measures } = (JSON.parse(out) as RoleDocument).role;
    const figure = measures?.figures.find(({ id }) => id === measure);
    expect(figure).toMatchObject({ value, average, standardDeviation: deviation, estimated: ['zaimu', 'kaikei'].includes(role) });
    expect(figure?.z).toBeCloseTo((value - average) / deviation, 3);

    const { out: screen } = await runCli(['show', role, '--section', 'figures', '--lang', 'en'], { environment: { COLUMNS: '100' } });
    const line = screen.split('\n').find((text) => text.trim().startsWith(`${figure?.label ?? '?'} `));
    const isShare = figure?.unit === 'share';
    const printed = (number: number, digits: number) => (isShare ? `${Math.round(number * 100)}%` : number.toFixed(digits));
    const scale = isShare ? '%' : `${figure?.scale.minimum ?? '?'}–${figure?.scale.maximum ?? '?'}`;
    // What is estimated is not known to two decimals.
    const shown = figure?.estimated === true ? `~${printed(value, 1)}` : ` ${printed(value, 2)}`;
    expect(line).toMatch(new RegExp(`${shown} .* ${printed(average, 2)} +${scale}$`));
  });
});

describe('figures of role files', () => {
  it('have a source that is known, and stand on their scale', () => {
    let count = 0;
    for (const { id: roleId, measures } of roles) {
      expect(measures?.sources.length, roleId).toBeGreaterThan(0);
      for (const source of measures?.sources ?? []) expect(sources.map(({ id }) => id)).toContain(source);
      for (const [id, value] of Object.entries(measures?.figures ?? {})) {
        const scale = survey.scales.find(({ id: scaleId }) => scaleId === survey.measures.find((measure) => measure.id === id)?.scale);
        expect(scale, `${roleId} ${id}`).toBeDefined();
        expect(value, `${roleId} ${id}`).toBeGreaterThanOrEqual(scale?.minimum ?? Infinity);
        expect(value, `${roleId} ${id}`).toBeLessThanOrEqual(scale?.maximum ?? -Infinity);
        count += 1;
      }
    }
    expect(count).toBeGreaterThan(400);
  });

  it('are estimates for finance and financial accounting, on interests, skills and knowledge only', () => {
    for (const { id, measures } of roles) {
      expect(measures?.estimated === true, id).toBe(['zaimu', 'kaikei'].includes(id));
      expect(measures?.shift !== undefined, id).toBe(measures?.estimated === true);
      if (measures?.estimated !== true) continue;
      const blocks = Object.keys(measures.figures ?? {}).map((figure) => survey.measures.find((measure) => measure.id === figure)?.block ?? '');
      expect(['interests', 'skills', 'knowledge']).toEqual(expect.arrayContaining(blocks));
      expect(measures.distributions).toBeUndefined();
    }
  });

  it('add up to 1 where one answer was possible', () => {
    for (const { id, measures } of roles) {
      for (const { id: question, several = false } of survey.distributions) {
        const shares = measures?.distributions?.[question];
        if (shares === undefined || several) continue;
        const sum = Object.values(shares).reduce((total, share) => total + share, 0);
        expect(Math.abs(sum - 1), `${id} ${question}`).toBeLessThan(0.005);
      }
    }
  });

  it('stand behind every share of a task: an occupation of the survey', () => {
    const shares = roles.flatMap(({ measures, ...role }) =>
      sections
        .flatMap((section) => role[section] ?? [])
        .flatMap(({ text, share, sources: cited = [] }) => (share === undefined ? [] : [{ text, cited, measured: measures?.sources ?? [] }])),
    );
    expect(shares.length).toBeGreaterThan(40);
    for (const { text, cited, measured } of shares)
      expect(
        cited.filter((source) => measured.includes(source)),
        text.ja,
      ).toHaveLength(1);
  });

  it('are there for whatever a claim is checked against', () => {
    for (const role of roles) {
      for (const { text, evidence } of sections.flatMap((section) => role[section] ?? [])) {
        for (const measure of evidence?.measures ?? []) expect(role.measures?.figures?.[measure], `${role.id} ${text.ja} ${measure}`).toBeDefined();
      }
    }
  });
});

describe('the project', () => {
  it('reads nothing beside its own folder', () => {
    const outside = [['..', 'shared'].join('/'), ['work', 'shared'].join('/'), ...['measures', 'occupations', 'dimensions'].map((name) => `${name}.json`)];
    const isOurs = (entry: Dirent) => entry.isFile() && !/\/(?:node_modules|dist|\.git)(?:\/|$)/.test(entry.parentPath.slice(root.length - 1));
    const files = readdirSync(root, { recursive: true, withFileTypes: true })
      .filter(isOurs)
      .map((entry) => join(entry.parentPath, entry.name).slice(root.length));
    expect(files.length).toBeGreaterThan(100);
    for (const file of files.filter((name) => name !== 'tests/data/figures.test.ts' && name !== 'package-lock.json')) {
      // Two of our schemas for editors are called like files that are not ours.
      const text = readFileSync(`${root}${file}`, 'utf8').replaceAll(/schema\/(?:quiz-)?[a-z]+\.json/g, '');
      for (const name of outside) expect(text.includes(name), `${file}: ${name}`).toBe(false);
    }
  });
});
