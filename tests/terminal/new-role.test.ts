import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { en } from '../../src/messages/en/index.ts';
import { ja } from '../../src/messages/ja/index.ts';
import type { Language, Role } from '../../src/core/catalogue/model.ts';
import { loadCatalogue, loadRoleFiles } from '../../src/index.ts';
import { makeFolder } from '../helpers/folder.ts';
import { openTerminal } from '../helpers/pty.ts';
import type { Size, Terminal } from '../helpers/pty.ts';
import { squeeze } from '../helpers/screen.ts';

const messages = { ja, en };
const builtIn = loadCatalogue();
const enter = '\r';
const ctrlC = '\u0003';
const ctrlD = '\u0004';

const openNew = (data: string, language: Language = 'ja', size: Size = [80, 24]) =>
  openTerminal(['new'], { LANG: language === 'ja' ? 'ja_JP.UTF-8' : 'en_US.UTF-8', XDG_DATA_HOME: data, EDITOR: 'nano' }, size);
const fileIn = (data: string) => join(data, 'backoffice', 'roles', 'tenpo-jimu.yaml');
const shownOn = ({ allLines }: Terminal) => squeeze(allLines().join('\n'));
const untilShown = (terminal: Terminal, text: string) => terminal.until(() => shownOn(terminal).includes(squeeze(text)), text);

function load(file: string): Role | undefined {
  const { catalogue, diagnostics } = loadRoleFiles([file], builtIn);
  expect(diagnostics).toEqual([]);
  return catalogue.roles.find(({ id }) => id === 'tenpo-jimu');
}

describe.each<Size>([
  [80, 24],
  [40, 20],
])('the questions about a new role in a terminal of %d by %d', (...size) => {
  it('take Japanese, long answers and corrections, and make the file', async () => {
    const data = makeFolder();
    const terminal = openNew(data, 'ja', size);
    const { askId, askName, askReading, askSummary, askResources, askClosest, askDuty, noName } = ja.newRole;
    await untilShown(terminal, `? ${askId}`);
    terminal.type(`営業${enter}`);
    await untilShown(terminal, '! 「営業」');
    // Ctrl-U empties the line.
    terminal.type(`\u0015tenpo-jimu${enter}`);
    await untilShown(terminal, `? ${askName.ja}`);
    terminal.type(enter);
    await untilShown(terminal, `! ${noName}`);
    terminal.type(`店舗事務（ｴｲｷﾞｮｳ）車\u007F${enter}`);
    await untilShown(terminal, `? ${askReading}`);
    terminal.type(`てんぽじむ${enter}`);
    await untilShown(terminal, `? ${askName.en}`);
    terminal.type(enter);
    await untilShown(terminal, `? ${askSummary.ja}`);
    const summary = '見積書や受注の処理、お客さまからの電話の応対、納期の確認を受け持ち、営業の人たちを社内から支えます。';
    terminal.type(summary);
    await untilShown(terminal, `? ${askSummary.ja} ${summary}`);
    terminal.type(enter);
    await untilShown(terminal, `? ${askSummary.en}`);
    terminal.type(enter);
    await untilShown(terminal, '4 [ ] 情報');
    terminal.type('１4');
    await untilShown(terminal, '> 4 [x] 情報');
    terminal.type(enter);
    await untilShown(terminal, `> ${askResources} ヒト・情報`);
    await untilShown(terminal, `? ${askClosest}`);
    terminal.type('事務');
    await terminal.until(() => terminal.lines().includes('> 事務 (jimu)'), 'jimu first');
    terminal.type(enter);
    await untilShown(terminal, `> ${askClosest} 事務 (jimu)`);
    await untilShown(terminal, `? ${askDuty}`);
    terminal.type(`見積書: 作成${enter}`);
    expect(await terminal.untilEnd()).toBe(0);
    expect(terminal.cursorIsShown()).toBe(true);
    // Each question stands once, with its answer.
    for (const question of [askName.ja, askReading, askName.en, askSummary.ja, askResources, askClosest, askDuty])
      expect(shownOn(terminal).split(squeeze(question))).toHaveLength(2);
    expect(shownOn(terminal)).toContain(squeeze(`nano ${fileIn(data)}`));
    expect(load(fileIn(data))).toMatchObject({
      name: { ja: '店舗事務（ｴｲｷﾞｮｳ）', en: '店舗事務（ｴｲｷﾞｮｳ）' },
      reading: 'てんぽじむ',
      summary: { ja: summary },
      resource: ['people', 'information'],
      duties: [{ text: { ja: '見積書: 作成' } }],
    });
  });
});

/** `new` in an empty folder, with answers typed until a question is shown. */
async function answerUntil(typed: readonly string[], shown: string) {
  const data = makeFolder();
  const terminal = openNew(data);
  await untilShown(terminal, '? ID');
  terminal.type(typed.join(enter));
  await untilShown(terminal, shown);
  return { data, terminal };
}

describe('the questions about a new role', () => {
  it.each<Language>(['ja', 'en'])('take in turn what was typed ahead, in %s', async (language) => {
    const data = makeFolder();
    const terminal = openNew(data, language);
    const { askId } = messages[language].newRole;
    await untilShown(terminal, `? ${askId}`);
    const name = language === 'ja' ? ['店舗事務', 'てんぽじむ', 'Store administration'] : ['Store administration', '店舗事務', 'てんぽじむ'];
    terminal.type(['tenpo-jimu', ...name, 'One', 'Two', '2', '', 'Duty', ''].join(enter));
    expect(await terminal.untilEnd()).toBe(0);
    expect(load(fileIn(data))).toMatchObject({
      name: { ja: '店舗事務', en: 'Store administration' },
      reading: 'てんぽじむ',
      summary: language === 'ja' ? { ja: 'One', en: 'Two' } : { en: 'One', ja: 'Two' },
      resource: ['goods'],
      duties: [{ text: { [language]: 'Duty' } }],
    });
  });

  it('end with Ctrl-D in an empty line, with 0: what was said behind a name makes the file', async () => {
    const { askName, askReading, askDuty } = ja.newRole;
    for (const [typed, shown, made] of [
      [[''], '? ID', undefined],
      [['tenpo-jimu', ''], askName.ja, undefined],
      [['tenpo-jimu', '営業', ''], askReading, { name: { ja: '営業' } }],
      [['tenpo-jimu', '営業', '', '', '支える。', '', ''], '1 [ ] ヒト', { summary: { ja: '支える。' } }],
      [['tenpo-jimu', '営業', '', '', '', '', '1', '', ''], askDuty, { resource: ['people'] }],
    ] as const) {
      const { data, terminal } = await answerUntil(typed, shown);
      terminal.type(ctrlD);
      expect(await terminal.untilEnd()).toBe(0);
      expect(terminal.cursorIsShown()).toBe(true);
      if (made === undefined) expect(existsSync(join(data, 'backoffice'))).toBe(false);
      else expect(load(fileIn(data))).toMatchObject(made);
    }
  });

  it('go on after Ctrl-D behind a text: nothing of it is lost', async () => {
    const data = makeFolder();
    const terminal = openNew(data);
    await untilShown(terminal, '? ID');
    terminal.type('tenpo');
    await untilShown(terminal, '? ID（ローマ字。例: tenpo-jimu） tenpo');
    terminal.type(`${ctrlD}-jimu${enter}`);
    await untilShown(terminal, `? ${ja.newRole.askName.ja}`);
    terminal.type(ctrlD);
    expect(await terminal.untilEnd()).toBe(0);
  });

  it('are left with Ctrl-C, with 130 and the cursor back, and nothing is written', async () => {
    const { askName, askDuty, askClosest } = ja.newRole;
    for (const [typed, shown] of [
      [[''], '? ID'],
      [['tenpo-jimu', ''], askName.ja],
      [['tenpo-jimu', '営業', '', '', '', '', ''], '1 [ ] ヒト'],
      [['tenpo-jimu', '営業', '', '', '', '', '', ''], askClosest],
      [['tenpo-jimu', '営業', '', '', '', '', '', '', '半分'], askDuty],
    ] as const) {
      const { data, terminal } = await answerUntil(typed, shown);
      terminal.type(ctrlC);
      expect(await terminal.untilEnd()).toBe(130);
      expect(terminal.cursorIsShown()).toBe(true);
      expect(existsSync(join(data, 'backoffice'))).toBe(false);
      expect(shownOn(terminal)).not.toContain('Error');
    }
  });

  it('leave no half-written file when the terminal is closed', async () => {
    const data = makeFolder();
    const terminal = openNew(data);
    await untilShown(terminal, '? ID');
    terminal.type(`tenpo-jimu${enter}営業${enter}`);
    await untilShown(terminal, ja.newRole.askReading);
    await terminal.close();
    expect(existsSync(join(data, 'backoffice'))).toBe(false);
  });

  it('are not asked about a built-in role', async () => {
    const data = makeFolder();
    const terminal = openTerminal(['new', 'keiri'], { LANG: 'en_US.UTF-8', XDG_DATA_HOME: data }, [80, 24]);
    expect(await terminal.untilEnd()).toBe(0);
    expect(readFileSync(join(data, 'backoffice', 'roles', 'keiri.yaml'), 'utf8')).toContain('id: keiri');
    expect(terminal.raw()).not.toContain('?');
  });
});
