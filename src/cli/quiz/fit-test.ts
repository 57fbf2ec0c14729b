import { BackofficeError } from '../../core/errors.ts';
import type { FitState } from '../../core/fit/answer-code.ts';
import { itemsOf } from '../../core/fit/score.ts';
import type { FitItem } from '../../core/catalogue/model.ts';
import { Interrupted, Left } from '../errors/exit-codes.ts';
import { adaptText } from '../../render/text/adapt.ts';
import { drawGauge } from '../../render/terminal/gauge.ts';
import type { Session } from '../session/session.ts';
import type { SavedTest } from '../../core/fit/saved-test.ts';
import type { TestStore } from './saved-tests.ts';
import { openScreen } from '../session/screen.ts';
import type { Screen } from '../session/screen.ts';

/** Seconds that an answer takes, for the time left. */
const secondsPerItem = 8;

const middle = 3;

/**
 * Asks the items of a test one by one, from where the session stands, and saves after every answer.
 * @throws Left or Interrupted when the person leaves; what was answered is saved.
 */
export async function runFitTest(session: Session, begun: SavedTest, store: TestStore): Promise<FitState> {
  const { catalogue, context, messages } = session;
  const items = itemsOf(catalogue, begun.test);
  const screen = await openScreen(session);
  let current = begun;
  // What is gone on with is saved already.
  let isSaved = Object.keys(begun.answers).length > 0;
  let warned = false;
  const save = async (next: SavedTest) => {
    const saved = await store.save(next);
    isSaved = saved !== undefined;
    current = saved ?? next;
    if (isSaved || warned) return;
    warned = true;
    context.err.write(`${messages.quiz.cannotSave}\n`);
  };
  const leave = (answer: 'quit' | undefined): never => {
    if (isSaved) context.err.write(`${adaptText(messages.quiz.savedSession(current.id), screen.style)}\n`);
    throw answer === undefined ? new Interrupted() : new Left();
  };
  const isOpen = ({ id }: FitItem) => current.answers[id] === undefined && !current.skipped.includes(id);
  const firstOpen = items.findIndex(isOpen);
  // Behind the last item stands the question what to avoid.
  let index = firstOpen < 0 ? items.length : firstOpen;
  for (;;) {
    const item = items[index];
    if (item === undefined) {
      if (Object.keys(current.answers).length === 0) {
        // There is nothing to go on with, either.
        store.forget(current.id);
        throw new BackofficeError({ code: 'nothing-answered' });
      }
      const avoid = await askAvoidances(session, screen, current);
      if (avoid === undefined || avoid === 'quit') return leave(avoid);
      if (avoid !== 'back') {
        await save({ ...current, avoid, done: true });
        return { test: current.test, answers: new Map(Object.entries(current.answers)), avoid };
      }
      index = items.length - 1;
      continue;
    }
    const answer = await askItem(session, screen, item, current, { index, count: items.length });
    if (answer === undefined || answer === 'quit') return leave(answer);
    if (answer === 'back') {
      index = Math.max(0, index - 1);
      continue;
    }
    const others = Object.fromEntries(Object.entries(current.answers).filter(([id]) => id !== item.id));
    const skipped = current.skipped.filter((id) => id !== item.id);
    if (typeof answer === 'number') await save({ ...current, answers: { ...others, [item.id]: answer }, skipped });
    // Moving on from an item that was answered keeps its answer; skipping it takes the answer back.
    else if (answer === 'skip' || isOpen(item)) await save({ ...current, answers: others, skipped: [...skipped, item.id] });
    index += 1;
  }
}

function askAvoidances({ context, catalogue, language, messages }: Session, layout: Screen, { avoid }: SavedTest) {
  return context.prompter.pickSeveral({
    heading: () => layout.wrap(messages.quiz.askAvoid).map(layout.palette.strong),
    choices: catalogue.fit.avoidances.map(({ id, label }) => ({ value: id, label: label[language] })),
    initial: avoid,
    help: messages.quiz.askAvoidHelp,
    keys: { b: 'back', left: 'back', backspace: 'back', q: 'quit', escape: 'quit' },
    layout,
  });
}

interface ItemPlace {
  readonly index: number;
  readonly count: number;
}

function askItem({ context, catalogue, language, messages }: Session, layout: Screen, item: FitItem, current: SavedTest, at: ItemPlace) {
  const { palette, wrap } = layout;
  return context.prompter.ask({
    heading: () => [
      drawProgress(at, layout),
      '',
      ...wrap(catalogue.fit.question[language]).map(palette.muted),
      '',
      ...wrap(item.text[language]).map(palette.strong),
    ],
    answers: catalogue.fit.responses.map(({ label }) => label[language]),
    initial: current.answers[item.id] ?? middle,
    help: messages.quiz.itemHelp,
    keys: { b: 'back', left: 'back', backspace: 'back', s: 'skip', right: 'next', q: 'quit', escape: 'quit' },
    layout,
  });
}

/** How far the test has come, and about how long it takes from there. */
function drawProgress({ index, count }: ItemPlace, { style, inLines, messages, palette, findWidth }: Screen): string {
  const minutes = Math.max(1, Math.round(((count - index) * secondsPerItem) / 60));
  if (inLines) return messages.quiz.questionOf(index + 1, count, minutes);
  const bar = drawGauge({ value: `${index + 1}/${count}`, position: index / count, estimated: false }, 5, Math.min(30, findWidth() - 16), style);
  return `${bar}  ${palette.muted(messages.quiz.minutesLeft(minutes))}`;
}
