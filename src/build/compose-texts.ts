import type { Catalogue } from '../core/catalogue/model.ts';
import { listMainRoles } from '../core/catalogue/tiers.ts';
import { viewComparedLabourMarket, viewLabourMarket } from '../core/views/labour-market.ts';
import type { Messages } from '../messages/messages.ts';
import { compareLabourMarket } from '../pages/compare-labour-market.ts';
import { describeLabourMarket } from '../pages/labour-market.ts';

/**
 * The sentences on pay and openings on the pages of the built-in roles and of pairs of them: they are composed of figures, so neither catalogue nor messages
 * have them. The section of all figures is asked for more rarely than its texts are long.
 */
export function composeTexts(catalogue: Catalogue, messages: Messages): object {
  const { language } = messages;
  const names = catalogue.roles.map((role) => ({
    role,
    view: { id: role.id, name: role.name[language], japaneseName: role.name.ja, englishName: role.name.en },
  }));
  // What to ask is given in Japanese, too.
  const questions = language === 'ja' ? [] : catalogue.roles.flatMap(({ checks = [] }) => checks.map(({ text }) => text.ja));
  const composed = names.flatMap(({ role, view }) => {
    const labourMarket = viewLabourMarket(catalogue, role, language);
    if (labourMarket === undefined) return [];
    const pairs = catalogue.roles.map((other) => viewComparedLabourMarket(catalogue, [role, other], language));
    return [
      describeLabourMarket({ ...view, labourMarket }, messages),
      ...pairs.map((pair) => (pair === undefined ? [] : compareLabourMarket({ roles: [view, view], labourMarket: pair }, messages))),
    ];
  });
  return [questions, composed];
}

/**
 * The sentences of a fit test, which say names and numbers of the built-in roles: not all there can be, but every name with every other, in every
 * place where it can stand.
 */
export function composeSamples(catalogue: Catalogue, { language, fit, joinNames }: Messages): object {
  const { dimensions, avoidances } = catalogue.fit;
  const names = listMainRoles(catalogue.roles).map(({ name }) => name[language]);
  const inOrder = (terms: readonly string[]) => terms.map((_, start) => [...terms.slice(start), ...terms.slice(0, start)]);
  // One of them, two and three: one may be the first, the last, and between others.
  const rows = (terms: readonly string[]) => [1, 2, 3].flatMap((count) => inOrder(terms).map((row) => row.slice(0, count)));
  const pairs = names.flatMap((name) => names.filter((other) => other !== name).map((other) => [name, other]));
  const joined = [...pairs, ...rows(names)].map(joinNames);
  const scores = [1, 10, 100];
  return [
    ...[...pairs, ...rows(names)].flatMap((first) => scores.map((score) => fit.firstPlace(first.map((name) => fit.nameWithScore(name, score))))),
    ...scores.flatMap((score) => names.map((name) => fit.firstPlace([fit.nameWithScore(name, score)]) + fit.clearResult(fit.nameWithScore(name, score)))),
    ...[fit.openResult, ...joined.map(fit.sharedResult)].map((result) => fit.firstPlace(names.slice(0, 1).map((name) => fit.nameWithScore(name, 10))) + result),
    ...joined.flatMap((row) => [fit.manyFirst(row), fit.estimatedRemark(row), fit.notComparedRemark(row)]),
    ...rows(dimensions.map(({ strength }) => strength[language])).map(fit.joinStrengths),
    ...rows(dimensions.map(({ label }) => label[language])).map(fit.joinTraits),
    ...rows(avoidances.map(({ label }) => label[language])).map((row) => fit.avoidRemark(joinNames(row))),
    ...dimensions.flatMap(({ label }) => [true, false].map((more) => fit.moreOrLess(label[language], more))),
    ...names.flatMap((name) => [fit.differenceFrom(name), fit.nearestChangeRemark(name)]),
  ];
}
