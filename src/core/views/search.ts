import type { Language } from '../catalogue/model.ts';
import type { LabourMarketMeasure } from '../figures/labour-market.ts';
import type { SearchGroup, SearchHit, SearchResult } from '../search/search.ts';
import type { TextRange } from '../search/locate.ts';
import type { SearchSection, SearchSubject } from '../search/passages.ts';
import { viewName } from './names.ts';
import { viewSurveyed } from './role-summary.ts';
import type { SurveyedView } from './role-summary.ts';
import { startDocument } from './document.ts';
import type { Document } from './document.ts';
import type { NameView } from './names.ts';

/** A text in which something was found. */
export interface SearchLineView {
  readonly text: string;
  readonly language: Language;
  /** Where it was found, in UTF-16 code units. */
  readonly matches: readonly TextRange[];
}

export interface SearchHitView {
  readonly section: SearchSection;
  /** The headline of the entry, in which the words need not stand. */
  readonly headline: SearchLineView;
  /** What else says the words: details, or the headline in another language. */
  readonly lines: readonly SearchLineView[];
  /** Found as it was typed, or in another spelling. */
  readonly quality: SearchHit['quality'];
}

export interface SearchGroupView extends NameView {
  readonly kind: SearchSubject['kind'];
  readonly summary: string;
  readonly hits: readonly SearchHitView[];
  /** What most people in the role answered in the survey, where that is what was looked for. */
  readonly surveyed?: SurveyedView;
}

export interface SearchDocument
  extends Document<'search'>, Pick<SearchResult, 'words' | 'corrections' | 'missing' | 'coverage' | 'sharedTerm' | 'nearest' | 'unlisted'> {
  readonly query: string;
  /** Roles of which a duty or specialty says all words, if there are several. */
  readonly sharedBy: readonly NameView[];
  readonly results: readonly SearchGroupView[];
  /** The figures of the labour market that the words ask for, and the roles that they name besides. */
  readonly labourMarket?: { readonly measure: LabourMarketMeasure; readonly roles: readonly NameView[] };
}

/** What was found, in one language. */
export function viewSearch(
  { groups, sharedBy, sharedTerm, words, corrections, missing, coverage, labourMarket, nearest, unlisted }: SearchResult,
  query: string,
  language: Language,
): SearchDocument {
  return {
    ...startDocument('search', language),
    query,
    words,
    corrections,
    missing,
    coverage,
    sharedBy: sharedBy.map((role) => viewName({ kind: 'role', role }, language)),
    ...(sharedTerm === undefined ? {} : { sharedTerm }),
    ...(labourMarket === undefined
      ? {}
      : { labourMarket: { measure: labourMarket.measure, roles: labourMarket.roles.map((role) => viewName({ kind: 'role', role }, language)) } }),
    results: groups.map((group) => viewGroup(group, language)),
    unlisted,
    nearest,
  };
}

function viewGroup({ subject, hits, surveyed }: SearchGroup, language: Language): SearchGroupView {
  return {
    kind: subject.kind,
    ...nameSubject(subject, language),
    summary: subject.body.summary[language],
    hits: hits.map((hit) => viewHit(hit, language)),
    ...(surveyed === undefined ? {} : { surveyed: viewSurveyed(surveyed, language) }),
  };
}

function nameSubject(subject: SearchSubject, language: Language): NameView {
  switch (subject.kind) {
    case 'role':
      return viewName({ kind: 'role', role: subject.body }, language);
    case 'concept':
      return viewName({ kind: 'concept', concept: subject.body }, language);
    case 'guide': {
      const { id, title } = subject.body;
      return { id, name: title[language], japaneseName: title.ja, englishName: title.en };
    }
  }
}

function viewHit({ passage, lines, quality }: SearchHit, language: Language): SearchHitView {
  const [headline = { text: '', language, matches: [] }, ...others] = lines.map(({ ranges, ...line }) => ({ ...line, matches: ranges }));
  return { section: passage.section, headline, lines: others, quality };
}
