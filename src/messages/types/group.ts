/** A group of people at a glance. */
export interface GroupMessages {
  readonly title: string;
  readonly people: (count: number) => string;
  /** Of a group that is not summarised. */
  readonly tooFew: string;
  readonly caution: string;
  readonly underFive: string;
  readonly withheld: string;
  /** What these two mean. */
  readonly hiddenRemark: string;
  /** Of a group whose counts would all tell of a few. */
  readonly noCounts: string;
  /** What is under five, in one line. */
  readonly underFiveOf: (names: string) => string;
  readonly first: string;
  readonly shared: string;
  readonly sharedRemark: string;
  readonly standings: string;
  readonly standing: Readonly<Record<'shared' | 'open' | 'undecided' | 'unscorable', string>>;
  readonly avoid: string;
  readonly avoidRemark: string;
  readonly neighbours: string;
  readonly neighboursRemark: string;
  /** Heads of columns. */
  readonly count: string;
  readonly answer: string;
  readonly hardPart: string;
  /** The mean, and the spread behind it. */
  readonly mean: string;
  readonly profile: string;
  readonly profileRemark: string;
}
