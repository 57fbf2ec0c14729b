import { PassThrough } from 'node:stream';
import { Left } from '../errors/exit-codes.ts';
import type { Signals } from './signals.ts';

/** A key with all of its bytes: an escape sequence, or one character. */
const keys = /\u001B(?:\[[\d;]*[A-Za-z~]|O[A-Z])?|[^]/gu;

const interrupt = '\u0003';
const endOfInput = '\u0004';
const suspend = '\u001A';
const escape = '\u001B';
const clearScreen = '\u001B[2J\u001B[H';
const showCursor = '\u001B[?25h';

/** Milliseconds until a terminal that could not be stopped is taken again. */
const stopPatience = 50;

/** A terminal to hold: what is typed, what questions are drawn on, and what stops and wakes the program. */
export interface HeldPlace {
  readonly terminal: NodeJS.ReadStream;
  readonly output: NodeJS.WritableStream;
  readonly signals: Signals;
}

/** The input of a terminal, held over several questions. */
export interface HeldInput {
  /** What a question reads from. */
  readonly stream: NodeJS.ReadableStream;
  /**
   * Hands on keys, one by one, from when `ask` calls `begin` until it has an answer; what is typed before or behind it waits for the next
   * question. What is typed as text is handed on as it is.
   * @throws Left when the input ends (Ctrl-D) where a text is asked for and none stands in the line; where one stands, as in a shell, nothing happens.
   */
  readonly during: <Answer>(ask: (begin: () => void) => Promise<Answer>, typed: Typed) => Promise<Answer>;
  /** Calls back when the screen was cleared and the question must be drawn anew; gives what ends that. */
  readonly onCleared: (draw: () => void) => () => void;
  readonly release: () => void;
}

/** What a question is answered with: single keys, or a text, and what of it stands in the line now. */
export type Typed = 'keys' | { readonly text: () => string };

/** A question that waits for its answer. */
interface Asked {
  readonly typed: Typed;
  /** The input ended instead. */
  hasEnded: boolean;
}

/**
 * Holds a terminal in raw mode from the first question to the last. Between two questions inquirer would give it back: a Ctrl-C or a
 * key at that moment, while an answer is saved, would go astray. After Ctrl-Z, and when the window has another size, the screen is
 * cleared and drawn anew, as by less and vim: how a terminal moves the lines that stood there is not to be known.
 */
export function holdInput({ terminal, output, signals }: HeldPlace): HeldInput {
  // To inquirer the stream is a terminal that is in raw mode already.
  const stream = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => stream });
  const waiting: string[] = [];
  const drawers = new Set<() => void>();
  let asked: Asked | undefined;
  const handOn = (question: Asked): void => {
    const key = question === asked ? waiting.shift() : undefined;
    if (key === undefined) return;
    if (key === endOfInput && question.typed !== 'keys') end(question, question.typed.text());
    else stream.write(question.typed === 'keys' ? translate(key) : key);
    // The question may be answered by it; then the next key is not for it.
    setImmediate(handOn, question);
  };
  // inquirer would wait for ever.
  const end = (question: Asked, text: string): void => {
    if (text !== '') return;
    question.hasEnded = true;
    stream.write(interrupt);
  };
  const take = (chunk: Buffer | string): void => {
    const typed: readonly string[] = chunk.toString().match(keys) ?? [];
    waiting.push(...typed.filter((key) => key !== suspend));
    if (typed.includes(suspend)) stop();
    if (asked !== undefined) setImmediate(handOn, asked);
  };
  const drawAnew = (): void => {
    if (asked === undefined) return;
    output.write(clearScreen);
    for (const draw of drawers) draw();
    // inquirer's own questions draw when what was typed changes: @inquirer/core 12 has no other way.
    if (asked.typed !== 'keys') stream.write(' \u007F');
  };
  const goOn = (): void => {
    // Node takes raw mode for granted where it set it before.
    terminal.setRawMode(false);
    terminal.setRawMode(true);
    drawAnew();
  };
  // What the system does at Ctrl-Z while a terminal is not in raw mode, to all that belongs to the command line.
  const stop = (): void => {
    terminal.setRawMode(false);
    output.write(`${showCursor}\n`, () => {
      // Where nobody could wake it again, the system does not stop it.
      if (signals.stop()) setTimeout(goOn, stopPatience).unref();
      else goOn();
    });
  };
  // A terminal that was closed: SIGHUP ends the program.
  const ignore = (): void => undefined;
  terminal.setEncoding('utf8');
  terminal.on('data', take);
  terminal.on('error', ignore);
  terminal.setRawMode(true);
  terminal.resume();
  const ignoreContinue = signals.onContinue(goOn);
  output.on('resize', drawAnew);
  return {
    stream,
    during: async (ask, typed) => {
      const question: Asked = { typed, hasEnded: false };
      let begun = false;
      const begin = (): void => {
        if (begun) return;
        begun = true;
        asked = question;
        setImmediate(handOn, question);
      };
      try {
        return await ask(begin);
      } catch (error) {
        throw question.hasEnded ? new Left() : error;
      } finally {
        asked = undefined;
      }
    },
    onCleared: (draw) => {
      drawers.add(draw);
      return () => drawers.delete(draw);
    },
    release: () => {
      ignoreContinue();
      output.off('resize', drawAnew);
      terminal.off('data', take);
      terminal.setRawMode(false);
      terminal.pause();
    },
  };
}

/** A key for questions that are answered with keys. Ctrl-D, the end of the input, leaves them; with a Japanese input method on, digits come full-width. */
function translate(key: string): string {
  return key === endOfInput ? escape : key.normalize('NFKC');
}
