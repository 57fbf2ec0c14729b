import { mostCompared } from '../../core/catalogue/compare.ts';
import { BackofficeError } from '../../core/errors.ts';
import { Interrupted } from '../errors/exit-codes.ts';
import type { Choice } from '../prompts/prompter.ts';
import { findRoleChoices } from '../prompts/role-choices.ts';
import type { Session } from './session.ts';

/**
 * Asks the person at the terminal for a role, and gives its id.
 * @throws BackofficeError `usage` where nobody can be asked, Left and Interrupted when the person leaves.
 */
export async function askForRole(session: Session): Promise<string> {
  if (!session.canAsk) throw new BackofficeError({ code: 'usage', problem: 'missing-argument', name: 'role' });
  return choose(session, session.messages.role.choose, (typed) => findRoleChoices(session.catalogue, typed, session.language)).finally(() =>
    session.context.prompter.release(),
  );
}

/**
 * Asks for two roles or more, until the person has enough of them, and gives their ids.
 * @throws Left and Interrupted when the person leaves.
 */
export async function askForRoles(session: Session): Promise<string[]> {
  const { catalogue, context, language, messages } = session;
  const chosen: string[] = [];
  const enough: Choice = { value: '', label: messages.comparison.enough };
  const nameOf = (id: string) => catalogue.roles.find((role) => role.id === id)?.name[language] ?? id;
  try {
    while (chosen.length < Math.min(mostCompared, catalogue.roles.length)) {
      const id = await choose(session, messages.comparison.choose(chosen.map(nameOf)), (typed) => [
        ...(chosen.length >= 2 && typed.trim() === '' ? [enough] : []),
        ...findRoleChoices(catalogue, typed, language).filter(({ value }) => !chosen.includes(value)),
      ]);
      if (id === enough.value) break;
      chosen.push(id);
    }
    return chosen;
  } finally {
    await context.prompter.release();
  }
}

async function choose({ context, messages, palette }: Session, question: string, findChoices: (typed: string) => readonly Choice[]): Promise<string> {
  const chosen = await context.prompter.choose({ question, findChoices, palette: await palette(), messages });
  if (chosen === undefined) throw new Interrupted();
  return chosen;
}
