import { describe, expect, it } from 'vitest';
import { languages, loadCatalogue, roleParts } from '../../src/index.ts';
import type { Entry, Language, Role, Section } from '../../src/core/catalogue/model.ts';
import { runCli } from '../helpers/cli.ts';

const catalogue = loadCatalogue();
const told = ['entry', 'conditions', 'path'] as const satisfies readonly Section[];
const known = new Set(catalogue.sources.map(({ id }) => id));
const entriesOf = (role: Role, wanted: readonly Section[] = told) => wanted.flatMap((section) => (role[section] ?? []).map((entry) => ({ section, entry })));
const saidIn = ({ text, detail }: Entry, language: Language) => `${text[language]} ${detail?.[language] ?? ''}`;
const roleOf = (id: string) => catalogue.roles.find((role) => role.id === id);

describe.each(catalogue.roles)('the ways in, on and through $id', (role) => {
  it('are told, each with sources that there are', () => {
    for (const section of told) expect(role[section]?.length, section).toBeGreaterThan(0);
    for (const { section, entry } of entriesOf(role)) {
      const sources = entry.sources ?? role.sources ?? [];
      expect(
        sources.filter((id) => !known.has(id)),
        entry.text.ja,
      ).toEqual([]);
      // The article says nothing of how people work, nor of where it leads.
      if (section !== 'entry') expect([entry.text.ja, sources.filter((id) => !/^job-tag-\d+$/.test(id))]).toEqual([entry.text.ja, []]);
    }
  });

  it.each(languages)('begin with whether experience is asked for, in %s', (language) => {
    const [first] = role.entry ?? [];
    expect(first && saidIn(first, language)).toMatch(language === 'ja' ? /経験|中途/ : /experience|mid-career|beginners/i);
  });

  it('say nothing of the sex or the age of those who work there', () => {
    for (const { entry } of entriesOf(role)) {
      expect(saidIn(entry, 'ja')).not.toMatch(/女性|男性|若い|若手|年齢|高齢|\d歳/);
      expect(saidIn(entry, 'en')).not.toMatch(/\b(?:wom[ae]n|m[ae]n|female|male|young|elderly|aged?)\b/i);
    }
  });

  it('leave nobody without the questions that every contract raises', () => {
    const topics = (role.checks ?? []).flatMap(({ topic }) => topic ?? []);
    for (const topic of ['employment-type', 'fixed-overtime', 'trial-period']) expect(topics).toContain(topic);
    for (const { text } of role.checks ?? []) expect([text.ja.slice(-1), text.en.slice(-1)]).toEqual(['。', '?']);
  });

  it('say of each certificate what it is for', () => {
    for (const { text, detail } of role.qualifications ?? []) expect(detail, text.ja).toBeDefined();
  });
});

describe('what is said of another occupation', () => {
  /** What the occupations of a role that has several of them are called. */
  const names: Readonly<Record<string, Readonly<Record<Language, RegExp>>>> = {
    'job-tag-542': { ja: /事務/, en: /clerk/i },
    'job-tag-485': { ja: /倉庫作業員/, en: /warehouse workers/i },
    'job-tag-318': { ja: /基盤システムのエンジニア/, en: /infrastructure systems engineers/i },
    'job-tag-319': { ja: /運用・管理/, en: /operation and administration/i },
    'job-tag-320': { ja: /ヘルプデスク/, en: /help desk/i },
  };

  it.each(['butsuryuu', 'jouhou-system'])('is said to be of it, in a role of several (%s)', (id) => {
    const role = roleOf(id);
    const all = role?.measures?.sources ?? [];
    const some = role === undefined ? [] : entriesOf(role).filter(({ entry }) => (entry.sources?.length ?? 0) < all.length);
    expect(some.length).toBeGreaterThan(5);
    for (const { entry } of some)
      for (const source of entry.sources ?? []) for (const language of languages) expect(saidIn(entry, language)).toMatch(names[source]?.[language] ?? /^$/);
  });

  it.each(['zaimu', 'kaikei'])('is said to be of accounting clerks or of a head of accounting, in %s', (id) => {
    const role = roleOf(id);
    const borrowed = (role === undefined ? [] : entriesOf(role)).filter(({ entry }) => entry.sources?.some((source) => source.startsWith('job-tag')));
    expect(borrowed.length).toBeGreaterThan(3);
    for (const { entry } of borrowed) {
      expect(saidIn(entry, 'ja')).toMatch(/経理/);
      expect(saidIn(entry, 'en')).toMatch(/accounting/i);
    }
  });

  it('is said to be of product planning and research, in kikaku', () => {
    const [first] = roleOf('kikaku')?.entry ?? [];
    expect(first?.detail?.ja).toMatch(/商品.*経営企画/);
    expect(first?.detail?.en).toMatch(/product.*corporate planning/);
  });

  it('is of a head of accounting only where it leads', () => {
    const citing = catalogue.roles.flatMap((role) =>
      entriesOf(role, ['duties', 'specialties', 'merits', 'demerits', 'suits', ...told, 'qualifications', 'checks'])
        .filter(({ entry }) => entry.sources?.includes('job-tag-538'))
        .map(({ section }) => section),
    );
    expect(new Set(citing)).toEqual(new Set(['path']));
  });
});

describe('what people in the job answered', () => {
  it.each([
    ['ja', '働いている人の意見で、未経験可の求人の割合ではありません', '就く前の経験', 'よくある雇用形態', '一人で働けるまで'],
    ['en', 'opinions, not the share of vacancies open to beginners', 'Experience before', 'Common types of employment', 'Time until you can work'],
  ])('stands below the section that it belongs to, as what it is (%s)', async (language, caveat, experience, employment, alone) => {
    const pageOf = async (section: string) => {
      const { out } = await runCli(['show', 'keiri', '--lang', language, '--section', section, '--format', 'markdown']);
      return out;
    };
    const [entry, conditions, path] = await Promise.all(told.map(pageOf));
    expect(entry).toContain(caveat);
    expect(entry?.indexOf(experience)).toBeGreaterThan(entry?.indexOf(caveat) ?? 0);
    expect(conditions).toContain(employment);
    expect(path).toContain(alone);
    for (const others of [conditions, path]) expect(others).not.toContain(experience);
    expect(entry).not.toContain(employment);
    const { out: whole } = await runCli(['show', 'keiri', '--lang', language, '--format', 'markdown']);
    for (const label of [experience, employment, alone]) expect(whole.split(label)).toHaveLength(2);
  });

  it('belongs to a section of a role', () => {
    for (const { id, section } of catalogue.survey.distributions) expect(roleParts, id).toContain(section);
  });
});
