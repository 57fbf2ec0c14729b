import { cutEnd } from '../../render/text/cut.ts';
import { displayWidth, padEnd } from '../../render/text/width.ts';
import { continues } from './candidates.ts';
import type { Candidate, Offer } from './candidates.ts';
import type { Shell } from './shells.ts';

/**
 * An offer as the script of a shell reads it: `:files`, `:folders`, or a word in each line with what it means.
 * zsh and fish choose the words that fit themselves, and may be told to find more than those that begin so.
 */
export function writeOffer({ candidates, typed, before }: Offer, shell: Shell, columns: number): string {
  if (typeof candidates === 'string') return `:${candidates}\n`;
  const fitting = shell === 'bash' ? candidates.filter(({ value }) => continues(value, typed)) : candidates;
  return fitting.map((candidate) => `${writers[shell](candidate, { fitting, before, columns })}\n`).join('');
}

/** Columns in which a letter and the sign that more was cut off fit. */
const leastShown = 3;

interface Surroundings {
  readonly fitting: readonly Candidate[];
  readonly before: string;
  readonly columns: number;
}

const writers: Readonly<Record<Shell, (candidate: Candidate, surroundings: Surroundings) => string>> = {
  // bash knows no descriptions: they are part of the word while it is listed, behind a space, which no word has.
  bash: ({ value, description }, { fitting, columns }) => {
    const width = Math.max(...fitting.map((other) => displayWidth(other.value)));
    const room = columns - width - 6;
    const shown = room < leastShown ? '' : cutEnd(description, room, '…');
    return shown === '' ? value : `${padEnd(value, width)}  (${shown})`;
  },
  // zsh takes a backslash before any character away.
  zsh: ({ value, description }) => (description === '' ? value : `${value}:${description.replaceAll('\\', '\\\\')}`),
  fish: ({ value, description }, { before }) => `${before}${value}\t${description}`,
};
