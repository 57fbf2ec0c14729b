import { PassThrough } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { ja } from '../../src/messages/ja/index.ts';
import { createInquirerPrompter } from '../../src/cli/prompts/inquirer.ts';
import type { Prompter } from '../../src/cli/prompts/prompter.ts';
import { noColour } from '../../src/render/terminal/palette.ts';

/** A prompt on streams of the test's own: what is typed, and what is on the screen. */
function openPrompt<Answer>(ask: (prompter: Prompter) => Promise<Answer>) {
  const input = new PassThrough();
  const output = new PassThrough();
  let drawn = '';
  output.on('data', (chunk: Buffer) => (drawn += chunk.toString()));
  const answer = ask(createInquirerPrompter({ input, output }));
  const until = async (text: string) => {
    for (let waited = 0; !stripVTControlCharacters(drawn).includes(text); waited += 10) {
      if (waited > 5000) throw new Error(`never saw ${text} in ${drawn}`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    const seen = drawn;
    drawn = '';
    return seen;
  };
  return { answer, until, type: (text: string) => input.write(text) };
}

const roles = ['経理 (keiri)', '会計 (kaikei)', '人事 (jinji)'];
const openChoice = () =>
  openPrompt((prompter) =>
    prompter.choose({
      question: 'どの職種を見ますか',
      findChoices: (typed) => roles.filter((label) => label.includes(typed)).map((label) => ({ value: label, label })),
      palette: noColour,
      messages: ja,
    }),
  );

describe('the prompt for a role', () => {
  it('lists the choices in the language of the person, without colour of its own', async () => {
    const { answer, until, type } = openChoice();
    const screen = await until(ja.role.chooseHelp.keys);
    expect(stripVTControlCharacters(screen)).toContain('> 経理 (keiri)');
    expect(screen).not.toMatch(/\u001B\[\d*m/);
    type('\r');
    expect(await answer).toBe('経理 (keiri)');
  });

  it('narrows down as Japanese is typed', async () => {
    const { answer, until, type } = openChoice();
    await until(ja.role.chooseHelp.keys);
    type('会計');
    await until('> 会計 (kaikei)');
    type('\r');
    expect(await answer).toBe('会計 (kaikei)');
  });

  it('says so when nothing fits', async () => {
    const { answer, until, type } = openChoice();
    await until(ja.role.chooseHelp.keys);
    type('zzz');
    await until(ja.role.noChoice);
    type('\u0003');
    expect(await answer).toBeUndefined();
  });
});

describe('the prompt for a text', () => {
  const openText = () =>
    openPrompt((prompter) =>
      prompter.enterText({ question: '職種の名前', findFault: (typed) => (typed.trim() === '' ? '名前を入力してください。' : undefined), palette: noColour }),
    );

  it('takes Japanese, spaces and marks as they are typed, without colour of its own', async () => {
    const { answer, until, type } = openText();
    expect(await until('? 職種の名前')).not.toMatch(/\u001B\[\d*m/);
    type('店舗事務（ｴｲｷﾞｮｳ） "１": #x👩‍💼');
    await until('#x👩‍💼');
    type('\r');
    expect(await answer).toBe('店舗事務（ｴｲｷﾞｮｳ） "１": #x👩‍💼');
    expect(stripVTControlCharacters(await until('> 職種の名前'))).toContain('店舗事務');
  });

  it('says what is wrong, keeps what was typed, and lets it be mended', async () => {
    const { answer, until, type } = openText();
    await until('職種の名前');
    type('\r');
    expect(await until('! 名前を入力してください。')).not.toMatch(/\u001B\[\d*m/);
    type('店舗車');
    await until('店舗車');
    type('\u007F事務\r');
    expect(await answer).toBe('店舗事務');
  });

  it('is left with Ctrl-C', async () => {
    const { answer, until, type } = openText();
    await until('職種の名前');
    type('\u0003');
    expect(await answer).toBeUndefined();
  });
});

describe('the prompt for several answers', () => {
  const openSeveral = (summarize?: (values: readonly string[]) => string) =>
    openPrompt((prompter) =>
      prompter.pickSeveral({
        heading: () => ['扱うもの'],
        choices: ['ヒト', 'モノ', 'カネ'].map((label) => ({ value: label, label })),
        initial: [],
        help: { keys: 'help', lines: 'help' },
        keys: { q: 'quit' },
        layout: { palette: noColour, messages: ja, wrap: (text) => [text] },
        ...(summarize === undefined ? {} : { summarize }),
      }),
    );

  it('leaves a line with the answers, in their order, where one is wanted', async () => {
    const { answer, until, type } = openSeveral((values) => `> 扱うもの ${values.join('・')}`);
    await until('3 [ ] カネ');
    type('3');
    await until('> 3 [x] カネ');
    type('1');
    await until('> 1 [x] ヒト');
    type('\r');
    expect(await answer).toEqual(['ヒト', 'カネ']);
    await until('> 扱うもの ヒト・カネ');
  });

  it('leaves nothing where none is', async () => {
    const { answer, until, type } = openSeveral();
    await until('3 [ ] カネ');
    type('\r');
    expect(await answer).toEqual([]);
  });
});
