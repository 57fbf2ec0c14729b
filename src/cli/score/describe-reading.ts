import type { TextEncoding } from '../../core/role-files/decode.ts';
import type { SheetEvent } from '../../core/sheets/sheet-events.ts';
import type { Style } from '../../render/terminal/style.ts';

/** Encodings that were guessed, as they are called. */
const encodingNames: Partial<Readonly<Record<TextEncoding, string>>> = { shift_jis: 'Shift_JIS', 'euc-jp': 'EUC-JP' };

/** What people should know of how a file of sheets is read; undefined where nothing is worth a word. */
export function describeReading(event: SheetEvent<unknown>, { messages: { score }, palette }: Style): string | undefined {
  switch (event.kind) {
    case 'note':
      return event.note.kind === 'reworded' ? palette.caution(score.explainNote(event.note)) : score.explainNote(event.note);
    case 'format':
      return event.ignored.length === 0 ? undefined : score.columnsLeftOut(event.ignored);
    case 'encoding': {
      const name = encodingNames[event.encoding];
      return name === undefined ? undefined : score.readAs(name);
    }
    case 'rows':
      return undefined;
  }
}
