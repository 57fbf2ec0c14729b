import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { runCli } from '../helpers/cli.ts';
import { makeFolder } from '../helpers/folder.ts';

// Nothing that a person writes is taken for a command of ours, whatever field of a role it stands in.
const said = (place: string) => `backoffice list ${place}と打ちます`;
const role = `id: own
name: { ja: 受付, en: Reception }
reading: うけつけ
aliases: [${said('A')}]
focus: ${said('B')}
summary: ${said('C')}
resource: [people]
duties:
  - { text: ${said('D')}, detail: ${said('E')} }
specialties:
  - text: ${said('F')}
merits:
  - { text: ${said('G')}, caution: ${said('H')} }
demerits:
  - { text: ${said('I')}, coping: ${said('J')} }
suits:
  - text: ${said('K')}
qualifications:
  - text: ${said('L')}
entry:
  - text: ${said('M')}
checks:
  - text: ${said('N')}
confusedWith:
  - { with: soumu, relation: look-alike, difference: ${said('O')} }
`;
let folder = '';
let typed = '';
beforeEach(() => {
  folder = makeFolder({ 'own.yaml': role });
  typed = `npx backoffice --data ${folder}`;
});
const world = { environment: { npm_command: 'exec' }, terminal: { columns: 400 }, outIsTerminal: false };
const lines: readonly (readonly [command: readonly string[], places: string])[] = [
  [['show', 'own'], 'ACDEFGHIJKLMNO'],
  [['compare', 'own', 'soumu'], 'DFGIKLMNO'],
  [['list', '受付'], 'B'],
  [['search', '打ちます', '--all'], 'ACDEFGHIJKLMN'],
];
// As a reader finds it, without the spaces, marks and tags that formats put in.
const plain = (text: string) => text.replace(/<[^>]*>|[*\s│]|&#x27;|\\/g, '');

describe.each(['table', 'plain', 'markdown', 'html'])('%s', (format) => {
  it.each(lines)('of %j leaves own words as they are', async (command, places) => {
    const { out, code } = await runCli([...command, '--data', folder, '--format', format], world);
    expect(code).toBe(0);
    for (const place of places) expect(plain(out)).toContain(plain(said(place)));
    expect(out).not.toContain(`${typed} list`);
  });
  it('names our commands as this person has to type them', async () => {
    const { out } = await runCli(['show', 'own', '--data', folder, '--format', format], world);
    expect(out).toContain(`${typed} compare own soumu`);
    const guide = await runCli(['guide', 'figures', '--data', folder, '--format', format], world);
    expect(guide.out).toContain(`${typed} compare 経理 財務`);
    const found = await runCli(['search', '実行', '--data', folder, '--format', format], world);
    expect(found.out).toContain(`${typed} compare 経理 財務`);
  });
});

describe('a terminal', () => {
  const terminal = { columns: 300 };
  it('is told the next command, the examples and the ways out of an error as they have to be typed', async () => {
    const { paged } = await runCli(['show', 'own', '--data', folder, '--no-color'], { ...world, outIsTerminal: true, terminal });
    expect(paged[0]?.text).toContain(`次は  ${typed} compare own soumu`);
    const help = await runCli(['show', '--help'], { ...world, terminal });
    for (const line of ['npx backoffice show 経理', 'npx backoffice show [']) expect(help.out).toContain(line);
    expect((await runCli(['--help'], { ...world, terminal })).out).toContain('npx backoffice <コマンド> --help');
    expect((await runCli(['completion'], { ...world, terminal })).err).toContain('例: eval "$(npx backoffice completion bash)"');
    expect((await runCli(['lsit'], { ...world, terminal })).err).toContain('npx backoffice list');
    expect((await runCli(['compare', 'jimu'], { ...world, terminal })).err).toContain('例: npx backoffice compare 事務 総務');
  });
  it('repeats names of folders as they are', async () => {
    const userFolder = join(makeFolder({ 'backoffice list/bad.yaml': 'id: [' }), 'backoffice list');
    const { err } = await runCli(['list'], { ...world, userFolder });
    expect(err).toContain(`（${userFolder}）。確かめるには: npx backoffice check`);
  });
});
