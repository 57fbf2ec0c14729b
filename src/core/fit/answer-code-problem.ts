/** Why a code cannot be read. */
export interface CodeProblem {
  readonly problem: 'character' | 'length' | 'checksum' | 'version';
  /** Place of a wrong character, from 1. */
  readonly position?: number;
  readonly found?: string;
  readonly version?: number;
  readonly supported?: number;
}
