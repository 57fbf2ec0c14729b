import { nameCommands } from './name-commands.ts';
import { command } from '../messages/text.ts';
import type { Command } from '../messages/text.ts';
import type { SearchDocument, SearchGroupView, SearchHitView, SearchLineView } from '../core/views/search.ts';
import type { SurveyedView } from '../core/views/role-summary.ts';
import type { SearchSection } from '../core/search/passages.ts';
import type { Messages } from '../messages/messages.ts';
import { addLabel } from './composed.ts';
import type { Records } from './output.ts';
import { showLabourMarket } from './labour-market.ts';
import { explainSurveyed } from './role-list.ts';
import type { Block, Item, Page } from './page.ts';
import { formatValue } from './figures.ts';
import { markRanges } from './page.ts';

/** Passages of one role that are shown unless all are asked for. */
const mostShown = 5;

/** What was found, by role: the passages with what was looked for marked. */
export function buildSearchPage(document: SearchDocument, all: boolean, messages: Messages): Page {
  const { results, sharedBy, words } = document;
  const [first] = results;
  if (first === undefined) return { blocks: [] };
  const hits = results.reduce((sum, { hits: found, surveyed }) => sum + found.length + (surveyed === undefined ? 0 : 1), 0);
  const remarks = [
    ...document.corrections.map(({ from, to }) => messages.search.searchedInstead(from, to)),
    ...(document.missing.length === 0 ? [] : [messages.search.searchedWithout(document.missing)]),
    ...(document.coverage === 'apart' ? [messages.search.foundApart] : []),
    ...(document.coverage === 'some' && document.missing.length === 0 ? [messages.search.foundSome] : []),
  ];
  return {
    blocks: [
      {
        kind: 'title',
        name: messages.search.title(words),
        asides: [
          messages.search.foundPlaces(
            hits,
            results.length,
            results.every(({ kind }) => kind === 'role'),
          ),
        ],
      },
      ...(sharedBy.length === 0
        ? []
        : [
            {
              kind: 'paragraph',
              text: messages.search.doneBy(
                words.length === 1 && document.sharedTerm !== undefined ? [document.sharedTerm] : words,
                sharedBy.map(({ name, japaneseName }) => messages.search.bothNames(name, japaneseName)),
              ),
            } as const,
          ]),
      ...pointToLabourMarket(document, messages),
      ...remarks.map((text): Block => ({ kind: 'paragraph', text, tone: 'muted' })),
      ...results.flatMap((group) => describeGroup(group, all, messages)),
      ...explainSurveyed(
        results.flatMap(({ surveyed }) => surveyed ?? []),
        messages,
      ),
      ...(document.unlisted > 0 ? [{ kind: 'paragraph', text: messages.roleList.absence, tone: 'muted' } as const] : []),
    ],
    next: {
      label: messages.common.next,
      command:
        suggestFigures(document) ??
        suggestNext(
          first,
          sharedBy.map(({ id }) => id),
        ),
    },
  };
}

/** Where the figures stand that were asked for: those of the roles that were named, the order of all, and how to read them. */
function pointToLabourMarket({ labourMarket }: SearchDocument, messages: Messages): Block[] {
  if (labourMarket === undefined) return [];
  const { ofOne, inOrder, howToRead, labourMarket: caption } = messages.search;
  const named = labourMarket.roles.map(({ id, name }) => ({ label: name, id }));
  const shown = named.length > 0 ? named : [{ label: ofOne, id: exampleRole }];
  return [
    {
      kind: 'fields',
      caption,
      fields: [
        ...shown.map(({ label, id }) => ({ label, terms: [], commands: [showLabourMarket(id)] })),
        { label: inOrder, terms: [], commands: [sortByFigures(labourMarket.measure)] },
        { label: howToRead, terms: [], commands: [command('guide pay')] },
      ],
    },
  ];
}

/** The role that stands for all where none was named. */
const exampleRole = 'jimu';

function sortByFigures(measure: string): Command {
  return command(`list --sort ${measure}`);
}

function suggestFigures({ labourMarket }: SearchDocument): Command | undefined {
  if (labourMarket === undefined) return undefined;
  const [named] = labourMarket.roles;
  return named === undefined ? sortByFigures(labourMarket.measure) : showLabourMarket(named.id);
}

/** The passages as records: a row for each. */
export function listSearchRecords({ results }: SearchDocument): Records {
  return {
    header: ['kind', 'id', 'name', 'section', 'headline', 'text', 'match'],
    rows: results.flatMap(({ kind, id, name, hits, surveyed }) => [
      ...hits.map(({ section, headline, lines }) => {
        const found = [headline, ...lines].filter(({ matches }) => matches.length > 0);
        const matched = found.flatMap(({ text, matches }) => matches.map(({ start, end }) => text.slice(start, end)));
        return [kind, id, name, section, headline.text, found.map(({ text }) => text).join('\n'), [...new Set(matched)].join('; ')];
      }),
      ...(surveyed === undefined ? [] : [[kind, id, name, surveyed.distribution.id, surveyed.option.label, String(surveyed.share), '']]),
    ]),
  };
}

function describeGroup(group: SearchGroupView, all: boolean, messages: Messages): Block[] {
  const names = distinct([group.name, group.japaneseName]);
  // A name that is found in itself is said by the heading.
  const isInHeading = ({ section, headline }: SearchHitView) => section === 'name' && [...names, group.id].includes(headline.text);
  const inHeading = group.hits.filter(isInHeading).flatMap(({ headline, lines }) => [headline, ...lines]);
  const marked = names.map((name) => markLine(inHeading.find(({ text }) => text === name) ?? { text: name, language: messages.language, matches: [] }));
  const title = [...marked, group.id].join(' · ');
  const heading: Block = { kind: 'heading', text: group.kind === 'guide' ? addLabel(messages.guide.title, title) : title };
  const telling = group.hits.filter((hit) => !isInHeading(hit));
  const shown = all ? telling : telling.slice(0, mostShown);
  const { surveyed } = group;
  const answers = surveyed === undefined ? [] : [describeSurveyed(surveyed, messages)];
  if (shown.length + answers.length === 0) return [heading, { kind: 'paragraph', text: group.summary, inset: true }];
  // A name alone tells nothing.
  const about: Block[] =
    answers.length === 0 && telling.every(({ section }) => section === 'name' || section === 'relatedTitles')
      ? [{ kind: 'paragraph', text: group.summary, inset: true }]
      : [];
  const more = telling.length > shown.length ? { more: messages.search.moreHits(telling.length - shown.length) } : {};
  return [heading, ...about, { kind: 'items', items: [...shown.map((hit) => toItem(hit, messages)), ...answers], ...more }];
}

function describeSurveyed({ distribution, option, share }: SurveyedView, messages: Messages): Item {
  return { text: messages.search.answered(distribution.label, option.label), tag: messages.roleList.inSurvey(formatValue(share, 'share')) };
}

function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}

function toItem({ section, headline, lines }: SearchHitView, messages: Messages): Item {
  const [best] = lines.toSorted((a, b) => b.matches.length - a.matches.length);
  const tag = nameSection(section, messages);
  const detail = best === undefined ? undefined : markLine(best);
  return {
    text: markLine(headline),
    ...(tag === undefined ? {} : { tag }),
    ...(detail === undefined ? {} : { detail: section === 'guide' ? nameCommands(detail) : detail }),
  };
}

/** What a passage is, where its heading does not say it. */
function nameSection(section: SearchSection, messages: Messages): string | undefined {
  switch (section) {
    case 'name':
      return messages.role.aliases;
    case 'relatedTitles':
      return messages.role.relatedTitles;
    case 'facets':
      return messages.role.aspects.facets;
    case 'summary':
      return messages.role.aspects.summary;
    case 'confusedWith':
      return messages.role.confusedWith;
    case 'guide':
      return undefined;
    default:
      return messages.role.aspects[section];
  }
}

function markLine({ text, matches }: SearchLineView): string {
  return markRanges(text, matches);
}

function suggestNext({ kind, id }: SearchGroupView, sharing: readonly string[]): Command {
  const [first, second] = sharing;
  if (first !== undefined && second !== undefined) return command(`compare ${first} ${second}`);
  return kind === 'guide' ? command(`guide ${id}`) : command(`show ${id}`);
}
