import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { isatty } from 'node:tty';
import { fileURLToPath } from 'node:url';
import { loadCompiledCatalogue } from '../core/compiled.ts';
import type { Catalogue } from '../core/model.ts';
import type { Context, OutputStream } from './context.ts';
import { chooseLanguage, peekOptions } from './language.ts';
import { loadMessages } from './messages/index.ts';
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
    breakTable: (language) => fromRoot(`dist/breaks-${language}.json`),
    page,
    prompter: { choose: async (question) => (await import('./prompts/inquirer.ts')).createInquirerPrompter().choose(question) },
  };
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

function page(text: string, command: string): Promise<boolean> {
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
