import { isUtf8 } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { loadCatalogue } from '../../src/index.ts';
import type { Context } from '../../src/cli/session/context.ts';
import type { Prompter } from '../../src/cli/prompts/prompter.ts';
import { run } from '../../src/cli/run.ts';
import { openCompiled } from '../../src/core/catalogue/compiled.ts';
import type { Catalogue } from '../../src/core/catalogue/model.ts';
import { fileURLToPath } from 'node:url';

export interface World {
  readonly environment?: Readonly<Record<string, string>>;
  /** Columns and rows of a terminal; without it, output is a pipe. */
  readonly terminal?: { readonly columns: number; readonly rows?: number };
  readonly prompter?: Partial<Prompter>;
  readonly stateFolder?: string;
  readonly userFolder?: string;
  readonly openRoleCache?: Context['openRoleCache'];
  /** What comes in through the standard input. */
  readonly input?: string | Uint8Array;
  /** Somebody reads on; without it, always. */
  readonly isRead?: () => boolean | Promise<boolean>;
  /** What comes in bit by bit. */
  readonly inputChunks?: AsyncIterable<Uint8Array>;
  /** Whether output goes to the terminal, too; without it, it does. */
  readonly outIsTerminal?: boolean;
  readonly now?: () => Date;
  readonly loadCatalogue?: () => Catalogue;
  /** What the pager says: it showed the text, or could not be run. */
  readonly pagerWorks?: boolean;
}

export interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  /** Texts that went through the pager, with its command. */
  readonly paged: readonly { readonly text: string; readonly command: string }[];
}

const catalogue = loadCatalogue();
const nothingToAsk = () => Promise.reject(new Error('nothing to ask'));
const searchIndex = fileURLToPath(new URL('../../dist/search.ndjson', import.meta.url));
const noPrompter: Prompter = { choose: nothingToAsk, enterText: nothingToAsk, ask: nothingToAsk, pickSeveral: nothingToAsk, release: () => undefined };
export const dataFolder = fileURLToPath(new URL('../../data', import.meta.url));
export const breakTable = (language: string): string => fileURLToPath(new URL(`../../dist/breaks-${language}.txt`, import.meta.url));

/** Runs the program in this process against a world of the test's own. */
export async function runCli(args: readonly string[], world: World = {}): Promise<Outcome> {
  let out = '';
  let err = '';
  const paged: { text: string; command: string }[] = [];
  const { terminal, pagerWorks = true } = world;
  const stream = (keep: (text: string) => void) => ({
    isTerminal: terminal !== undefined,
    ...terminal,
    // Bytes that are no text: each becomes a character.
    write: (text: string | Uint8Array) => keep(typeof text === 'string' ? text : Buffer.from(text).toString(isUtf8(text) ? 'utf8' : 'latin1')),
    ready: () => Promise.resolve(true),
  });
  const context: Context = {
    environment: world.environment ?? {},
    out: {
      ...stream((text) => (out += text)),
      ready: () => Promise.resolve(world.isRead?.() ?? true),
      ...(world.outIsTerminal === undefined ? {} : { isTerminal: world.outIsTerminal }),
    },
    err: stream((text) => (err += text)),
    questions: stream((text) => (world.outIsTerminal === false ? (err += text) : (out += text))),
    inputIsTerminal: terminal !== undefined && world.input === undefined,
    readRelease: () => ({ version: '9.9.9', updated: catalogue.updated }),
    loadCatalogue: world.loadCatalogue ?? (() => catalogue),
    openSearchLines: () => openCompiled(searchIndex),
    dataFolder,
    breakTable,
    completionScript: (shell) => readFileSync(new URL(`../../completions/backoffice.${shell}`, import.meta.url), 'utf8'),
    page: (text, command) => {
      if (pagerWorks) paged.push({ text, command });
      return Promise.resolve(pagerWorks);
    },
    prompter: { ...noPrompter, ...world.prompter },
    stateFolder: world.stateFolder,
    findUserFolder: () => Promise.resolve(world.userFolder),
    openRoleCache: world.openRoleCache ?? (() => Promise.resolve(undefined)),
    readInput: () => Buffer.from(world.input ?? '').toString(),
    openInput: () => ({ chunks: world.inputChunks ?? Readable.from([Buffer.from(world.input ?? '')]) }),
    now: world.now ?? (() => new Date('2026-01-02T03:04:05Z')),
  };
  const code = await run(args, context);
  return { code, out, err, paged };
}
