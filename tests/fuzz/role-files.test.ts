import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse as parseYaml, stringify } from 'yaml';
import { formatNames } from '../../src/messages/format-names.ts';
import { dataFolder, runCli } from '../helpers/cli.ts';
import { makeFolder } from '../helpers/folder.ts';
import { below, byteChanges, changeBytes, fuzz, hostileText } from '../helpers/fuzz.ts';
import { encode, encodings } from '../helpers/encodings.ts';
import { expectReadable, expectSound } from '../helpers/sound.ts';

const ids = readdirSync(join(dataFolder, 'roles')).map((name) => name.replace('.yaml', ''));
const texts = new Map(ids.map((id) => [id, readFileSync(join(dataFolder, 'roles', `${id}.yaml`), 'utf8')]));
const textOf = (id: string) => texts.get(id) ?? '';

/** What is run with a file. */
interface Run {
  readonly command: readonly string[];
  readonly format: string;
  readonly language: string;
  readonly options: readonly string[];
  /** Columns of a terminal, or 0 for a pipe. */
  readonly columns: number;
  /** In the folder of the person instead of a named one. */
  readonly isOwn: boolean;
}

const code = '01000-5BT9N-WNDFG-RHJ9R-Q6XG7-683TD-SX';
const run: fc.Arbitrary<Run> = fc.record({
  command: fc.constantFrom(
    ...[
      ['check'],
      ['check', '<file>'],
      ['list'],
      ['list', '--sort', 'regular-schedule'],
      ['show', '<id>'],
      ['show', '<id>', '--section', 'figures'],
      ['compare', '<id>', 'jimu', 'keiri'],
      ['compare', 'soumu', '<id>', '--diff'],
      ['search', '資格', 'the'],
      ['search', '<id>', '--all'],
      ['quiz', '--code', code],
      ['quiz', 'knowledge', '--answers', '-', '--seed', '1'],
      ['new', '<id>', '--yes', '-o', '-'],
      ['__complete', 'zsh', 'backoffice show '],
    ],
  ),
  format: fc.constantFrom('', ...formatNames),
  language: fc.constantFrom('ja', 'en'),
  options: fc.subarray(['--ascii', '--no-color', '--no-pager']),
  columns: fc.constantFrom(0, 0, 1, 20, 40, 80, 200, 1_000_000),
  isOwn: fc.boolean(),
});

/** Runs a command with a role file and expects what holds for every one; the file stays as it is. */
async function tryFile(id: string, bytes: Uint8Array, { command, format, language, options, columns, isOwn }: Run, folder: string): Promise<void> {
  const file = join(folder, `${id}.yaml`);
  writeFileSync(file, bytes);
  const named = command.map((word) => word.replace('<file>', file).replace('<id>', id));
  const args = [...named, ...options, '--lang', language, ...(format === '' ? [] : ['--format', format]), ...(isOwn ? [] : ['--data', folder])];
  try {
    const outcome = await runCli(args, {
      ...(isOwn ? { userFolder: folder } : {}),
      ...(columns === 0 ? {} : { terminal: { columns, rows: 24 } }),
      input: '1'.repeat(10),
    });
    expectSound(outcome, args, { coloured: columns > 0 });
    if (command[0] !== 'new' && command[0] !== '__complete') expectReadable(outcome, format);
    expect(Buffer.compare(readFileSync(file), bytes)).toBe(0);
    expect(readdirSync(folder)).toEqual([`${id}.yaml`]);
  } finally {
    rmSync(file);
  }
}

const anyRole = fc.constantFrom(...ids);

/** A change of the tree that a file is. */
interface TreeChange {
  readonly kind: 'delete' | 'rename' | 'replace' | 'say' | 'repeat' | 'move';
  readonly at: number;
  readonly to: number;
  readonly text: string;
  readonly value: unknown;
}

const values: fc.Arbitrary<unknown> = fc.oneof(
  hostileText,
  fc.constantFrom<unknown>(null, true, 0, -1, 1.5, 1e308, -1e308, 2 ** 53, 1e-320, [], {}, [[]], [null], { ja: '' }, { en: 'x' }, { ja: 1, en: [] }, [
    'x',
    'x',
  ]),
  fc.constantFrom<unknown>('2001-01-01', '1_000', 'no', 'jimu', 'keiri', 'marketing', 'desk-work', 'money', 'numbers'),
);
const treeChanges = fc.array<TreeChange>(
  fc.record({
    kind: fc.constantFrom('delete', 'rename', 'replace', 'say', 'say', 'say', 'repeat', 'move'),
    at: below(10_000),
    to: below(10_000),
    text: hostileText,
    value: values,
  }),
  { minLength: 1, maxLength: 6 },
);

type Parent = Record<string, unknown> | unknown[];

/** Every place in a tree that can be changed: a value and where it is. */
function listPlaces(value: unknown): { readonly parent: Parent; readonly key: string }[] {
  if (typeof value !== 'object' || value === null) return [];
  const parent = value as Parent;
  return Object.entries(parent).flatMap(([key, inner]) => [{ parent, key }, ...listPlaces(inner)]);
}

// Not an assignment: that of __proto__ would be another thing.
const put = (parent: Parent, key: string, value: unknown) =>
  Object.defineProperty(parent, key, { value, enumerable: true, configurable: true, writable: true });

function changeTree(text: string, changes: readonly TreeChange[]): unknown {
  const tree: unknown = parseYaml(text);
  for (const change of changes) {
    const places = listPlaces(tree);
    const place = places[change.at % places.length];
    const other = places[change.to % places.length];
    if (place === undefined || other === undefined) continue;
    const { parent, key } = place;
    const value: unknown = Reflect.get(parent, key);
    if (change.kind === 'delete') Reflect.deleteProperty(parent, key);
    else if (change.kind === 'replace') put(parent, key, change.value);
    else if (change.kind === 'move') put(other.parent, other.key, structuredClone(value));
    else if (change.kind === 'repeat' && Array.isArray(parent)) parent.push(...Array.from({ length: change.to % 300 }, () => structuredClone(value)));
    else if (change.kind === 'rename' && !Array.isArray(parent)) {
      Reflect.deleteProperty(parent, key);
      put(parent, change.text, value);
    } else {
      const said = places.filter(({ parent: holder, key: name }) => typeof Reflect.get(holder, name) === 'string' && name !== 'id');
      const text = said[change.at % said.length];
      if (text !== undefined) put(text.parent, text.key, `${change.to % 2 === 0 ? '' : '経理 '}${change.text}`);
    }
  }
  return tree;
}

/** A unit that is repeated until a file is as large as it may be. */
const units = [
  ...[
    '\u2800',
    '\u034F',
    '- \n',
    '- a\n',
    '- {}\n',
    '- a: 1\n',
    '1,',
    'a,',
    '? \n',
    '&a ',
    '- *a\n',
    '!x ',
    '- !x 1\n',
    "'",
    '"',
    '|\n',
    '- |\n',
    '---\n',
    '...\n',
    '#\n',
    ': ',
    ':',
    '-',
    '- ',
    '? ',
    '\t',
  ],
  ...[
    '[',
    '{',
    '{a: ',
    '[{',
    '[]',
    '{}',
    '"a": ',
    '%A\n',
    '\n',
    '\r',
    ' ',
    '　',
    '：',
    '\\u001b',
    '\\',
    '<<: ',
    '- - ',
    '-  ',
    '-\t',
    ': : ',
    '? - ',
    '>\n ',
    '- text: a\n',
  ],
  ...[
    '- { with: keiri, relation: look-alike, difference: a }\n',
    '- text: { ja: 【a】, en: b }\n',
    '  a: 1\n',
    '__proto__: 1\n',
    'あ',
    '🈁',
    '\u0301',
    '\u001B[31m',
    ' \n',
    'a\n ',
    '&a\n- ',
    '!!map\n',
  ],
];
const heads = [
  ...[
    '',
    'id: jimu\nname: a\nsummary: b\n',
    'duties:\n',
    'duties: [',
    'facets: [',
    'aliases: [',
    'x: ',
    'x: "',
    "x: '",
    'x: |\n ',
    'loadings:\n',
    'measures:\n  figures:\n',
    'confusedWith:\n',
  ],
];

describe('role files', () => {
  it('with changed bytes', async () => {
    const folder = makeFolder();
    await fuzz('role files, bytes', 15, fc.tuple(anyRole, byteChanges, run), ([role, changes, how]) =>
      tryFile(role, changeBytes(Buffer.from(textOf(role)), changes), how, folder),
    );
  });
  it('with changed trees and texts', async () => {
    const folder = makeFolder();
    await fuzz('role files, trees and texts', 40, fc.tuple(anyRole, treeChanges, fc.boolean(), run), ([role, changes, asJson, how]) => {
      const tree = changeTree(textOf(role), changes);
      return tryFile(role, Buffer.from(asJson ? JSON.stringify(tree) : stringify(tree)), how, folder);
    });
  });
  it('with repeated and exchanged lines', async () => {
    const folder = makeFolder();
    const lines = fc.array(fc.record({ at: below(10_000), to: below(10_000), indent: fc.integer({ min: -3, max: 4 }) }), { minLength: 1, maxLength: 5 });
    await fuzz('role files, lines', 15, fc.tuple(anyRole, lines, run), ([role, changes, how]) => {
      const changed = changes.reduce((before, { at, to, indent }) => {
        const line = before[at % before.length] ?? '';
        return before.toSpliced(to % before.length, 0, indent < 0 ? line.replace(new RegExp(`^ {0,${-indent}}`), '') : ' '.repeat(indent) + line);
      }, textOf(role).split('\n'));
      return tryFile(role, Buffer.from(changed.join('\n')), how, folder);
    });
  });
  it('in other encodings', async () => {
    const folder = makeFolder();
    await fuzz('role files, encodings', 15, fc.tuple(anyRole, fc.constantFrom(...encodings), run), ([role, encoding, how]) =>
      tryFile(role, encode(textOf(role), encoding), how, folder),
    );
  });
  it('that are as large as they may be, of one thing', async () => {
    const folder = makeFolder();
    const large = fc.tuple(anyRole, fc.constantFrom(...heads), fc.constantFrom(...heads), fc.constantFrom(...units), fc.constantFrom('', ']', '"', '}'), run);
    await fuzz('role files, large', 8, large, ([role, head, key, unit, end, how]) =>
      tryFile(role, Buffer.from(`${head}${key}${unit.repeat(Math.floor(63_000 / Buffer.byteLength(unit)))}${end}`), how, folder),
    );
  });
});
