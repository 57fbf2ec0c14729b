import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { splitLine } from '../../src/cli/completion/split-line.ts';
import { runCli } from '../helpers/cli.ts';
import { makeFolder } from '../helpers/folder.ts';
import { blocksOf } from '../helpers/markdown.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

describe.each(['README.md', 'README.ja.md'])('%s', (file) => {
  const readme = readFileSync(join(root, file), 'utf8');
  const [roleFile = ''] = blocksOf(readme, 'yaml');
  const own = () => makeFolder({ 'tenpo-jimu.yaml': roleFile });

  it('sets up with exactly two commands', () => {
    const setUp = blocksOf(readme, 'sh').filter((block) => block.includes('npm ci'));
    expect(setUp).toEqual(['npm ci && npx backoffice list\n', 'npm ci && npm test\n']);
  });

  it('gives commands that work', () => {
    const commands = blocksOf(readme, 'sh')
      .flatMap((block) => block.split('\n'))
      .flatMap((line) => (line.startsWith('backoffice ') ? [(line.split(/ [#|] ?/)[0] ?? '').trim()] : []));
    expect(commands.length).toBeGreaterThanOrEqual(6);
    for (const command of commands) {
      const line = command.replace('my-roles', own()).replace(/(?<=-o )\S+/, (name) => join(makeFolder(), name));
      const args = splitLine(line, {});
      const { status, stderr } = spawnSync(process.execPath, [join(root, 'bin/backoffice.js'), ...args], { cwd: root, env: {}, encoding: 'utf8' });
      expect({ command, status, stderr }).toMatchObject({ command, status: 0 });
    }
  });

  it('shows what the program prints', async () => {
    for (const block of blocksOf(readme, 'console').filter((found) => !found.includes('my-roles'))) {
      const [command = '', ...lines] = block.trimEnd().split('\n');
      const { out } = await runCli(splitLine(command.replace('$ ', ''), {}), { environment: { COLUMNS: '76' } });
      const shown = lines.filter((line) => line.trim() !== '…').join('\n');
      expect(out.startsWith(shown), `${command}\n${out}`).toBe(true);
    }
  });

  it('shows the problem of a bad role file as it is reported', async () => {
    const block = blocksOf(readme, 'console').find((found) => found.includes('my-roles')) ?? '';
    const [command = '', ...lines] = block.trimEnd().split('\n');
    const folder = makeFolder({ 'tenpo-jimu.yaml': roleFile.replace('[desk-work]', '[desk-wrok]') });
    const { err } = await runCli(command.replace('$ backoffice ', '').replace('my-roles', folder).split(' '));
    expect(err.replaceAll(folder, 'my-roles')).toBe(`${lines.join('\n')}\n`);
  });

  it('has a library example that runs', () => {
    const [example = ''] = blocksOf(readme, 'js');
    const { status, stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', example], { cwd: root, env: {}, encoding: 'utf8' });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/whole company|会社全体/);
  });
});
