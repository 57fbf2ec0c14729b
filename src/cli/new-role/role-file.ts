import { Document, isScalar, visit } from 'yaml';
import { cleanText } from '../../core/clean.ts';
import { isId } from '../../core/catalogue/ids.ts';
import { frequencies, languages, relations, sections } from '../../core/catalogue/model.ts';
import type { Catalogue, Language, LocalizedText, Role, Term } from '../../core/catalogue/model.ts';
import type { Messages } from '../../messages/messages.ts';
import type { RolePlaceholder } from '../../messages/types/role-file.ts';
import type { BreakFinder } from '../../render/text/find-breaks.ts';
import { displayWidth, padEnd } from '../../render/text/width.ts';
import { wrapText } from '../../render/text/wrap.ts';

/** What a person said about a new role. What they did not say is absent or empty. */
export interface RoleAnswers {
  readonly id: string;
  readonly name?: Partial<LocalizedText>;
  /** In kana. */
  readonly reading?: string;
  readonly summary?: Partial<LocalizedText>;
  /** Ids of resources. */
  readonly resource?: readonly string[];
  readonly duty?: Partial<LocalizedText>;
  /** The built-in role that it is most like. */
  readonly closest?: Role;
}

/** What role files are written with. */
export interface RoleFileWorld {
  readonly catalogue: Catalogue;
  /** The comments are in the language of the person; the texts of the file in every language. */
  readonly language: Language;
  readonly messages: Readonly<Record<Language, Messages>>;
  /** Address of the schema, for editors. */
  readonly schema: string;
  readonly findBreaks: BreakFinder;
}

/** Columns of a line, as far as it is ours. */
const lineWidth = 80;

/**
 * A role file with what a person said, marked placeholders where they said nothing, and every other key commented out, each with an
 * explanation. It is valid as it is, and with any of its examples. Explanations begin with `##`, so that taking `# ` from any
 * other line puts it to use.
 */
export function writeRoleFile(answers: RoleAnswers, world: RoleFileWorld): string {
  const { catalogue, language, messages } = world;
  const { id, closest } = answers;
  const { role, roleFile } = messages[language];
  const both = (choose: (all: Messages['roleFile']['placeholders']) => string): LocalizedText => ({
    ja: choose(messages.ja.roleFile.placeholders),
    en: choose(messages.en.roleFile.placeholders),
  });
  const unnamed = both((all) => all.name(id));
  const name = fill(answers.name, unnamed);
  const unsaid = (what: RolePlaceholder) => both((all) => all[what]);
  const entries = (what: RolePlaceholder, more: object = {}) => [{ text: unsaid(what), ...more }];
  const firstOf = (terms: readonly Term[]) => terms.slice(0, 1).map((first) => first.id);

  const part = (key: keyof Role, listed: readonly Row[], ...lines: readonly string[]) => [
    ...explain(roleFile.keys[key], world),
    ...list(listed, world),
    ...lines,
    '',
  ];
  const example = (key: keyof Role, value: unknown, listed: readonly Row[] = []) => part(key, listed, ...unused({ [key]: value }));
  const term = ({ id: termId, label }: Term): Row => [termId, label[language]];
  const other = closest ?? catalogue.roles.find((role) => role.id !== id);
  const rating = catalogue.survey.measures.find(({ scale }) => catalogue.survey.scales.find((known) => known.id === scale)?.unit === 'rating');
  const surveyed = catalogue.sources.find(({ partOf }) => partOf !== undefined);

  return [
    ...schemaLine(world),
    ...roleFile.intro.flatMap((text) => explain(text, world)),
    '',
    ...part('id', [], ...used({ id })),
    ...part('name', [], ...used({ name })),
    ...part('reading', [], ...(isSaid(answers.reading) ? used({ reading: cleanText(answers.reading) }) : unused({ reading: 'よみがな' }))),
    ...part('summary', [], ...used({ summary: fill(answers.summary, unsaid('summary')) })),
    ...part(
      'duties',
      frequencies.map((frequency) => [frequency, role.frequencies[frequency]]),
      ...used({ duties: [{ text: fill(answers.duty, unsaid('duty')) }] }),
      ...unused({ detail: unsaid('detail'), frequency: 'daily' }, 4),
      ...unused(entries('nextDuty'), 2),
    ),
    ...part(
      'resource',
      catalogue.resources.map(term),
      ...((answers.resource ?? []).length > 0 ? used({ resource: answers.resource }) : unused({ resource: firstOf(catalogue.resources) })),
    ),
    ...example('facets', firstOf(catalogue.facets), catalogue.facets.map(term)),
    ...example('family', closest?.family ?? catalogue.families[0]?.id, catalogue.families.map(term)),
    ...example('focus', unsaid('focus')),
    ...example('aliases', [messages[language].roleFile.placeholders.alias]),
    ...example('relatedTitles', [messages[language].roleFile.placeholders.relatedTitle]),
    ...example('readings', { 見積書: 'みつもりしょ' }),
    ...example('tier', 'neighbour'),
    ...example('order', catalogue.roles.length + 1),
    ...example('specialties', entries('specialty')),
    ...example('merits', entries('merit', { caution: unsaid('caution') })),
    ...example('demerits', entries('demerit', { coping: unsaid('coping'), avoidance: catalogue.fit.avoidances[0]?.id }), catalogue.fit.avoidances.map(term)),
    ...example('suits', entries('suits', { dimension: catalogue.fit.dimensions[0]?.id })),
    ...example('entry', entries('entry')),
    ...example('qualifications', entries('qualification')),
    ...example('conditions', entries('condition')),
    ...example('path', entries('step')),
    ...example('checks', entries('question')),
    ...example(
      'openLists',
      ['duties'],
      sections.map((section) => [section, role.sections[section]]),
    ),
    ...example(
      'confusedWith',
      [{ with: other?.id, relation: relations[0], difference: unsaid('difference') }],
      relations.map((relation) => [relation, roleFile.relations[relation]]),
    ),
    ...part('loadings', [], '# loadings:', ...listLoadings(catalogue.fit.dimensions.map(term))),
    ...example('measures', { sources: [surveyed?.id], figures: { [rating?.id ?? '']: rating?.average } }),
    ...example('labourMarket', {
      pay: [{ occupation: catalogue.labourMarket.wageSurvey.occupations[0]?.id, own: false }],
      openings: [{ occupation: catalogue.labourMarket.openings.occupations[0]?.id, own: false }],
    }),
    ...example('sources', firstOf(catalogue.sources)),
    ...explain(roleFile.entryKeysIntro, world),
    ...list(Object.entries(roleFile.entryKeys), world),
    '##',
    ...explain(roleFile.topicsIntro, world),
    ...list(catalogue.topics.map(term), world),
    '',
  ].join('\n');
}

/** The file of a built-in role as a file of one's own, to be changed. */
export function copyRoleFile(role: Role, source: string, world: RoleFileWorld): string {
  const { roleFile } = world.messages[world.language];
  return [
    ...schemaLine(world),
    ...roleFile.copyIntro(role.name[world.language]).flatMap((text) => explain(text, world)),
    '',
    source.replace(/^# yaml-language-server:.*\n/, ''),
  ].join('\n');
}

/** An id, and what it means. */
type Row = readonly [id: string, meaning: string];

function schemaLine({ schema }: RoleFileWorld): string[] {
  return [`# yaml-language-server: $schema=${schema}`, ''];
}

/** Lines that explain. An item of a list goes on under its first line. */
function explain(text: string, { findBreaks }: RoleFileWorld): string[] {
  const mark = text.startsWith('- ') ? '- ' : '';
  return wrapText(text.slice(mark.length), lineWidth - 3 - mark.length, findBreaks).map(
    (line, index) => `## ${index === 0 ? mark : ' '.repeat(mark.length)}${line}`,
  );
}

/** A list of ids and their meanings, in two columns. */
function list(rows: readonly Row[], { findBreaks }: RoleFileWorld): string[] {
  const width = Math.max(0, ...rows.map(([id]) => displayWidth(id)));
  return rows.flatMap(([id, meaning]) =>
    wrapText(meaning, lineWidth - 7 - width, findBreaks).map((line, index) =>
      `##   ${padEnd(index === 0 ? id : '', width)}  ${line === id ? '' : line}`.trimEnd(),
    ),
  );
}

/** All traits at the average, each with its meaning behind it. */
function listLoadings(rows: readonly Row[]): string[] {
  const width = Math.max(...rows.map(([id]) => displayWidth(id)));
  return rows.map(([id, meaning]) => `#   ${padEnd(`${id}: 0`, width + 3)}  # ${meaning}`);
}

/** Lines of YAML. Lists of ids stand in a row. */
function used(data: unknown, indent = 0): string[] {
  const document = new Document(data);
  visit(document, {
    Seq: (_, node) => {
      node.flow = node.items.every((item) => isScalar(item) && typeof item.value === 'string' && isId(item.value));
    },
  });
  const yaml = document.toString({ lineWidth: 0, singleQuote: true, flowCollectionPadding: false });
  return yaml
    .trimEnd()
    .split('\n')
    .map((line) => ' '.repeat(indent) + line);
}

/** Lines of YAML that are commented out. */
function unused(data: unknown, indent = 0): string[] {
  return used(data, indent).map((line) => `# ${line}`);
}

function isSaid(text: string | undefined): text is string {
  return text !== undefined && cleanText(text) !== '';
}

/** What was said: in both languages, or in one that stands for both; a placeholder where nothing was. */
function fill(said: Partial<LocalizedText> = {}, placeholder: LocalizedText): LocalizedText | string {
  const texts = languages.flatMap((language) => (isSaid(said[language]) ? [[language, cleanText(said[language])] as const] : []));
  const [only] = texts;
  if (only === undefined) return placeholder;
  return texts.length === 1 ? only[1] : (Object.fromEntries(texts) as LocalizedText);
}
