import type { CompiledLines } from '../../core/catalogue/compiled.ts';
import type { Catalogue, Language, Role } from '../../core/catalogue/model.ts';
import type { Shell } from '../completion/shells.ts';
import type { Prompter } from '../prompts/prompter.ts';
import type { PagerPrompt } from '../../messages/types/common.ts';
import type { Release } from '../../messages/version.ts';

/** Where text goes. */
export interface OutputStream {
  readonly isTerminal: boolean;
  readonly columns?: number | undefined;
  readonly rows?: number | undefined;
  /** A text, or bytes of what is none. */
  readonly write: (text: string | Uint8Array) => void;
  /** Waits until what was written is taken, so that no more of it piles up; false when nobody reads on. */
  readonly ready: () => Promise<boolean>;
}

/** Where bytes come from, as they come. */
export interface InputStream {
  readonly chunks: AsyncIterable<Uint8Array>;
  /** Bytes in all, where that is known beforehand. */
  readonly size?: number;
  /** Tells a plain file from all others, by whatever name it is reached. */
  readonly identity?: string;
}

/** A person's own roles as they were read last. */
export interface RoleCache {
  /** The roles, unless a file or the program has changed. */
  readonly read: () => readonly Role[] | undefined;
  readonly write: (roles: readonly Role[]) => Promise<void>;
}

/** All of the outside world that the program uses, so that a test can be the world. */
export interface Context {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly out: OutputStream;
  readonly err: OutputStream;
  /** Where questions are asked: a terminal even where the answer goes elsewhere. */
  readonly questions: OutputStream;
  readonly inputIsTerminal: boolean;
  readonly readRelease: () => Release;
  /** The built-in catalogue. */
  readonly loadCatalogue: () => Catalogue;
  /** The search index of the built-in catalogue. */
  readonly openSearchLines: () => CompiledLines;
  /** Folder of the data that the package brings along: the built-in role files, and the schema for editors. */
  readonly dataFolder: string;
  /** File of the compiled line breaks of all texts in a language. */
  readonly breakTable: (language: Language) => string;
  /** The script that completes command lines in a shell. */
  readonly completionScript: (shell: Shell) => string;
  /** Shows a text through a pager; false when that was not possible and nothing was shown. */
  readonly page: (text: string, command: string, prompt: PagerPrompt) => Promise<boolean>;
  readonly prompter: Prompter;
  /** Folder for what a person left unfinished; undefined where there is no home. */
  readonly stateFolder: string | undefined;
  /** Folder of a person's own role files, there or not; undefined where there is no home. */
  readonly findUserFolder: () => Promise<string | undefined>;
  /** What is kept of these role files; undefined where there is no home. */
  readonly openRoleCache: (files: readonly string[]) => Promise<RoleCache | undefined>;
  /** Everything that comes in through the standard input. */
  readonly readInput: () => string;
  /** The same bit by bit. */
  readonly openInput: () => InputStream;
  readonly now: () => Date;
}
