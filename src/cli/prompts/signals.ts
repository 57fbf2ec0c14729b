/** What questions hear from outside the terminal's input. What listens gives what ends that. */
export interface Signals {
  readonly onInterrupt: (listener: () => void) => () => void;
  /** The program goes on after it was stopped. */
  readonly onContinue: (listener: () => void) => () => void;
  /** Stops the program, with all that belongs to its command line, as Ctrl-Z does; false where there is no such thing. */
  readonly stop: () => boolean;
}
