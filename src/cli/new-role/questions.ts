import { cleanText } from '../../core/clean.ts';
import { languages } from '../../core/catalogue/model.ts';
import type { Catalogue, Language, Role } from '../../core/catalogue/model.ts';
import { foldName } from '../../core/catalogue/names.ts';
import type { Context } from '../session/context.ts';
import { Interrupted, Left } from '../errors/exit-codes.ts';
import type { Explanation } from '../../messages/types/explanation.ts';
import type { Messages } from '../../messages/messages.ts';
import { writeText } from '../../messages/text.ts';
import { findRoleChoices } from '../prompts/role-choices.ts';
import type { Screen } from '../session/screen.ts';
import { findIdProblem } from './id.ts';
import type { RoleAnswers } from './role-file.ts';

/** An answer is one line of a file. */
const longestAnswer = 500;

/** What questions about a new role need. */
export interface Interview {
  readonly prompter: Context['prompter'];
  readonly catalogue: Catalogue;
  readonly messages: Messages;
  readonly screen: Screen;
}

/**
 * Asks for an id, until it is one.
 * @throws Left and Interrupted when the person leaves.
 */
export function askId(interview: Interview): Promise<string> {
  const { catalogue, messages } = interview;
  return askText(interview, messages.newRole.askId, (typed) => {
    const problem = findIdProblem(catalogue, typed);
    if (problem === undefined) return undefined;
    const { message, hints: [hint = ''] = [] }: Explanation = messages.errors.usage(problem);
    return `${message} ${writeText(hint)}`;
  });
}

/**
 * Asks a few questions about a new role, all but the name to be skipped with Enter. Who leaves behind the name, at the end of the input (Ctrl-D) or with
 * the key for it, has skipped the rest.
 * @throws Left before there is a name, Interrupted at Ctrl-C.
 */
export async function askAboutRole(id: string, interview: Interview): Promise<RoleAnswers> {
  const said: Answered = { id };
  try {
    await askInTurn(said, interview);
  } catch (error) {
    if (!(error instanceof Left) || said.name?.[interview.messages.language] === undefined) throw error;
  }
  return said;
}

/** Answers that are still being given. */
type Answered = { -readonly [Key in keyof RoleAnswers]: RoleAnswers[Key] };

async function askInTurn(said: Answered, interview: Interview): Promise<void> {
  const { newRole, language } = interview.messages;
  // What is said in every language is asked in the person's own first.
  const inTurn: readonly Language[] = [language, ...languages.filter((other) => other !== language)];
  for (const asked of inTurn) {
    const name = await askText(interview, newRole.askName[asked], (text) => findNameFault(text, asked === language, interview));
    said.name = { ...said.name, [asked]: name };
    if (asked === 'ja' && /\p{Script=Han}/u.test(name))
      said.reading = await askText(interview, newRole.askReading, (text) => findReadingFault(text, interview));
  }
  for (const asked of inTurn) said.summary = { ...said.summary, [asked]: await askText(interview, newRole.askSummary[asked]) };
  said.resource = await askResources(interview);
  const closest = await askClosest(interview);
  if (closest !== undefined) said.closest = closest;
  said.duty = { [language]: await askText(interview, newRole.askDuty) };
}

async function askText({ prompter, messages, screen }: Interview, question: string, findFault?: (text: string) => string | undefined): Promise<string> {
  const typed = await prompter.enterText({
    question,
    findFault: (text) => {
      const cleaned = cleanText(text);
      const fault = cleaned.length > longestAnswer ? messages.newRole.tooLong(longestAnswer) : findFault?.(cleaned);
      return fault === undefined ? undefined : screen.wrap(fault).join('\n');
    },
    palette: screen.style.palette,
  });
  if (typed === undefined) throw new Interrupted();
  return cleanText(typed);
}

/** A name is needed, and must not be that of another role, or how that is read: neither role could be named by it any more. */
function findNameFault(typed: string, isNeeded: boolean, { catalogue, messages }: Interview): string | undefined {
  if (typed === '') return isNeeded ? messages.newRole.noName : undefined;
  const taken = [...catalogue.roles, ...catalogue.concepts].find(({ name, reading = name.ja }) =>
    [...Object.values(name), reading].some((other) => foldName(other) === foldName(typed)),
  );
  return taken === undefined ? undefined : messages.newRole.nameTaken(taken.id);
}

function findReadingFault(reading: string, { messages }: Interview): string | undefined {
  return /^[\p{Script=Hiragana}\p{Script=Katakana}ー・\s]*$/u.test(reading.normalize('NFKC')) ? undefined : messages.newRole.notKana;
}

async function askResources({ prompter, catalogue, messages, screen }: Interview): Promise<readonly string[]> {
  const { language, newRole } = messages;
  const { palette } = screen.style;
  const picked = await prompter.pickSeveral({
    heading: () => screen.wrap(newRole.askResources).map(palette.strong),
    choices: catalogue.resources.map(({ id, label }) => ({ value: id, label: label[language] })),
    initial: [],
    help: newRole.askResourcesHelp,
    keys: { q: 'quit', escape: 'quit' },
    summarize: (values) => {
      const chosen = catalogue.resources.filter(({ id }) => values.includes(id)).map(({ label }) => label[language]);
      return `${palette.good('>')} ${palette.strong(newRole.askResources)} ${palette.code(chosen.join(messages.common.termSeparator))}`.trimEnd();
    },
    layout: screen,
  });
  if (picked === undefined) throw new Interrupted();
  if (picked === 'quit' || picked === 'back') throw new Left();
  return picked;
}

async function askClosest({ prompter, catalogue, messages, screen }: Interview): Promise<Role | undefined> {
  const { language, newRole } = messages;
  const none = { value: '', label: newRole.noClosest };
  const chosen = await prompter.choose({
    question: newRole.askClosest,
    findChoices: (typed) => [...(typed.trim() === '' ? [none] : []), ...findRoleChoices(catalogue, typed, language)],
    palette: screen.style.palette,
    messages,
  });
  if (chosen === undefined) throw new Interrupted();
  return catalogue.roles.find(({ id }) => id === chosen);
}
