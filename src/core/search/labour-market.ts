import type { Catalogue, Role } from '../catalogue/model.ts';
import { isCalled } from '../catalogue/queries.ts';
import { labourMarketMeasures } from '../figures/labour-market.ts';
import type { LabourMarketMeasure } from '../figures/labour-market.ts';

/** Figures of the labour market that a query asks for: 年収, 経理の残業. */
export interface AskedLabourMarket {
  readonly measure: LabourMarketMeasure;
  /** The roles that the query names besides, if they have statistics. */
  readonly roles: readonly Role[];
}

/** The figures that one of the words or phrases is a word for; undefined where none is. */
export function findAskedLabourMarket(
  { roles }: Pick<Catalogue, 'roles'>,
  words: readonly string[],
  findSynonyms: (phrase: string) => readonly string[] | undefined,
): AskedLabourMarket | undefined {
  const said = words.flatMap((word) => findSynonyms(word) ?? []);
  const measure = labourMarketMeasures.find((id) => said.includes(id));
  if (measure === undefined) return undefined;
  return { measure, roles: roles.filter((role) => role.labourMarket !== undefined && words.some((word) => isCalled(role, word))) };
}
