import { writeSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import fc from 'fast-check';
import { afterAll } from 'vitest';

/** `npm run fuzz` sets how often each target is tried; `npm test` tries each a few times. */
const { FUZZ_RUNS = '', FUZZ_SEED = '', FUZZ_PATH = '' } = process.env;
const isLong = FUZZ_RUNS !== '';
const reproduced = { ...(FUZZ_SEED === '' ? {} : { seed: Number(FUZZ_SEED) }), ...(FUZZ_PATH === '' ? {} : { path: FUZZ_PATH }) };
/** Seconds that a case may take of the processor. Other programs may use the machine of `npm test`, so there only what hangs is a failure. */
const mostSeconds = isLong ? 1 : 20;
/** After so many seconds by the clock a case counts as hanging. */
const patience = 60;

/** Tells which case hangs: a loop without an end would keep the test from saying so. */
const watchdog = new Worker(
  `
  const { parentPort, workerData } = require('node:worker_threads');
  const { writeSync } = require('node:fs');
  let timer;
  parentPort.on('message', (description) => {
    clearTimeout(timer);
    if (description === undefined) return;
    timer = setTimeout(() => {
      writeSync(2, '\\nhangs: ' + description + '\\n');
      process.kill(process.pid, 'SIGKILL');
    }, workerData * 1000);
  });`,
  { eval: true, workerData: patience },
);
watchdog.unref();
afterAll(() => watchdog.terminate());

/**
 * Tries a target with generated values: `few` times in `npm test`, FUZZ_RUNS times in `npm run fuzz`. A failure names the seed and the
 * path: with them in FUZZ_SEED and FUZZ_PATH the case comes again.
 */
export async function fuzz<Value>(target: string, few: number, arbitrary: fc.Arbitrary<Value>, tryOut: (value: Value) => Promise<void>): Promise<void> {
  const numRuns = isLong ? Number(FUZZ_RUNS) : few;
  let runs = 0;
  let slowest = 0;
  const measure = async (value: Value) => {
    watchdog.postMessage(`${target}: ${JSON.stringify(value).slice(0, 5000)}`);
    const before = process.cpuUsage();
    await tryOut(value).finally(() => watchdog.postMessage(undefined));
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1e6;
  };
  await fc.assert(
    fc.asyncProperty(arbitrary, async (value) => {
      runs += 1;
      let seconds = await measure(value);
      // What loads a part of the program first is slow once.
      for (let again = 0; again < 2 && seconds > mostSeconds; again += 1) seconds = Math.min(seconds, await measure(value));
      slowest = Math.max(slowest, seconds);
      if (seconds > mostSeconds) throw new Error(`took ${seconds.toFixed(1)} s of the processor`);
    }),
    { numRuns, ...reproduced },
  );
  if (isLong) writeSync(1, `fuzz: ${target}: ${runs} runs, the slowest took ${slowest.toFixed(2)} s of the processor\n`);
}

/** A whole number below `end`, any of them as likely as the others. */
export const below = (end: number): fc.Arbitrary<number> => fc.integer({ min: 0, max: end - 1 });

/** What does harm where it gets through: to terminals, tables, markup, shells, JavaScript, parsers. */
export const hostileTexts: readonly string[] = [
  ...[
    '\u001B[31mred',
    '\u001B]8;;https://example.com\u0007x\u001B]8;;\u0007',
    '\u001B]52;c;eA==\u0007',
    '\u001BP1$r\u001B\\',
    '\u001Bc',
    '\u001B[2J\u001B[H',
    '\u001B',
  ],
  ...[
    '\u009B31m',
    '\u009D0;title\u009C',
    '\u0090q\u009C',
    '\u0085',
    '\u0000',
    '\r',
    'a\bb',
    '\u007F',
    '\t',
    '\n',
    'a\r\nb',
    '\u000B\u000C',
    '\u2028',
    '\u2029',
  ],
  ...[
    '\u202Etxt.exe',
    '\u2066x',
    '\u200Fx',
    '\u061C',
    '\u200B',
    '\u200D',
    '\u200C',
    '\uFEFF',
    '\u00AD',
    '\u3164',
    '\u{E0041}',
    '👩‍👩‍👧‍👦',
    '辻󠄀',
    '\uD800',
    'x\uDC00',
    '\uFFFE',
  ],
  ...['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf', 'then', 'length', 'undefined', 'null', 'NaN', '[object Object]'],
  ...[
    '',
    ' ',
    '　',
    '-',
    '--',
    '---',
    '~',
    '.nan',
    '.inf',
    '1e999',
    '-0',
    '0x1F',
    '9'.repeat(400),
    '!!binary x',
    '&a',
    '*a',
    '<<',
    '? ',
    ': ',
    '{',
    '[',
    '|',
    '>',
    '%',
    '@',
    '`',
  ],
  ...[
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    '</style><b>',
    '&amp;',
    '=1+1',
    '@SUM(1)',
    '| a | b |',
    '[x](javascript:x)',
    '```',
    '$(id)',
    '${HOME}',
    '%s%n',
    "';--",
  ],
  ...['((a+)+)+$', '.*', '\\', '(?<', '年末調整(', '[ー]*', '\u2061x\u2062', '\u2062', '\u2061', '⟦', '\uE000'],
];

/** Texts that are long in a way that may take long. */
const longTexts: readonly string[] = [
  ...[
    'a',
    'あ',
    '年',
    '　',
    ' ',
    '\n',
    '\t',
    'ー',
    '🈁',
    '\u0301',
    '\u200D',
    '\u001B[',
    '\u001B]',
    '\u009B',
    ',',
    '"',
    '-',
    '(',
    '\\',
    '𠮷',
    'ｶﾞ',
    '= ',
    'あ \n',
    'ou',
    '・',
    '/',
    '<',
  ].map((unit) => unit.repeat(3000)),
  'x'.repeat(90_000),
  '経理 '.repeat(2000),
  `か${'\u3099'.repeat(5000)}`,
];

/** Text from outside: hostile, long, or anything. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  { arbitrary: fc.constantFrom(...hostileTexts), weight: 6 },
  { arbitrary: fc.constantFrom(...longTexts), weight: 1 },
  { arbitrary: fc.string({ unit: 'binary', maxLength: 40 }), weight: 2 },
  { arbitrary: fc.array(fc.constantFrom(...hostileTexts), { maxLength: 4 }).map((texts) => texts.join('経理')), weight: 2 },
);

/** Changes of bytes here and there. */
export interface ByteChange {
  readonly kind: 'flip' | 'insert' | 'delete' | 'duplicate' | 'overwrite';
  /** A place, as a part of the whole. */
  readonly at: number;
  readonly length: number;
  readonly byte: number;
}

export const byteChanges: fc.Arbitrary<readonly ByteChange[]> = fc.array(
  fc.record({
    kind: fc.constantFrom('flip', 'insert', 'delete', 'duplicate', 'overwrite'),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.oneof({ arbitrary: fc.integer({ min: 1, max: 8 }), weight: 4 }, { arbitrary: fc.integer({ min: 1, max: 5000 }), weight: 1 }),
    byte: fc.oneof(below(256), fc.constantFrom(...Array.from('\n :-[]{}"\'|>&*!#,0', (character) => character.charCodeAt(0)))),
  }),
  { minLength: 1, maxLength: 12 },
);

/** Bytes with changes, one after another. */
export function changeBytes(bytes: Uint8Array, changes: readonly ByteChange[]): Uint8Array {
  return changes.reduce((before: Uint8Array, { kind, at, length, byte }) => {
    const start = Math.floor(at * before.length);
    const part = before.subarray(start, start + length);
    const made = {
      flip: () => part.map((value) => value ^ (1 << (byte % 8))),
      insert: () => Buffer.concat([Buffer.alloc(length, byte), part]),
      delete: () => Buffer.alloc(0),
      duplicate: () => Buffer.concat([part, part]),
      overwrite: () => Buffer.alloc(part.length, byte),
    }[kind]();
    return Buffer.concat([before.subarray(0, start), made, before.subarray(start + length)]);
  }, bytes);
}

/** As `fuzz`, but with real processes, which take their time: a tenth of the runs, and no limit to the processor. */
export async function fuzzProcesses<Value>(
  target: string,
  few: number,
  arbitrary: fc.Arbitrary<Value>,
  tryOut: (value: Value) => Promise<void>,
): Promise<void> {
  const numRuns = isLong ? Math.max(few, Math.round(Number(FUZZ_RUNS) / 10)) : few;
  let runs = 0;
  await fc.assert(
    fc.asyncProperty(arbitrary, async (value) => {
      runs += 1;
      await tryOut(value);
    }),
    { numRuns, ...reproduced },
  );
  if (isLong) writeSync(1, `fuzz: ${target}: ${runs} runs\n`);
}
