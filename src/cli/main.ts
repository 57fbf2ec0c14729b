import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { loadCompiledCatalogue } from '../core/compiled.ts';
import type { Catalogue } from '../core/model.ts';
import type { Context, OutputStream } from './context.ts';
import { chooseLanguage, peekLanguage } from './language.ts';
import { loadMessages } from './messages/index.ts';
import { run } from './run.ts';

/** Runs the program in this process: the only place that knows `process`. */
export async function main(): Promise<void> {
  // Whoever reads the output may leave (`| head`): that is no failure.
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
      process.exit(0);
    });
  }
  const args = process.argv.slice(2);
  try {
    process.exitCode = await run(args, createContext());
  } catch (error) {
    const { bug } = await loadMessages(peekLanguage(args) ?? chooseLanguage(process.env));
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
    inputIsTerminal: process.stdin.isTTY,
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
    columns: stream.columns,
    rows: stream.rows,
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
    const environment = { LESSCHARSET: 'utf-8', ...process.env };
    const pager = spawn(command, { shell: true, stdio: ['pipe', 'inherit', 'inherit'], env: environment });
    pager.on('error', () => {
      resolve(false);
    });
    // 126 and 127: the shell could not run it.
    pager.on('close', (code) => {
      resolve(code !== 126 && code !== 127);
    });
    // Leaving the pager before the end closes the pipe.
    pager.stdin.on('error', () => undefined);
    pager.stdin.end(text);
  });
}
