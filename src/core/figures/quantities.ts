import type { Catalogue, Measure, Role, Scale } from '../catalogue/model.ts';
import { languages } from '../catalogue/model.ts';
import { findFigure, scaleOf } from './figures.ts';

/** What roles can be sorted and filtered by. */
export interface Quantity {
  readonly id: string;
  /** What else it is called: its label and its official name, in every language. */
  readonly labels: readonly string[];
  /** Its unit, and between what its values lie. */
  readonly scale: Pick<Scale, 'unit' | 'minimum' | 'maximum'>;
  readonly measure: Measure;
}

/** What one role has of a quantity. */
export interface Amount {
  readonly value: number;
  readonly estimated: boolean;
}

type WithSurvey = Pick<Catalogue, 'survey'>;

/** Everything that roles can be sorted and filtered by, in the order of the vocabulary. */
export function listQuantities({ survey }: WithSurvey): Quantity[] {
  return survey.measures.map((measure) => ({
    id: measure.id,
    labels: [measure.label, measure.term].flatMap((text) => languages.map((language) => text[language])),
    scale: scaleOf(survey, measure),
    measure,
  }));
}

/** What a role has of a quantity, if anything of its own is recorded. */
export function measureRole(catalogue: WithSurvey, role: Role, { measure }: Quantity): Amount | undefined {
  return findFigure(catalogue, role, measure);
}

/**
 * A value as exact as it is shown: shares to the whole per cent, other figures of the survey to two decimals, estimates to one.
 * Conditions compare what people see.
 */
export function roundAsShown(value: number, unit: Scale['unit'], isEstimated = false): number {
  return unit === 'share' ? Math.round(value * 100) / 100 : Number(value.toFixed(isEstimated ? 1 : 2));
}
