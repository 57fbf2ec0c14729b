import { findSubject, joinNames } from '../../core/catalogue/queries.ts';
import type { Subject } from '../../core/catalogue/queries.ts';
import type { Catalogue } from '../../core/catalogue/model.ts';
import { BackofficeError } from '../../core/errors.ts';
import type { RolePart } from '../../core/views/role-parts.ts';
import { roleParts } from '../../core/views/role-parts.ts';
import { viewConcept } from '../../core/views/concept.ts';
import { viewRole } from '../../core/views/role.ts';
import { tellRelated } from '../../pages/related-titles.ts';
import { buildConceptPage, buildRolePage, namePartsOf } from '../../pages/role.ts';
import type { Page } from '../../pages/page.ts';
import type { Messages } from '../../messages/messages.ts';
import { addCommand, choiceOption } from '../command-line/program.ts';
import type { Choice, Registrar } from '../command-line/program.ts';
import { askForRole } from '../session/ask-for-roles.ts';
import { openSession } from '../session/session.ts';

export const registerShow: Registrar = (program, context, messages) => {
  const command = addCommand(program, 'show', '[role]', messages)
    .addOption(choiceOption('--section <section>', messages.help.options.section, () => nameParts(messages), { repeatable: true }))
    .action(async (named: string | undefined, { section: parts = [] }: { section?: readonly RolePart[] }) => {
      const session = await openSession(context, messages, command);
      const { catalogue, language, answer } = session;
      const name = named ?? (await askForRole(session));
      const subject = findNamed(catalogue, name);
      const tell = (page: Page) => tellRelated(page, [{ name, subject }], messages);
      if (subject.kind === 'concept') {
        const document = viewConcept(catalogue, subject, language, parts);
        await answer({ document, page: () => tell(buildConceptPage(document, messages)) }, true);
      } else {
        const document = viewRole(catalogue, subject.role, language, parts);
        const build = (isReport: boolean) => tell(buildRolePage(document, parts, messages, isReport));
        await answer({ document, page: () => build(false), report: () => build(true) }, true);
      }
    });
  command.joinsWords = true;
};

/** The one role or concept that was named, in one word or several. */
function findNamed(catalogue: Catalogue, name: string): Subject {
  const words = name.split(' ').filter((word) => word !== '');
  try {
    return findSubject(catalogue, name);
  } catch (error) {
    const names = words.length > 1 ? joinNames(catalogue, words) : [];
    if (names.length < 2) throw error;
    // Several roles are no name that is not known.
    throw new BackofficeError({ code: 'usage', problem: 'excess-arguments', names: names.slice(1), command: 'show' });
  }
}

function nameParts(messages: Messages): Choice[] {
  const names = namePartsOf(messages);
  return roleParts.map((id) => ({ id, labels: [names[id]] }));
}
