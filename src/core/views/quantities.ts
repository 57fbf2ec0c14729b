import type { Catalogue, LabourMarketUnit, Language, Measure, Role } from '../catalogue/model.ts';
import type { Condition } from '../figures/conditions.ts';
import type { Operator } from '../figures/condition-problem.ts';
import { findFigure } from '../figures/figures.ts';
import { averageLabourMarket, labourMarketUnits, listOf, listRows, measureLabourMarket } from '../figures/labour-market.ts';
import type { LabourMarketMeasure } from '../figures/labour-market.ts';
import { measureRole } from '../figures/quantities.ts';
import type { Quantity } from '../figures/quantities.ts';
import { viewFigure, viewMeasure } from './measures.ts';
import type { FigureView, MeasureView } from './measures.ts';
import { viewName } from './names.ts';
import type { NameView } from './names.ts';
import type { TermView } from './terms.ts';

/** A measure of the survey, and what people were asked about it. */
export type AskedMeasureView = MeasureView & { readonly question: string };

/** What the statistics say of the labour market. */
export interface LabourMarketMeasureView extends TermView {
  readonly id: LabourMarketMeasure;
  readonly unit: LabourMarketUnit;
  /** Of all occupations; there is none of openings and of pay in offers. */
  readonly average?: number;
  readonly statistics: TermView & {
    /** The fiscal year for openings. */
    readonly year: number;
    /** Who is in the figures. */
    readonly people: string;
  };
}

/** What roles can be sorted and filtered by. */
export type QuantityView = AskedMeasureView | LabourMarketMeasureView;

/** What one role has of a measure of the labour market: the value of its first row of its own. */
export interface LabourMarketFigureView {
  readonly value: number;
  /** The official name of the row. */
  readonly occupation: string;
  /** Its code in the statistics; absent for figures of a role file. */
  readonly code?: string;
  readonly year: number;
  /** Id of a source, or in figures of a role file what it says of where they come from. */
  readonly source: string;
  /** Who is in figures of a role file. */
  readonly people?: string;
  /** How many rows the role has of its own: only the first counts. */
  readonly ownRows: number;
  readonly remark?: string;
  /** It moved much since the year before. */
  readonly volatile?: true;
}

/**
 * Why a role has no figure: it has no statistics but those of another occupation, those of its own lack it (too few people stand for it),
 * or nothing is recorded.
 */
export type NoFigureReason = 'borrowed' | 'too-few' | 'not-recorded';

/** Roles without a figure of their own, by why they have none. */
export interface NoFigureView {
  /** Id of the measure. */
  readonly measure: string;
  readonly reason: NoFigureReason;
  readonly roles: readonly NameView[];
}

/** What a figure had to be. */
export interface ConditionView {
  readonly measure: QuantityView;
  readonly operator: Operator;
  /** On the scale of the measure. */
  readonly value: number;
}

/** Something that roles can be sorted and filtered by, in one language. */
export function viewQuantity(catalogue: Catalogue, { kind, measure }: Quantity, language: Language): QuantityView {
  return kind === 'survey' ? viewAsked(catalogue, measure, language) : viewLabourMarketMeasure(catalogue, measure, language);
}

/** What a role has of it; undefined where it has nothing of its own. */
export function viewAmount(catalogue: Catalogue, role: Role, quantity: Quantity, language: Language): FigureView | LabourMarketFigureView | undefined {
  if (quantity.kind === 'labour-market') return viewLabourMarketFigure(catalogue, role, quantity.measure, language);
  const figure = findFigure(catalogue, role, quantity.measure);
  return figure === undefined ? undefined : viewFigure(role, figure);
}

/** Conditions in one language. */
export function viewCondition(catalogue: Catalogue, { quantity, operator, value }: Condition, language: Language): ConditionView {
  return { measure: viewQuantity(catalogue, quantity, language), operator, value };
}

/** Those of some roles that have no figure, by why they have none. */
export function viewNoFigure(catalogue: Catalogue, roles: readonly Role[], quantity: Quantity, language: Language): NoFigureView[] {
  const without = roles.filter((role) => measureRole(catalogue, role, quantity) === undefined);
  const reasons: readonly NoFigureReason[] = ['borrowed', 'too-few', 'not-recorded'];
  return reasons
    .map((reason) => ({ reason, roles: without.filter((role) => findReason(catalogue, role, quantity) === reason) }))
    .filter((group) => group.roles.length > 0)
    .map((group) => ({ measure: quantity.id, reason: group.reason, roles: group.roles.map((role) => viewName({ kind: 'role', role }, language)) }));
}

function viewAsked({ survey }: Catalogue, measure: Measure, language: Language): AskedMeasureView {
  const question = survey.blocks.find(({ id }) => id === measure.block)?.question[language] ?? '';
  return { ...viewMeasure(survey, measure, language), question };
}

function viewLabourMarketMeasure(catalogue: Catalogue, id: LabourMarketMeasure, language: Language): LabourMarketMeasureView {
  const { measures, wageSurvey, openings } = catalogue.labourMarket;
  const { source, year, people } = listOf(id) === 'openings' ? openings : wageSurvey;
  const average = averageLabourMarket(catalogue, id);
  return {
    id,
    label: measures.find((measure) => measure.id === id)?.label[language] ?? id,
    unit: labourMarketUnits[id],
    ...(average === undefined ? {} : { average }),
    statistics: { id: source, label: catalogue.sources.find((known) => known.id === source)?.label[language] ?? source, year, people: people[language] },
  };
}

function viewLabourMarketFigure(catalogue: Catalogue, role: Role, measure: LabourMarketMeasure, language: Language): LabourMarketFigureView | undefined {
  const found = measureLabourMarket(catalogue, role, measure);
  if (found === undefined) return undefined;
  const [first] = listRows(catalogue, role, measure).filter(({ own }) => own);
  const { id, label, year, people, source } = found.occupation;
  return {
    value: found.value,
    occupation: label[language],
    ...(id === undefined ? {} : { code: id }),
    year,
    source: typeof source === 'string' ? source : source[language],
    ...(id === undefined ? { people: people[language] } : {}),
    ownRows: found.ownRows,
    ...(first?.remark === undefined ? {} : { remark: first.remark[language] }),
    ...(first !== undefined && 'volatile' in first.figures && first.figures.volatile ? { volatile: true } : {}),
  };
}

function findReason(catalogue: Catalogue, role: Role, { kind, measure }: Quantity): NoFigureReason {
  const rows = kind === 'survey' ? [] : listRows(catalogue, role, measure);
  if (rows.length === 0) return 'not-recorded';
  const first = rows.find(({ own }) => own);
  if (first === undefined) return 'borrowed';
  // What a role file leaves out, nobody knows why.
  return first.id === undefined ? 'not-recorded' : 'too-few';
}
