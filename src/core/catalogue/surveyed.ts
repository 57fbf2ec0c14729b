import type { Catalogue, Distribution, DistributionOption, Role } from './model.ts';
import { loosenName } from './names.ts';

/** What people who do the job answered in the survey, where most of them say what a word means. */
export interface SurveyedShare {
  readonly distribution: Distribution;
  readonly option: DistributionOption;
  /** Of those who answered, 0–1; more than a half. */
  readonly share: number;
}

/** Whether answers in the survey can say what a word or phrase means: 未経験, no experience. */
function isSurveyed(catalogue: Pick<Catalogue, 'survey'>, word: string): boolean {
  return listMeant(catalogue, word).length > 0;
}

/** What more than half of the people in a role answered, if a word or phrase means it. */
export function findSurveyed(catalogue: Pick<Catalogue, 'survey'>, role: Role, word: string): SurveyedShare | undefined {
  return listMeant(catalogue, word)
    .map(({ distribution, option }) => ({ distribution, option, share: role.measures?.distributions?.[distribution.id]?.[option.id] ?? 0 }))
    .find(({ share }) => share > 0.5);
}

function listMeant({ survey }: Pick<Catalogue, 'survey'>, word: string): { readonly distribution: Distribution; readonly option: DistributionOption }[] {
  const wanted = loosenName(word);
  return survey.distributions.flatMap((distribution) =>
    distribution.options.filter(({ words = [] }) => words.some((said) => loosenName(said) === wanted)).map((option) => ({ distribution, option })),
  );
}

/** The words of a query, those that together are a phrase of the survey as one. */
export function joinPhrase(catalogue: Pick<Catalogue, 'survey'>, words: readonly string[]): readonly string[] {
  return words.length > 1 && isSurveyed(catalogue, words.join(' ')) ? [words.join(' ')] : words;
}
