import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, existsSync, openSync, readFileSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../src/index.ts';
import { makeFolder } from '../helpers/folder.ts';

const bin = fileURLToPath(new URL('../../bin/backoffice.js', import.meta.url));
const environment = { PATH: process.env.PATH ?? '', HOME: tmpdir(), LANG: 'en_US.UTF-8' };
const ids = loadCatalogue().fit.items.map(({ id }) => id);
const header = `id,${ids.join(',')}\n`;
const person = (number: number) => `p${number},${ids.map((_, index) => 1 + ((number + index * 7) % 5)).join(',')}\n`;
const people = (from: number, count: number) => Array.from({ length: count }, (_, place) => person(from + place)).join('');

describe('score', () => {
  it('needs no more memory for 200,000 rows than for a few', async () => {
    const folder = makeFolder();
    const file = join(folder, 'in.csv');
    const stream = createWriteStream(file);
    stream.write(header);
    for (let from = 0; from < 200_000; from += 1000) if (!stream.write(people(from, 1000))) await once(stream, 'drain');
    await new Promise<void>((resolve) => stream.end(() => resolve()));
    const target = join(folder, 'out.ndjson');
    // The input has some 19 MB, the output some 200, and all sheets in memory some 500. A few rows take some 25.
    const { status, stderr } = spawnSync(process.execPath, ['--max-old-space-size=48', bin, 'score', '-', '-o', target], {
      env: environment,
      stdio: [openSync(file, 'r'), 'ignore', 'pipe'],
      encoding: 'utf8',
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: `200,000 sheets scored\nWritten to ${target}\n` });
    expect(readdirSync(folder).toSorted()).toEqual(['in.csv', 'out.ndjson']);
  });

  it('ends quietly with 0 when nobody reads on, however much is still to come', async () => {
    const child = spawn(process.execPath, [bin, 'score', '-'], { env: environment, stdio: ['pipe', 'pipe', 'pipe'] });
    let err = '';
    child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
    child.stdout.once('data', () => child.stdout.destroy());
    child.stdin.on('error', () => undefined);
    const closed = once(child, 'close');
    child.stdin.write(header);
    for (let from = 0; child.exitCode === null && !child.stdin.destroyed; from += 100)
      if (!child.stdin.write(people(from, 100))) await Promise.race([once(child.stdin, 'drain').catch(() => undefined), closed]);
    expect({ closed: await closed, err }).toEqual({ closed: [0, null], err: '' });
  });

  it('answers what has come before the rest is there', async () => {
    const child = spawn(process.execPath, [bin, 'score', '-'], { env: environment, stdio: ['pipe', 'pipe', 'ignore'] });
    let out = '';
    const until = async (text: string) => {
      while (!out.includes(text)) out += String((await once(child.stdout, 'data'))[0]);
    };
    child.stdin.write(header + people(1, 2));
    await until('2,p1,');
    child.stdin.end(people(3, 2));
    await until('5,p4,');
    expect(await once(child, 'close')).toEqual([0, null]);
  });

  it('leaves nothing of a file that was interrupted, and the old one as it was', async () => {
    const folder = makeFolder({ 'out.csv': 'precious' });
    const file = join(folder, 'out.csv');
    const child = spawn(process.execPath, [bin, 'score', '-', '-o', file], { env: environment, stdio: ['pipe', 'ignore', 'ignore'] });
    child.stdin.write(header + people(0, 5));
    const isBegun = () => readdirSync(folder).some((name) => name !== 'out.csv' && readFileSync(join(folder, name), 'utf8').includes('p2'));
    while (!isBegun()) await wait(10);
    child.kill('SIGINT');
    expect(await once(child, 'close')).toEqual([null, 'SIGINT']);
    expect(readdirSync(folder)).toEqual(['out.csv']);
    expect(readFileSync(file, 'utf8')).toBe('precious');
  });

  it.each(['SIGINT', 'SIGTERM', 'SIGKILL'] as const)('leaves the pages of before as they were when %s comes in the middle of 200', async (signal) => {
    const folder = makeFolder({ 'in.csv': header + people(0, 200), 'pages/001.html': 'precious' });
    const pages = join(folder, 'pages');
    const child = spawn(process.execPath, [bin, 'score', join(folder, 'in.csv'), '--pages', pages, '--force'], { env: environment, stdio: 'ignore' });
    const drafts = () => readdirSync(pages).filter((name) => name.startsWith('.'));
    const count = () => drafts().reduce((sum, name) => sum + readdirSync(join(pages, name)).length, 0);
    while (count() < 50 && child.exitCode === null) await wait(5);
    child.kill(signal);
    expect(await once(child, 'close')).toEqual([null, signal]);
    expect(readFileSync(join(pages, '001.html'), 'utf8')).toBe('precious');
    // Nobody can tidy up behind `kill -9`; what it leaves hides itself, and is in nobody's way.
    expect(readdirSync(pages).filter((name) => name !== '001.html')).toHaveLength(signal === 'SIGKILL' ? 1 : 0);
    const again = spawnSync(process.execPath, [bin, 'score', join(folder, 'in.csv'), '--pages', pages, '--force'], { env: environment });
    expect(again.status).toBe(0);
    expect(readdirSync(pages).filter((name) => name.endsWith('.html'))).toHaveLength(202);
    expect(readFileSync(join(pages, '001.html'), 'utf8')).toMatch(/<\/html>\n$/);
  });

  it('says when the disk is full', () => {
    const file = join(makeFolder({ 'in.csv': header + people(0, 5) }), 'in.csv');
    const full = (command: string) =>
      spawnSync('/bin/sh', ['-c', `"${process.execPath}" "${bin}" score "${file}" ${command}`], { env: environment, encoding: 'utf8' });
    if (!existsSync('/dev/full')) return;
    expect(full('> /dev/full')).toMatchObject({ status: 1, stderr: "backoffice: error: 'stdout' cannot be written: the disk is full.\n" });
    expect(full('-o /dev/full')).toMatchObject({ status: 1, stderr: expect.stringContaining("'/dev/full' cannot be written") as string });
  });

  it('reads a pipe in place of a file', () => {
    const file = join(makeFolder({ 'in.csv': header + person(1) }), 'in.csv');
    const { status, stdout } = spawnSync('/bin/bash', ['-c', `"${process.execPath}" "${bin}" score <(cat "${file}")`], { env: environment, encoding: 'utf8' });
    expect({ status, lines: stdout.trimEnd().split('\n').length }).toEqual({ status: 0, lines: 2 });
  });
});
