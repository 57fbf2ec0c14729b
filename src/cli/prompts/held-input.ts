import { PassThrough } from 'node:stream';

/** A key with all of its bytes: an escape sequence, or one character. */
const keys = /\u001B(?:\[[\d;]*[A-Za-z~]|O[A-Z])?|[^]/gu;

/** The input of a terminal, held over several questions. */
export interface HeldInput {
  /** What a question reads from. */
  readonly stream: NodeJS.ReadableStream;
  /** Hands on keys, one by one, while `ask` waits for an answer; what is typed before or behind it waits for the next question. */
  readonly during: <Answer>(ask: () => Promise<Answer>) => Promise<Answer>;
  readonly release: () => void;
}

/**
 * Holds a terminal in raw mode from the first question to the last. Between two questions inquirer would give it back: a Ctrl-C or a
 * key at that moment, while an answer is saved, would go astray.
 */
export function holdInput(terminal: NodeJS.ReadStream): HeldInput {
  // To inquirer the stream is a terminal that is in raw mode already.
  const stream = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => stream });
  const waiting: string[] = [];
  let asking = false;
  const handOn = (): void => {
    const key = asking ? waiting.shift() : undefined;
    if (key === undefined) return;
    stream.write(key);
    // The question may be answered by it; then the next key is not for it.
    setImmediate(handOn);
  };
  const take = (chunk: Buffer | string): void => {
    // With a Japanese input method on, digits come full-width.
    waiting.push(...(chunk.toString().match(keys) ?? []).map((key) => key.normalize('NFKC')));
    handOn();
  };
  // A terminal that was closed: SIGHUP ends the program.
  const ignore = (): void => undefined;
  terminal.setEncoding('utf8');
  terminal.on('data', take);
  terminal.on('error', ignore);
  terminal.setRawMode(true);
  terminal.resume();
  return {
    stream,
    during: async (ask) => {
      const answer = ask();
      asking = true;
      setImmediate(handOn);
      try {
        return await answer;
      } finally {
        asking = false;
      }
    },
    release: () => {
      terminal.off('data', take);
      terminal.setRawMode(false);
      terminal.pause();
    },
  };
}
