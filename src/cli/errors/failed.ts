/** The answer was given, and it is a bad one: exit code 1, and nothing more to say. */
export class Failed extends Error {}
