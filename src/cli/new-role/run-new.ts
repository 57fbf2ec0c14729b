import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { cleanText } from '../../core/clean.ts';
import { BackofficeError } from '../../core/errors.ts';
import { foldName } from '../../core/catalogue/names.ts';
import type { Context } from '../session/context.ts';
import { createStreamPalette } from '../session/colour.ts';
import { createStyle } from '../session/create-style.ts';
import { loadMessages } from '../../messages/index.ts';
import type { Messages } from '../../messages/messages.ts';
import { findNamedFolders } from '../session/own-roles.ts';
import type { GlobalOptions } from '../command-line/program.ts';
import { adaptText } from '../../render/text/adapt.ts';
import { findBreaks } from '../../render/text/find-breaks.ts';
import { quoteArgument } from '../../messages/invocation.ts';
import { command } from '../../messages/text.ts';
import { displayWidth, padEnd } from '../../render/text/width.ts';
import { openScreen } from '../session/screen.ts';
import { findIdProblem } from './id.ts';
import { checkPlace, findPlace, writeToPlace } from './place.ts';
import { askAboutRole, askId } from './questions.ts';
import type { Interview } from './questions.ts';
import { copyRoleFile, writeRoleFile } from './role-file.ts';
import type { RoleAnswers, RoleFileWorld } from './role-file.ts';

export interface NewOptions extends GlobalOptions {
  /** Ask nothing. */
  readonly yes?: boolean;
}

/** What is to be written, and where: undefined for the standard output. */
interface Plan {
  readonly answers: RoleAnswers;
  readonly file: string | undefined;
}

/**
 * Writes the file of a new role, with what a person at the terminal says of it. For the id of a built-in role that is a copy of its
 * file: an almost empty one would hide the role.
 * @throws BackofficeError and Interrupted, as the parts do.
 */
export async function runNew(context: Context, messages: Messages, id: string | undefined, options: NewOptions): Promise<void> {
  const { answers, file } = await plan(context, messages, id, options).finally(() => context.prompter.release());
  // Only what is built in: a mistake in another file must not stand in the way of a new one.
  const catalogue = context.loadCatalogue();
  const builtIn = catalogue.roles.find((role) => role.id === answers.id);
  const world: RoleFileWorld = {
    catalogue,
    language: messages.language,
    messages: { ja: await loadMessages('ja'), en: await loadMessages('en') },
    schema: pathToFileURL(join(context.dataFolder, 'schema', 'role.json')).href,
    findBreaks,
  };
  const source = () => readFileSync(join(context.dataFolder, 'roles', `${answers.id}.yaml`), 'utf8');
  const text = builtIn === undefined ? writeRoleFile(answers, world) : copyRoleFile(builtIn, source(), world);
  if (file === undefined) {
    context.out.write(text);
    return;
  }
  await writeToPlace(file, text);
  const { newRole } = messages;
  const alike = [...catalogue.roles, ...catalogue.concepts].find(({ id: other }) => other !== answers.id && foldName(other) === foldName(answers.id));
  await report(context, messages, options, {
    written: builtIn === undefined ? newRole.written : newRole.copied(builtIn.name[messages.language]),
    file,
    answers,
    ...(alike === undefined ? {} : { alike: alike.id }),
  });
}

async function plan(context: Context, messages: Messages, given: string | undefined, options: NewOptions): Promise<Plan> {
  const catalogue = context.loadCatalogue();
  const canAsk = options.yes !== true && context.inputIsTerminal && context.out.isTerminal;
  let opened: Promise<Interview> | undefined;
  const interview = () => (opened ??= openInterview(context, messages, options));
  if (given === undefined && !canAsk) throw new BackofficeError({ code: 'usage', problem: 'missing-argument', name: 'id' });
  const id = given ?? (await askId(await interview()));
  const problem = findIdProblem(catalogue, id);
  if (problem !== undefined) throw new BackofficeError({ code: 'usage', ...problem });
  // Before the questions: answers must not be lost for a file that cannot be written.
  const file = await findPlace(id, options, context);
  if (file !== undefined) checkPlace(file);
  // Of a role that is built in, everything is known.
  const isBuiltIn = catalogue.roles.some((role) => role.id === id);
  return { answers: canAsk && !isBuiltIn ? await askAboutRole(id, await interview()) : { id }, file };
}

async function openInterview(context: Context, messages: Messages, options: NewOptions): Promise<Interview> {
  const screen = await openScreen({ context, messages, options });
  context.err.write(`${screen.wrap(messages.newRole.intro).join('\n')}\n`);
  return { prompter: context.prompter, catalogue: context.loadCatalogue(), messages, screen };
}

interface Written {
  readonly written: string;
  readonly file: string;
  readonly answers: RoleAnswers;
  /** Another id that may be spelled so. */
  readonly alike?: string;
}

/** Says what was written and what to do next. The answer is the path alone: a script may want to know it. */
async function report(context: Context, messages: Messages, options: NewOptions, { written, file, answers: { id, closest }, alike }: Written): Promise<void> {
  const { environment, out, err } = context;
  const { newRole } = messages;
  const folder = dirname(file);
  const read = [await context.findUserFolder(), ...findNamedFolders(context)].some((known) => known !== undefined && resolve(known) === resolve(folder));
  const style = await createStyle(context, messages, { stream: context.out, colour: false, ascii: options.ascii === true, folders: read ? [] : [folder] });
  const palette = await createStreamPalette(context, err, options.color);
  const editor = [environment.VISUAL, environment.EDITOR].find((name) => (name ?? '') !== '');
  const steps = [
    ...(editor === undefined ? [] : [{ name: newRole.edit, command: `${cleanText(editor)} ${quoteArgument(file)}` }]),
    { name: newRole.check, command: adaptText(command('check'), style) },
    { name: newRole.show, command: adaptText(command(`show ${id}`), style) },
    ...(closest === undefined ? [] : [{ name: messages.common.compare, command: adaptText(command(`compare ${id} ${closest.id}`), style) }]),
  ];
  const width = Math.max(...steps.map(({ name }) => displayWidth(name)));
  err.write(`${adaptText(written, style)}\n`);
  out.write(`${out.isTerminal ? cleanText(file) : file}\n`);
  // As `check` will say.
  if (alike !== undefined) err.write(`${palette.caution(newRole.alike(id, alike))}\n`);
  err.write(`${messages.common.next}\n${steps.map((step) => `  ${padEnd(step.name, width)}  ${palette.code(step.command)}\n`).join('')}`);
}
