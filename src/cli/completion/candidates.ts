import type { Argument, Option } from 'commander';
import { excerpt } from '../../core/clean.ts';
import { languages } from '../../core/catalogue/model.ts';
import type { Catalogue } from '../../core/catalogue/model.ts';
import type { Context } from '../session/context.ts';
import type { Messages } from '../../messages/messages.ts';
import { loadQuietly } from '../session/own-roles.ts';
import { choicesOf, isSame, KnownOption } from '../command-line/program.ts';
import type { Choice, LocalizedCommand } from '../command-line/program.ts';
import { isCalled } from '../command-line/short-form.ts';
import { readLine, valuesOf } from './read-line.ts';
import type { UnfinishedLine } from './read-line.ts';

/** What can be typed next: one of these words, or the path of a file or folder. */
export interface Offer {
  readonly candidates: readonly Candidate[] | 'files' | 'folders';
  /** What was typed of it. */
  readonly typed: string;
  /** What stands before it in the same word: `--facet=`. */
  readonly before: string;
}

/** A word that can be typed, and what it means. */
export interface Candidate {
  readonly value: string;
  readonly description: string;
}

/** What can be named: by its id, or by other words. */
interface Nameable {
  readonly id: string;
  readonly words: readonly string[];
  readonly description: string;
}

/** Where candidates are taken from. */
interface World {
  readonly program: LocalizedCommand;
  readonly context: Context;
  readonly messages: Messages;
  readonly loadCatalogue: () => Promise<Catalogue>;
}

type Source = (world: World) => readonly Nameable[] | Promise<readonly Nameable[]>;

/** What a placeholder asks for: `[role]`, `<file>`. For one that is not here, nothing is offered. */
const sources: Readonly<Record<string, Source | 'files' | 'folders'>> = {
  role: listSubjects,
  roles: listSubjects,
  topic: listTopics,
  command: listCommands,
  session: listSessions,
  file: 'files',
  path: 'files',
  folder: 'folders',
};

/** What can be typed at the end of a command line, given as words of which the last is unfinished. */
export async function findOffer(words: readonly string[], program: LocalizedCommand, context: Context, messages: Messages): Promise<Offer> {
  const line = readLine(words, program);
  const folders = line.given.filter(({ flag }) => flag === '--data').map(({ value }) => value);
  const world: World = { program, context, messages, loadCatalogue: () => loadQuietly(context, folders) };
  const { typed, before } = line;
  const found = await listNext(line, world);
  return { candidates: typeof found === 'string' ? found : found.map((nameable) => chooseWord(nameable, typed)), typed, before };
}

/** The id, or the first other word that goes on from what was typed. */
function chooseWord({ id, words, description }: Nameable, typed: string): Candidate {
  const value = [id, ...words].find((word) => continues(word, typed)) ?? id;
  return { value, description: value === description ? id : description };
}

/** Whether a word begins with what was typed, in any case. */
export function continues(word: string, typed: string): boolean {
  return word.toLowerCase().startsWith(typed.toLowerCase());
}

async function listNext(line: UnfinishedLine, world: World): Promise<readonly Nameable[] | 'files' | 'folders'> {
  const { slot, option, command, operands } = line;
  if (slot === 'command') return [...listCommands(world), ...(await listSubjects(world))];
  if (slot === 'option') return listOptions(line);
  if (option !== undefined) {
    const [, placeholder = ''] = /[<[](\w+)/.exec(option.flags) ?? [];
    const others = option instanceof KnownOption && line.typed !== '' ? option.others() : [];
    return without(valuesOf(option, line), await listNamed(placeholder, [...choicesOf(option, command), ...others], world));
  }
  const argument = findArgument(command, operands.length);
  return argument === undefined ? [] : without(operands, await listNamed(argument.name(), operands.length === 0 ? command.choices : [], world));
}

function findArgument({ registeredArguments }: LocalizedCommand, index: number): Argument | undefined {
  const last = registeredArguments.at(-1);
  return registeredArguments[index] ?? (last?.variadic === true ? last : undefined);
}

/** The values of a closed list, or what a placeholder asks for. */
async function listNamed(placeholder: string, choices: readonly Choice[], world: World): Promise<readonly Nameable[] | 'files' | 'folders'> {
  if (choices.length > 0) return choices.map(({ id, labels, remark = '' }) => ({ id, words: labels.filter(isPlainWord), description: labels[0] ?? remark }));
  const source = sources[placeholder] ?? (() => []);
  return typeof source === 'string' ? source : source(world);
}

function without(given: readonly string[], found: readonly Nameable[] | 'files' | 'folders'): readonly Nameable[] | 'files' | 'folders' {
  if (typeof found === 'string') return found;
  return found.filter(({ id, words }) => !given.some((word) => [id, ...words].some((name) => isSame(name, word))));
}

// A name can be any text; these characters mean nothing else to a shell.
function isPlainWord(name: string): boolean {
  return /^[\p{L}\p{N}][\p{L}\p{M}\p{N}・-]*$/u.test(name);
}

function listOptions({ command, given }: UnfinishedLine): Nameable[] {
  const help = command.createHelp();
  const isOver = (option: Option) => !(option instanceof KnownOption && option.repeatable) && given.some(({ flag }) => isCalled(option, flag));
  return [...help.visibleOptions(command), ...help.visibleGlobalOptions(command)]
    .filter((option) => !isOver(option))
    .map(({ long, short, flags, description }) => ({ id: long ?? flags, words: short === undefined ? [] : [short], description }));
}

function listCommands({ program }: World): Nameable[] {
  return program.commands.map((command) => ({ id: command.name(), words: [], description: command.summary() }));
}

async function listSubjects({ loadCatalogue, messages: { language } }: World): Promise<Nameable[]> {
  const { roles, concepts } = await loadCatalogue();
  return [...roles, ...concepts].map(({ id, name, reading, aliases = [], relatedTitles = [] }) => ({
    id,
    words: [
      ...[name[language], ...languages.map((other) => name[other]), ...(reading === undefined ? [] : [reading])],
      ...[...aliases, ...relatedTitles],
    ].filter(isPlainWord),
    description: excerpt(name[language]),
  }));
}

async function listTopics({ loadCatalogue, messages: { language } }: World): Promise<Nameable[]> {
  const { guide } = await loadCatalogue();
  return guide.map(({ id, title, aliases = [] }) => ({
    id,
    words: [...languages.map((other) => title[other]), ...aliases].filter(isPlainWord),
    description: title[language],
  }));
}

async function listSessions({ context: { stateFolder, now }, messages }: World): Promise<Nameable[]> {
  const { createTestStore } = await import('../quiz/saved-tests.ts');
  return createTestStore(stateFolder, now)
    .list((saved) => saved)
    .map(({ id, test, done }) => ({
      id,
      words: [],
      description: [messages.quiz.fitTests[test], ...(done ? [messages.quiz.finished] : [])].join(messages.common.termSeparator),
    }));
}
