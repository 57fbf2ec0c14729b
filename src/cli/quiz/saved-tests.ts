import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { BackofficeError, fileProblemOf } from '../../core/errors.ts';
import { isAnswer } from '../../core/fit/response-scale.ts';
import type { SavedTest } from '../../core/fit/saved-test.ts';
import type { FitTest } from '../../core/fit/score.ts';
import { makeFolder } from '../process/make-folder.ts';
import { readOwnFile } from '../process/read-file.ts';
import { randomHex } from '../process/random-hex.ts';

/** Where saved tests are kept: a file for each, so that several at once do not overwrite each other. */
export interface TestStore {
  readonly create: (test: FitTest, bankVersion: number) => SavedTest;
  /**
   * Writes a test whole or not at all, and gives it as it was written; undefined when it cannot be written. If its file was written
   * by another terminal meanwhile, it gets an id of its own.
   */
  readonly save: (saved: SavedTest) => Promise<SavedTest | undefined>;
  /** What is wanted of each test that can be read, the latest first. Nothing else of them is kept. */
  readonly list: <Head extends Pick<SavedTest, 'updatedAt'>>(headOf: (saved: SavedTest) => Head) => Head[];
  /** How many files of tests there are, whether or not they can be read. */
  readonly count: () => number;
  /**
   * Deletes one test, or all of them with whatever writing left behind; gives how many there were.
   * @throws BackofficeError `output-file` when one cannot be deleted.
   */
  readonly forget: (id?: string) => number;
}

const fileName = /^(\d{8}-\d{6}-[0-9a-f]{6})\.json$/;
/** The file of a saved test, or what was left behind by a write that did not end. */
const ownName = /^(\d{8}-\d{6}-[0-9a-f]{6})\.json(?:\.[0-9a-f]+)?$/;

/** A test with all its answers takes some 3 kB. */
const mostBytes = 64_000;

/** A store in a folder. Files are readable by their owner only. */
export function createTestStore(folder: string | undefined, now: () => Date): TestStore {
  const quizFolder = folder === undefined ? undefined : join(folder, 'quiz');
  const names = (): string[] => {
    try {
      return quizFolder === undefined ? [] : readdirSync(quizFolder);
    } catch (error) {
      if (fileProblemOf(error) === undefined) throw error;
      return [];
    }
  };
  const read = (name: string): SavedTest[] => {
    try {
      const saved = parseSavedTest(readOwnFile(join(quizFolder ?? '', name), { mostBytes }) ?? '');
      return saved !== undefined && `${saved.id}.json` === name ? [saved] : [];
    } catch (error) {
      if (fileProblemOf(error) === undefined) throw error;
      return [];
    }
  };
  return {
    create: (test, bankVersion) => {
      const time = now().toISOString();
      return { id: nameAt(time), test, bankVersion, answers: {}, skipped: [], avoid: [], startedAt: time, updatedAt: time, done: false };
    },
    save: async (saved) => {
      if (quizFolder === undefined) return undefined;
      const [before] = read(`${saved.id}.json`);
      const time = now().toISOString();
      const id = before === undefined || before.updatedAt === saved.updatedAt ? saved.id : nameAt(time);
      const written = { ...saved, id, updatedAt: time };
      try {
        makeFolder(quizFolder);
        const { writeOwnFile } = await import('../process/write-file.ts');
        await writeOwnFile(join(quizFolder, `${id}.json`), `${JSON.stringify(written, undefined, 2)}\n`, { isLasting: true });
        return written;
      } catch (error) {
        if (fileProblemOf(error) === undefined) throw error;
        return undefined;
      }
    },
    list: (headOf) =>
      names()
        .filter((name) => fileName.test(name))
        .flatMap((name) => read(name).map(headOf))
        .toSorted((a, b) => (a.updatedAt < b.updatedAt ? 1 : a.updatedAt > b.updatedAt ? -1 : 0)),
    count: () => names().filter((name) => fileName.test(name)).length,
    forget: (id) => {
      const wanted = names().filter((name) => {
        const [, own] = ownName.exec(name) ?? [];
        return own !== undefined && (id === undefined || own === id);
      });
      for (const name of wanted) remove(join(quizFolder ?? '', name));
      return wanted.filter((name) => fileName.test(name)).length;
    },
  };
}

/** An id by the time, and by chance for those that begin in the same second. */
function nameAt(time: string): string {
  return `${time.slice(0, 10).replaceAll('-', '')}-${time.slice(11, 19).replaceAll(':', '')}-${randomHex(3)}`;
}

function remove(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch (error) {
    const reason = fileProblemOf(error);
    if (reason === undefined) throw error;
    throw new BackofficeError({ code: 'output-file', path, reason });
  }
}

/** A time as it is written here, and one that there is: no 31 February, no 25 o'clock. */
function isTime(value: unknown): value is string {
  const time = typeof value === 'string' ? new Date(value) : undefined;
  return time !== undefined && !Number.isNaN(time.getTime()) && time.toISOString() === value;
}

/** The file of a saved test as data, or undefined when it is damaged. */
function parseSavedTest(text: string): SavedTest | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const { id, test, bankVersion, answers, skipped, avoid, startedAt, updatedAt, done } = value as Partial<Record<keyof SavedTest, unknown>>;
  const areTexts = (list: unknown): list is string[] => Array.isArray(list) && list.every((item) => typeof item === 'string');
  if (typeof id !== 'string' || (test !== 'full' && test !== 'quick') || typeof bankVersion !== 'number' || typeof done !== 'boolean') return undefined;
  if (!isTime(startedAt) || !isTime(updatedAt) || !areTexts(skipped) || !areTexts(avoid)) return undefined;
  if (typeof answers !== 'object' || answers === null) return undefined;
  const given = Object.entries(answers).filter((entry): entry is [string, number] => isAnswer(entry[1]));
  return { id, test, bankVersion, answers: Object.fromEntries(given), skipped, avoid, startedAt, updatedAt, done };
}
