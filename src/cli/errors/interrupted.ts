/** The person left with Ctrl-C: nothing went wrong, and the exit code says so (130). */
export class Interrupted extends Error {}
