import type { Messages } from '../messages/messages.ts';
import type { Palette } from '../render/palette.ts';

/** One of several answers. */
interface Choice {
  readonly value: string;
  readonly label: string;
}

export interface ChoiceQuestion {
  readonly question: string;
  /** The choices that fit what has been typed so far. */
  readonly findChoices: (typed: string) => readonly Choice[];
  readonly palette: Palette;
  readonly messages: Messages;
}

/** Questions to a person at a terminal. Undefined means that the person left. */
export interface Prompter {
  readonly choose: (question: ChoiceQuestion) => Promise<string | undefined>;
}
