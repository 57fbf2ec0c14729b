import { command } from '../messages/text.ts';
import type { Command } from '../messages/text.ts';
import type { ConceptDocument } from '../core/views/concept.ts';
import type { ConfusionView } from '../core/views/confusions.ts';
import type { EntryView } from '../core/views/entries.ts';
import type { NameView } from '../core/views/names.ts';
import type { RoleDocument, RoleSourceView } from '../core/views/role.ts';
import type { RolePart } from '../core/views/role-parts.ts';
import type { SourceView } from '../core/views/sources.ts';
import { roleParts } from '../core/views/role-parts.ts';
import { codeSystems } from '../core/catalogue/model.ts';
import type { Section } from '../core/catalogue/model.ts';
import type { Messages } from '../messages/messages.ts';
import type { Block, Item, Note, Page } from './page.ts';
import { describeLabourMarket } from './labour-market.ts';
import { describeWholeLabourMarket } from './whole-labour-market.ts';
import { describeAnswers, describeDistinctive, describeFigures, formatValue } from './figures.ts';

/** One role in full, or those parts of it that were asked for. A page to hand over has all figures of pay and openings at once. */
export function buildRolePage({ role }: RoleDocument, parts: readonly RolePart[], messages: Messages, isReport = false): Page {
  const whole = parts.length === 0;
  const wanted = (part: RolePart) => whole || parts.includes(part);
  const blocks = roleParts.filter(wanted).flatMap((part): Block[] => {
    switch (part) {
      case 'summary':
        return describeRole(role, messages);
      case 'confused-with':
        return describeConfusions(role.confusedWith ?? [], role, messages);
      case 'sources':
        return whole ? describeFoot(role, messages) : listSources(role.sources ?? [], messages);
      case 'figures':
        return whole ? describeDistinctive(role, messages) : describeFigures(role, messages);
      case 'labour-market':
        return whole && !isReport ? describeLabourMarket(role, messages) : describeWholeLabourMarket(role, messages);
      default:
        return describeSection(part, role, messages);
    }
  });
  const next = whole ? suggestComparison(role, role.confusedWith) : command(`show ${role.id}`);
  return { blocks: [title(role), ...orNothing(blocks, messages)], next: { label: messages.common.next, command: next } };
}

/** A concept: why it is no role, and what it gets mixed up with. */
export function buildConceptPage({ concept }: ConceptDocument, messages: Messages): Page {
  const { summary, confusedWith = [] } = concept;
  const about: Block[] =
    summary === undefined
      ? []
      : [
          { kind: 'paragraph', text: summary },
          { kind: 'paragraph', text: messages.role.noConcept, tone: 'muted' },
        ];
  const blocks = [...about, ...describeConfusions(confusedWith, concept, messages)];
  const next = concept.guide === undefined ? suggestComparison(concept, confusedWith) : command(`guide ${concept.guide.id}`);
  return { blocks: [title(concept), ...orNothing(blocks, messages)], next: { label: messages.common.next, command: next } };
}

function orNothing(blocks: readonly Block[], messages: Messages): readonly Block[] {
  return blocks.length > 0 ? blocks : [{ kind: 'paragraph', text: messages.role.noPart, tone: 'muted' }];
}

function suggestComparison({ id }: NameView, [other]: readonly ConfusionView[] = []): Command {
  return other === undefined ? command('list') : command(`compare ${id} ${other.with.id}`);
}

function toItem({ text, detail: said, frequency, share, coping, caution, evidence, japanese }: EntryView, messages: Messages): Item {
  const detail = said ?? japanese;
  const tags = [...(frequency === undefined ? [] : [messages.role.frequencies[frequency]]), ...(share === undefined ? [] : [formatValue(share, 'share')])];
  const notes: Note[] = [
    ...(caution === undefined ? [] : [{ kind: 'caution', label: messages.role.caution, text: caution } as const]),
    ...(coping === undefined ? [] : [{ kind: 'coping', label: messages.role.coping, text: coping } as const]),
    ...(evidence === undefined
      ? []
      : [
          {
            kind: 'evidence',
            label: messages.role.evidence,
            text: evidence.text,
            figures: evidence.figures.map(({ label, value, average, unit, estimated }) => ({
              label,
              value: messages.role.besideAverage(formatValue(value, unit, estimated), formatValue(average, unit), estimated),
            })),
          } as const,
        ]),
  ];
  return {
    text,
    ...(tags.length === 0 ? {} : { tag: tags.join(' · ') }),
    ...(detail === undefined ? {} : { detail }),
    ...(notes.length === 0 ? {} : { notes }),
  };
}

/** What each part of a role is called. */
export function namePartsOf(messages: Messages): Readonly<Record<RolePart, string>> {
  return {
    ...messages.role.sections,
    summary: messages.role.aspects.summary,
    figures: messages.figures.title,
    'labour-market': messages.labourMarket.title,
    'confused-with': messages.role.confusedWith,
    sources: messages.role.sources,
  };
}

/** Sources as a line at the foot of a page. */
export function describeSources(sources: readonly SourceView[], messages: Messages): { label: string; terms: string[] }[] {
  return sources.length === 0 ? [] : [{ label: messages.role.sources, terms: sources.map(({ label }) => label) }];
}

function title({ id, name, japaneseName, englishName, reading }: NameView): Block {
  // A name in katakana reads itself.
  const spoken = /\p{Script=Han}/u.test(japaneseName) ? reading : undefined;
  if (name === japaneseName) return { kind: 'title', name, ...(spoken === undefined ? {} : { reading: spoken }), asides: [...new Set([englishName, id])] };
  return { kind: 'title', name, asides: [spoken === undefined ? japaneseName : `${japaneseName} (${spoken})`, id] };
}

function describeRole(role: RoleDocument['role'], messages: Messages): Block[] {
  const labelsOf = (terms: readonly { label: string }[] = []) => terms.map(({ label }) => label);
  const fields = [
    { label: messages.role.aspects.resource, terms: labelsOf(role.resource) },
    { label: messages.role.aspects.facets, terms: labelsOf(role.facets) },
    { label: messages.role.aliases, terms: role.aliases ?? [] },
    { label: messages.role.relatedTitles, terms: role.relatedTitles ?? [] },
  ].filter(({ terms }) => terms.length > 0);
  return [{ kind: 'paragraph', text: role.summary ?? '' }, ...(fields.length === 0 ? [] : [{ kind: 'fields', fields } as const])];
}

/** What is known of a part of a role, and below it what people in the job answered. */
function describeSection(section: Section, role: RoleDocument['role'], messages: Messages): Block[] {
  const view = role[section];
  const answers = describeAnswers(section, role.distributions ?? [], messages);
  if (view === undefined) return answers.length === 0 ? [] : [{ kind: 'heading', text: messages.role.sections[section] }, ...answers];
  const remarks = [messages.role.sectionRemarks[section], view.entries.some(({ share }) => share !== undefined) ? messages.role.shareRemark : undefined];
  const remark = remarks.filter((part) => part !== undefined).join(' ');
  return [
    { kind: 'heading', text: messages.role.sections[section], ...(remark === '' ? {} : { remark }) },
    { kind: 'items', items: view.entries.map((entry) => toItem(entry, messages)), ...(view.open ? { more: messages.common.onlyExamples } : {}) },
    ...answers,
  ];
}

function describeConfusions(confusions: readonly ConfusionView[], self: NameView, messages: Messages): Block[] {
  if (confusions.length === 0) return [];
  const items = confusions.map((confusion): Item => ({
    text: `${confusion.with.name} (${confusion.with.id})`,
    ...(confusion.relation === 'stand-in' ? { tag: messages.role.standIn } : {}),
    detail: confusion.difference,
    notes: [{ kind: 'command', label: messages.common.compare, text: command(`compare ${self.id} ${confusion.with.id}`) }],
  }));
  return [
    { kind: 'heading', text: messages.role.confusedWith },
    { kind: 'items', items },
  ];
}

function describeFoot({ sources = [], labourMarket }: RoleDocument['role'], messages: Messages): Block[] {
  const pay = { label: messages.role.pay, terms: [messages.role.payNotRecorded], commands: [command('guide pay')] };
  // What others are part of is named with its address among the sources.
  const own = sources.filter(({ parts }) => parts.length > 0);
  return [{ kind: 'fields', fields: [...(labourMarket === undefined ? [pay] : []), ...describeSources(own, messages)] }];
}

function listSources(sources: readonly RoleSourceView[], messages: Messages): Block[] {
  if (sources.length === 0) return [];
  const { joinNames } = messages;
  const names = namePartsOf(messages);
  const items = sources.map(({ label, note, address, codes = {}, parts }): Item => {
    const facts = [
      ...(parts.length === 0 ? [] : [{ label: messages.role.usedFor, value: joinNames(parts.map((part) => names[part])) }]),
      ...codeSystems.flatMap((system) => {
        const value = codes[system];
        return value === undefined ? [] : [{ label: messages.role.codeSystems[system], value }];
      }),
      ...(address === undefined ? [] : [{ label: messages.role.address, value: address }]),
    ];
    return { text: label, ...(note === undefined ? {} : { detail: note }), ...(facts.length === 0 ? {} : { facts }) };
  });
  return [
    { kind: 'heading', text: messages.role.sources },
    { kind: 'items', items },
  ];
}
