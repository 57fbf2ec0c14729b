import type { Context } from '../session/context.ts';
import type { Messages } from '../../messages/messages.ts';
import { displayWidth } from '../../render/text/width.ts';

/** How far a long work is, on one line that is drawn over and over. */
export interface Progress {
  /** `share` is 0–1, where it is known. */
  readonly show: (rows: number, share: number | undefined) => void;
  readonly showPages: (pages: number) => void;
  /** Takes the line away, before something else is written or at the end. */
  readonly clear: () => void;
}

/** Milliseconds between two drawings. */
const pause = 100;

/** Progress on the messages' stream, if that is a terminal that can draw a line over and nothing else is drawn there. */
export function createProgress({ err, environment, now }: Context, isFree: boolean, messages: Messages): Progress {
  if (!err.isTerminal || !isFree || environment.TERM === 'dumb') return { show: () => undefined, showPages: () => undefined, clear: () => undefined };
  let shown = '';
  let shownAt = now().getTime();
  const clear = () => {
    if (shown !== '') err.write(`\r${' '.repeat(displayWidth(shown))}\r`);
    shown = '';
  };
  const draw = (text: string) => {
    const time = now().getTime();
    // A line that is broken could not be drawn over.
    if (time - shownAt < pause || displayWidth(text) >= (err.columns ?? 80)) return;
    clear();
    err.write(text);
    [shown, shownAt] = [text, time];
  };
  return {
    clear,
    show: (rows, share) => draw(messages.score.scoring(rows, share === undefined ? undefined : Math.floor(share * 100))),
    showPages: (pages) => draw(messages.score.pages.making(pages)),
  };
}
