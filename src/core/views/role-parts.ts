import { sections } from '../catalogue/model.ts';

/** Parts of a role that can be shown on their own. */
export const roleParts = ['summary', ...sections, 'figures', 'confused-with', 'sources'] as const;
export type RolePart = (typeof roleParts)[number];
