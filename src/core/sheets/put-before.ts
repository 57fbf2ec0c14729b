/** What was taken from the beginning of something, and what is left of it, as one again. When it is left early, so is the rest. */
export async function* putBefore<Piece>(head: Piece, rest: AsyncIterator<Piece, unknown>): AsyncGenerator<Piece> {
  yield head;
  yield* { [Symbol.asyncIterator]: () => rest };
}
