import { fstatSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { openCompiled, openCompiledCatalogue } from '../../core/catalogue/compiled.ts';
import type { Catalogue } from '../../core/catalogue/model.ts';
import type { Context, InputStream, RoleCache } from '../session/context.ts';
import { findCacheFolder, findStateFolder, findUserFolder } from './folders.ts';
import { fromRoot } from './from-root.ts';
import { chooseLanguage, peekOptions } from '../command-line/language.ts';
import { loadMessages } from '../../messages/index.ts';
import type { PagerPrompt } from '../../messages/types/common.ts';
import type { Prompter } from '../prompts/prompter.ts';
import { describeInput } from './read-file.ts';
import { readInput } from './read-input.ts';
import { readRelease } from './release.ts';
import { run } from '../run.ts';
import { asksInLines } from '../prompts/asks-in-lines.ts';
import { signals } from './signals.ts';
import { errors, isTerminal, openQuestions, output } from './streams.ts';

/** Runs a command line in this process. */
export async function start(args: readonly string[]): Promise<void> {
  try {
    const code = await run(args, createContext());
    if (code !== 0) process.exitCode = code;
  } catch (error) {
    const { bug } = await loadMessages(peekOptions(args).language ?? chooseLanguage(process.env));
    errors.write(`${bug}\n\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exitCode = 1;
  }
}

function createContext(): Context {
  let catalogue: Catalogue | undefined;
  return {
    environment: process.env,
    out: output,
    err: errors,
    get questions() {
      return openQuestions().stream;
    },
    get inputIsTerminal() {
      return isTerminal(0);
    },
    readRelease,
    loadCatalogue: () => (catalogue ??= openCompiledCatalogue(fromRoot('dist/catalogue.ndjson'))),
    openSearchLines: () => openCompiled(fromRoot('dist/search.ndjson')),
    dataFolder: fromRoot('data'),
    breakTable: (language) => fromRoot(`dist/breaks-${language}.txt`),
    completionScript: (shell) => readFileSync(fromRoot(`completions/backoffice.${shell}`), 'utf8'),
    page,
    prompter: createLazyPrompter(),
    get stateFolder() {
      return findStateFolder();
    },
    findUserFolder,
    openRoleCache,
    readInput: () => readInput(0),
    openInput,
    now: () => new Date(),
  };
}

async function openRoleCache(files: readonly string[]): Promise<RoleCache | undefined> {
  const folder = await findCacheFolder();
  if (folder === undefined) return undefined;
  const { createRoleCache } = await import('./role-cache.ts');
  // The data may be built anew without another version.
  const built = statSync(fromRoot('dist/release.json')).mtimeMs;
  return createRoleCache(join(folder, 'roles.json'), `${readRelease().version} ${String(built)}`, files);
}

function openInput(): InputStream {
  return {
    ...describeInput(fstatSync(0)),
    // Opened only when it is read: a pipe could not be read by `readInput` any more.
    get chunks() {
      return process.stdin;
    },
  };
}

/** Loads inquirer with the first question. */
function createLazyPrompter(): Prompter {
  let loaded: Promise<Prompter> | undefined;
  const load = () => (loaded ??= loadPrompter());
  return {
    choose: async (question) => (await load()).choose(question),
    enterText: async (question) => (await load()).enterText(question),
    ask: async (question) => (await load()).ask(question),
    pickSeveral: async (question) => (await load()).pickSeveral(question),
    release: async () => (await loaded)?.release(),
  };
}

async function loadPrompter(): Promise<Prompter> {
  // Ended from outside, as by a closed window, a question is left at once; what was answered is saved.
  for (const [signal, number] of [
    ['SIGHUP', 1],
    ['SIGTERM', 15],
  ] as const)
    process.on(signal, () => process.exit(128 + number));
  const terminal = { input: process.stdin, output: openQuestions().open(), signals };
  if (asksInLines(process.env)) return (await import('../prompts/lines.ts')).createLinePrompter(terminal);
  const { createInquirerPrompter } = await import('../prompts/inquirer.ts');
  return createInquirerPrompter({ terminal: terminal.input, output: terminal.output, signals });
}

function page(text: string, command: string, prompt: PagerPrompt): Promise<boolean> {
  // Loaded only for the pager: it takes some 4 ms.
  const { spawn } = process.getBuiltinModule('node:child_process');
  return new Promise((resolve) => {
    // Ctrl-C is for the pager; it must not leave the pager without us.
    const ignore = (): void => undefined;
    process.on('SIGINT', ignore);
    const finish = (shown: boolean): void => {
      process.off('SIGINT', ignore);
      resolve(shown);
    };
    // What git gives its pager, so that PAGER=less shows colours. A prompt of the person's own, behind ours, wins.
    const environment = { LESSCHARSET: 'utf-8', ...process.env, LESS: `${lessPrompt(prompt)} ${withDash(process.env.LESS ?? 'FRX')}` };
    const pager = spawn(command, { shell: true, stdio: ['pipe', 'inherit', 'inherit'], env: environment });
    pager.on('error', () => finish(false));
    pager.on('close', (code) => finish(code === 0 || code === null));
    // Leaving the pager before the end closes the pipe.
    pager.stdin.on('error', () => undefined);
    pager.stdin.end(prompt.hint === undefined ? text : `${prompt.hint}\n${text}`);
  });
}

/** The option of less that says below a page what its keys do, and how much was read; at the end only how to leave. */
function lessPrompt({ more, end }: PagerPrompt): string {
  const quote = (text: string) => text.replace(/[?:.%\\$]/g, '\\$&');
  return `-Ps?e${quote(end)}:${quote(more)}?pB  %pB\\%..$`;
}

/** Options of less, which may stand in LESS without a dash, but only at its beginning. */
function withDash(options: string): string {
  return options === '' || options.startsWith('-') ? options : `-${options}`;
}
