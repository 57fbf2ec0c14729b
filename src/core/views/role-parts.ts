import { sections } from '../catalogue/model.ts';
import type { Section } from '../catalogue/model.ts';

/** Parts of a role that can be shown on their own, in reading order. */
export type RolePart = 'summary' | Section | 'labour-market' | 'figures' | 'confused-with' | 'sources';
export const roleParts: readonly RolePart[] = [
  'summary',
  // What a job pays is read beside what is hard about it.
  ...sections.flatMap((section): RolePart[] => (section === 'demerits' ? [section, 'labour-market'] : [section])),
  'figures',
  'confused-with',
  'sources',
];
