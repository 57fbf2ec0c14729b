// Made when it is first needed: it takes some 10 ms.
let segmenter: Intl.Segmenter | undefined;

/** A word of a text, and where it begins. */
export interface TextSegment {
  readonly index: number;
  readonly segment: string;
}

/** The words of a text, and what stands between them, as `Intl.Segmenter` finds them for Japanese. */
export function segmentText(text: string): TextSegment[] {
  const words = (segmenter ??= new Intl.Segmenter('ja', { granularity: 'word' }));
  // The time of Intl.Segmenter grows with the square of the text, so it gets a clause at a time.
  return Array.from(text.matchAll(/.{1,200}?[、。，．！？\s]+|.{1,200}/gsu)).flatMap(({ index: start, 0: clause }) =>
    Array.from(words.segment(clause), ({ index, segment }) => ({ index: start + index, segment })),
  );
}
