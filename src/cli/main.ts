import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { isatty } from 'node:tty';
import { fileURLToPath } from 'node:url';
import { loadCompiledCatalogue, readCompiled } from '../core/compiled.ts';
import type { Catalogue } from '../core/model.ts';
import type { Context, OutputStream } from './context.ts';
import { chooseLanguage, peekOptions } from './language.ts';
import { loadMessages } from './messages/index.ts';
import type { Prompter } from './prompts/prompter.ts';
import { run } from './run.ts';

/** Runs the program in this process: the only place that knows `process`. */
export async function main(): Promise<void> {
  // Whoever reads the output may leave (`| head`): that is no failure. A full disk is.
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE' || error.code === 'ERR_STREAM_DESTROYED') return;
      if (stream === process.stdout) process.stderr.write(`backoffice: ${error.message}\n`);
      process.exitCode = 1;
    });
  }
  const args = process.argv.slice(2);
  try {
    const code = await run(args, createContext());
    if (code !== 0) process.exitCode = code;
  } catch (error) {
    const { bug } = await loadMessages(peekOptions(args).language ?? chooseLanguage(process.env));
    process.stderr.write(`${bug}\n\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exitCode = 1;
  }
}

function createContext(): Context {
  let catalogue: Catalogue | undefined;
  return {
    environment: process.env,
    out: createStream(process.stdout),
    err: createStream(process.stderr),
    // Not process.stdin.isTTY: that would open the input, which takes longer than asking.
    inputIsTerminal: isatty(0),
    version: readVersion(),
    loadCatalogue: () => (catalogue ??= loadCompiledCatalogue(fromRoot('dist/catalogue.json'))),
    readSearchIndex: () => readCompiled(fromRoot('dist/search.json')),
    dataFolder: fromRoot('data'),
    breakTable: (language) => fromRoot(`dist/breaks-${language}.json`),
    completionScript: (shell) => readFileSync(fromRoot(`completions/backoffice.${shell}`), 'utf8'),
    page,
    prompter: createLazyPrompter(),
    stateFolder: findStateFolder(),
    findUserFolder,
    readInput: () => readFileSync(0, 'utf8'),
    now: () => new Date(),
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
  const { createInquirerPrompter } = await import('./prompts/inquirer.ts');
  return createInquirerPrompter({ terminal: process.stdin });
}

/** Empty for a user without a home, as in a container. */
function findHome(): string {
  try {
    return homedir();
  } catch {
    return '';
  }
}

/** XDG Base Directory Specification; an address that is not absolute does not count. */
function findStateFolder(): string | undefined {
  const { XDG_STATE_HOME: state = '' } = process.env;
  if (isAbsolute(state)) return join(state, 'backoffice');
  const home = findHome();
  return isAbsolute(home) ? join(home, '.local', 'state', 'backoffice') : undefined;
}

/** Where the system keeps what belongs to a person: XDG, and what stands for it on macOS and Windows. */
async function findUserFolder(): Promise<string | undefined> {
  if (findHome() === '' && !isAbsolute(process.env.XDG_DATA_HOME ?? '')) return undefined;
  const { default: findPaths } = await import('env-paths');
  const { data } = findPaths('backoffice', { suffix: '' });
  return isAbsolute(data) ? join(data, 'roles') : undefined;
}

function createStream(stream: NodeJS.WriteStream): OutputStream {
  return {
    isTerminal: stream.isTTY,
    // A terminal that was never given a size says 0.
    ...(stream.columns > 0 ? { columns: stream.columns } : {}),
    ...(stream.rows > 0 ? { rows: stream.rows } : {}),
    write: (text) => void stream.write(text),
  };
}

// Both `src/cli` and `dist/cli` are two folders below the root.
function fromRoot(path: string): string {
  return fileURLToPath(new URL(`../../${path}`, import.meta.url));
}

function readVersion(): string {
  const { version } = JSON.parse(readFileSync(fromRoot('package.json'), 'utf8')) as { version: string };
  return version;
}

async function page(text: string, command: string): Promise<boolean> {
  // Loaded only for the pager: it takes some 4 ms.
  const { spawn } = await import('node:child_process');
  return new Promise((resolve) => {
    // Ctrl-C is for the pager; it must not leave the pager without us.
    const ignore = (): void => undefined;
    process.on('SIGINT', ignore);
    const finish = (shown: boolean): void => {
      process.off('SIGINT', ignore);
      resolve(shown);
    };
    // What git gives its pager, so that PAGER=less shows colours.
    const environment = { LESS: 'FRX', LESSCHARSET: 'utf-8', ...process.env };
    const pager = spawn(command, { shell: true, stdio: ['pipe', 'inherit', 'inherit'], env: environment });
    pager.on('error', () => finish(false));
    pager.on('close', (code) => finish(code === 0 || code === null));
    // Leaving the pager before the end closes the pipe.
    pager.stdin.on('error', () => undefined);
    pager.stdin.end(text);
  });
}
