import { PassThrough } from 'node:stream';

/** A key with all of its bytes: an escape sequence, or one character. */
const keys = /\u001B(?:\[[\d;]*[A-Za-z~]|O[A-Z])?|[^]/gu;

/** The input of a terminal, held over several questions. */
export interface HeldInput {
  /** What a question reads from. */
  readonly stream: NodeJS.ReadableStream;
  /**
   * Hands on keys, one by one, from when `ask` calls `begin` until it has an answer; what is typed before or behind it waits for the next
   * question. What is typed as `text` is handed on as it is.
   */
  readonly during: <Answer>(ask: (begin: () => void) => Promise<Answer>, typed: 'keys' | 'text') => Promise<Answer>;
  readonly release: () => void;
}

/** A question that waits for its answer. */
interface Asked {
  readonly typed: 'keys' | 'text';
}

/**
 * Holds a terminal in raw mode from the first question to the last. Between two questions inquirer would give it back: a Ctrl-C or a
 * key at that moment, while an answer is saved, would go astray.
 */
export function holdInput(terminal: NodeJS.ReadStream): HeldInput {
  // To inquirer the stream is a terminal that is in raw mode already.
  const stream = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => stream });
  const waiting: string[] = [];
  let asked: Asked | undefined;
  const handOn = (question: Asked): void => {
    const key = question === asked ? waiting.shift() : undefined;
    if (key === undefined) return;
    // With a Japanese input method on, digits come full-width.
    stream.write(question.typed === 'keys' ? key.normalize('NFKC') : key);
    // The question may be answered by it; then the next key is not for it.
    setImmediate(handOn, question);
  };
  const take = (chunk: Buffer | string): void => {
    // The end of the input (Ctrl-D) leaves like Ctrl-C; inquirer would wait for ever.
    waiting.push(...(chunk.toString().replaceAll('\u0004', '\u0003').match(keys) ?? []));
    if (asked !== undefined) setImmediate(handOn, asked);
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
    during: async (ask, typed) => {
      const question: Asked = { typed };
      let begun = false;
      const begin = (): void => {
        if (begun) return;
        begun = true;
        asked = question;
        setImmediate(handOn, question);
      };
      try {
        return await ask(begin);
      } finally {
        asked = undefined;
      }
    },
    release: () => {
      terminal.off('data', take);
      terminal.setRawMode(false);
      terminal.pause();
    },
  };
}
