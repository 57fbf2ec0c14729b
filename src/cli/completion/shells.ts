/** The shells that have a script in `completions/`. */
export const shells = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof shells)[number];

/** What the scripts put before the command line when they ask what can be typed next. No role and no command is called so. */
export const tabRequest = '__complete';
