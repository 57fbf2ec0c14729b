import { createPalette } from '../../render/terminal/palette.ts';
import type { Palette } from '../../render/terminal/palette.ts';
import type { Context, OutputStream } from './context.ts';

/** The palette of one of the streams; `colour` is false after `--no-color`. */
export function createStreamPalette({ environment }: Context, { isTerminal }: OutputStream, colour: boolean): Promise<Palette> {
  return createPalette(colour && wantsColour(isTerminal, environment));
}

/** Whether a stream gets colour: FORCE_COLOR, then NO_COLOR, TERM=dumb, and whether it is a terminal. */
export function wantsColour(isTerminal: boolean, environment: Readonly<Record<string, string | undefined>>): boolean {
  const { FORCE_COLOR: force, NO_COLOR: no, TERM: terminal } = environment;
  if (force !== undefined && force !== '') return force !== '0' && force !== 'false';
  if (no !== undefined && no !== '') return false;
  return terminal !== 'dumb' && isTerminal;
}
