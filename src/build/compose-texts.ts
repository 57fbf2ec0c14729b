import type { Catalogue } from '../core/catalogue/model.ts';
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
