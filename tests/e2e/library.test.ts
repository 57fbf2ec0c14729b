import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import * as library from '../../src/index.ts';
import { blocksOf } from '../helpers/markdown.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const page = readFileSync(new URL('../../docs/library.md', import.meta.url), 'utf8');

describe('docs/library.md', () => {
  it('has an example for each thing to do', () => {
    const headings = [...page.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading);
    const parts = page.split(/^## /m).slice(1);
    expect(parts.filter((part) => blocksOf(part, 'js').length === 0)).toEqual([]);
    for (const heading of headings) expect(page).toContain(`(#${(heading ?? '').toLowerCase()})`);
  });
  it('names everything that is exported, and nothing else as if it were', () => {
    const listed: readonly string[] = page.split(/^## Everything$/m)[1]?.match(/(?<=`)[A-Za-z]+(?=[(`])/g) ?? [];
    expect(Object.keys(library).filter((name) => !listed.includes(name))).toEqual([]);
    const imported = [...page.matchAll(/import \{([^}]*)\} from 'backoffice-roles'/g)].flatMap(([, names = '']) => names.split(',').map((name) => name.trim()));
    expect(imported.filter((name) => !Object.hasOwn(library, name))).toEqual([]);
  });
  it.each(blocksOf(page, 'js').map((example, place) => [place + 1, example] as const))('has an example %i that runs and says something', (_, example) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', example], { cwd: root, env: {}, encoding: 'utf8' });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    // What a comment says an example prints is what it prints.
    for (const [, said = ''] of example.matchAll(/console\.log\(.*\);? \/\/ (\[.*\]|[a-z-]+(?: [\w.-]+)*)$/gm)) expect(stdout).toContain(said);
    expect(stdout.trim()).not.toBe('');
    expect(stdout).not.toContain('undefined');
  });
});
