import { BackofficeError } from '../../core/errors.ts';
import type { FitState } from '../../core/fit/answer-code.ts';
import { itemsOf } from '../../core/fit/score.ts';
import type { FitItem } from '../../core/catalogue/model.ts';
import { Interrupted } from '../errors/exit-codes.ts';
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
 * @throws Interrupted when the person leaves; what was answered is saved.
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
  const leave = (): never => {
    if (isSaved) context.err.write(`${adaptText(messages.quiz.savedSession(current.id), screen.style)}\n`);
    throw new Interrupted();
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
      if (avoid === undefined || avoid === 'quit') return leave();
      if (avoid !== 'back') {
        await save({ ...current, avoid, done: true });
        return { test: current.test, answers: new Map(Object.entries(current.answers)), avoid };
      }
      index = items.length - 1;
      continue;
    }
    const answer = await askItem(session, screen, item, current, { index, count: items.length });
    if (answer === undefined || answer === 'quit') return leave();
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

function askAvoidances({ context, catalogue, language, messages }: Session, { style, wrap }: Screen, { avoid }: SavedTest) {
  const { palette } = style;
  return context.prompter.pickSeveral({
    heading: wrap(messages.quiz.askAvoid).map(palette.strong),
    choices: catalogue.fit.avoidances.map(({ id, label }) => ({ value: id, label: label[language] })),
    initial: avoid,
    help: wrap(messages.quiz.askAvoidHelp).map(palette.muted),
    keys: { b: 'back', left: 'back', backspace: 'back', q: 'quit', escape: 'quit' },
    palette,
  });
}

function askItem(
  { context, catalogue, language, messages }: Session,
  { style, width, wrap }: Screen,
  item: FitItem,
  current: SavedTest,
  at: { index: number; count: number },
) {
  const { palette } = style;
  const minutes = Math.max(1, Math.round(((at.count - at.index) * secondsPerItem) / 60));
  const before = current.answers[item.id] ?? middle;
  const bar = drawGauge({ value: `${at.index + 1}/${at.count}`, position: at.index / at.count, estimated: false }, 5, Math.min(30, width - 16), style);
  return context.prompter.ask({
    heading: [
      `${bar}  ${palette.muted(messages.quiz.minutesLeft(minutes))}`,
      '',
      ...wrap(catalogue.fit.question[language]).map(palette.muted),
      '',
      ...wrap(item.text[language]).map(palette.strong),
    ],
    answers: catalogue.fit.responses.map(({ label }) => label[language]),
    initial: before,
    help: wrap(messages.quiz.itemHelp).map(palette.muted),
    keys: { b: 'back', left: 'back', backspace: 'back', s: 'skip', right: 'next', q: 'quit', escape: 'quit' },
    palette,
  });
}
