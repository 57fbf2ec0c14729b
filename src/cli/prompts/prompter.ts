import type { Messages } from '../../messages/messages.ts';
import type { QuestionHelp } from '../../messages/types/questions.ts';
import type { Palette } from '../../render/terminal/palette.ts';

/** One of several answers. */
export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** What numbered questions are laid out with. It is asked anew at every drawing: the terminal may have another width by then. */
export interface QuestionLayout {
  readonly palette: Palette;
  readonly messages: Messages;
  /** A text as lines for the terminal, with this many columns left free. */
  readonly wrap: (text: string, indent?: number) => string[];
}

export interface ChoiceQuestion {
  readonly question: string;
  /** The choices that fit what has been typed so far. */
  readonly findChoices: (typed: string) => readonly Choice[];
  readonly palette: Palette;
  readonly messages: Messages;
}

/** A question that is answered with one line of text. */
export interface TextQuestion {
  readonly question: string;
  /** What is wrong with a text, in words already wrapped; undefined when it will do. */
  readonly findFault: (typed: string) => string | undefined;
  readonly palette: Palette;
}

/** A question with a few numbered answers, on a screen of its own. */
export interface NumberedQuestion {
  /** Lines that stand above the question and stay there; written again where the screen is drawn anew. */
  readonly above?: () => readonly string[];
  /** Lines above the answers, wrapped and painted. */
  readonly heading: () => readonly string[];
  /** Numbered from 1. */
  readonly answers: readonly string[];
  /** The answer that is marked at first, from 1; 0 for none. */
  readonly initial: number;
  readonly help: QuestionHelp;
  /** Keys other than those of the answers, and what they mean. */
  readonly keys: Readonly<Record<string, Exclude<NumberedAnswer, number>>>;
  readonly layout: QuestionLayout;
}

/** An answer from 1, or what the person wants instead. */
export type NumberedAnswer = number | 'back' | 'next' | 'skip' | 'quit';

/** A question to which any number of answers, none included, can be given, on a screen of its own. */
export interface SeveralQuestion {
  readonly heading: () => readonly string[];
  readonly choices: readonly Choice[];
  /** Values that are chosen at first. */
  readonly initial: readonly string[];
  readonly help: QuestionHelp;
  readonly keys: Readonly<Record<string, 'back' | 'quit'>>;
  /** The line that stays on the screen; without it nothing stays. */
  readonly summarize?: (values: readonly string[]) => string;
  readonly layout: QuestionLayout;
}

/** The values chosen, or what the person wants instead. */
export type SeveralAnswer = readonly string[] | 'back' | 'quit';

/**
 * Questions to a person at a terminal. Undefined means that the person interrupted them; at the end of the input (Ctrl-D) they are left:
 * as if by the key for that, or where a text is typed by throwing Left.
 */
export interface Prompter {
  readonly choose: (question: ChoiceQuestion) => Promise<string | undefined>;
  readonly enterText: (question: TextQuestion) => Promise<string | undefined>;
  readonly ask: (question: NumberedQuestion) => Promise<NumberedAnswer | undefined>;
  readonly pickSeveral: (question: SeveralQuestion) => Promise<SeveralAnswer | undefined>;
  /** Gives the terminal back after the last of several questions. */
  readonly release: () => void | Promise<void>;
}
