type Paint = (text: string) => string;

/** Colours by what they mean. Nothing is said by colour alone. */
export interface Palette {
  readonly title: Paint;
  readonly heading: Paint;
  readonly strong: Paint;
  readonly muted: Paint;
  readonly good: Paint;
  readonly caution: Paint;
  readonly code: Paint;
  readonly error: Paint;
  readonly bar: Paint;
  readonly mark: Paint;
  /** What was looked for. */
  readonly match: Paint;
}

const plain: Paint = (text) => text;

/** A palette that leaves texts as they are. */
export const noColour: Palette = {
  title: plain,
  heading: plain,
  strong: plain,
  muted: plain,
  good: plain,
  caution: plain,
  code: plain,
  error: plain,
  bar: plain,
  mark: plain,
  match: plain,
};

/** The palette of a stream. `chalk` is loaded only when there is colour to give. */
export async function createPalette(colour: boolean): Promise<Palette> {
  if (!colour) return noColour;
  const { Chalk } = await import('chalk');
  const chalk = new Chalk({ level: 1 });
  return {
    title: (text) => chalk.bold.cyan(text),
    heading: (text) => chalk.bold.cyan(text),
    strong: (text) => chalk.bold(text),
    muted: (text) => chalk.dim(text),
    good: (text) => chalk.green(text),
    caution: (text) => chalk.yellow(text),
    code: (text) => chalk.cyan(text),
    error: (text) => chalk.red(text),
    bar: (text) => chalk.blue(text),
    mark: (text) => chalk.yellow(text),
    match: (text) => chalk.bold.underline.yellow(text),
  };
}
