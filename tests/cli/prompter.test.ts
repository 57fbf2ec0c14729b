import { PassThrough } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { ja } from '../../src/cli/messages/ja.ts';
import { createInquirerPrompter } from '../../src/cli/prompts/inquirer.ts';
import { noColour } from '../../src/cli/render/palette.ts';

/** A prompt on streams of the test's own: what is typed, and what is on the screen. */
function openPrompt() {
  const input = new PassThrough();
  const output = new PassThrough();
  let drawn = '';
  output.on('data', (chunk: Buffer) => (drawn += chunk.toString()));
  const all = ['経理 (keiri)', '会計 (kaikei)', '人事 (jinji)'];
  const answer = createInquirerPrompter({ input, output }).choose({
    question: 'どの職種を見ますか',
    findChoices: (typed) => all.filter((label) => label.includes(typed)).map((label) => ({ value: label, label })),
    palette: noColour,
    messages: ja,
  });
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

describe('the prompt for a role', () => {
  it('lists the choices in the language of the person, without colour of its own', async () => {
    const { answer, until, type } = openPrompt();
    const screen = await until(ja.labels.chooseHelp);
    expect(stripVTControlCharacters(screen)).toContain('> 経理 (keiri)');
    expect(screen).not.toMatch(/\u001B\[\d*m/);
    type('\r');
    expect(await answer).toBe('経理 (keiri)');
  });

  it('narrows down as Japanese is typed', async () => {
    const { answer, until, type } = openPrompt();
    await until(ja.labels.chooseHelp);
    type('会計');
    await until('> 会計 (kaikei)');
    type('\r');
    expect(await answer).toBe('会計 (kaikei)');
  });

  it('says so when nothing fits', async () => {
    const { answer, until, type } = openPrompt();
    await until(ja.labels.chooseHelp);
    type('zzz');
    await until(ja.labels.noChoice);
    type('\u0003');
    expect(await answer).toBeUndefined();
  });
});
