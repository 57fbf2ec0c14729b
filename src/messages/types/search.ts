export interface SearchMessages {
  /** Above the commands that show figures of the labour market, and before each of them. */
  readonly labourMarket: string;
  readonly ofOne: string;
  readonly inOrder: string;
  readonly howToRead: string;
  readonly title: (words: readonly string[]) => string;
  /** Passages, and the roles, terms and guide topics they belong to. */
  readonly foundPlaces: (places: number, subjects: number, areRoles: boolean) => string;
  /** Several roles have what was looked for among their duties. */
  readonly doneBy: (words: readonly string[], roles: readonly string[]) => string;
  /** A name, and the Japanese one where that is another. */
  readonly bothNames: (name: string, japaneseName: string) => string;
  readonly searchedInstead: (from: string, to: string) => string;
  readonly searchedWithout: (words: readonly string[]) => string;
  readonly foundApart: string;
  readonly foundSome: string;
  /** What most people in a role answered. */
  readonly answered: (question: string, answer: string) => string;
  readonly moreHits: (count: number) => string;
}
