import type { FitWarning } from '../core/fit/score.ts';
import type { Messages } from '../messages/messages.ts';

/** The page of a person. */
export interface PersonPage {
  /** What tells them apart, where that is known. */
  readonly id?: string;
  readonly name: string;
  readonly file: string;
  readonly warnings: readonly FitWarning[];
}

/** A list of the pages of a group, for the adviser alone. */
export interface PersonList {
  readonly title: string;
  readonly asides: readonly string[];
  readonly remarks: readonly string[];
  readonly group: { readonly label: string; readonly file: string };
  readonly column: string;
  readonly people: readonly { readonly name: string; readonly file: string; readonly remarks: readonly string[] }[];
}

/** What the list of the pages says. */
export function buildPersonList(
  { people, group, date }: { readonly people: readonly PersonPage[]; readonly group: string; readonly date: string },
  { fit, score: { pages }, group: words }: Messages,
): PersonList {
  return {
    title: pages.listTitle,
    asides: [pages.people(people.length), fit.writeDate(date)],
    remarks: [pages.forAdviser, pages.codes, fit.caution],
    group: { label: words.title, file: group },
    column: pages.person,
    people: people.map(({ name, file, warnings }) => ({ name, file, remarks: warnings.map((warning) => pages.warnings[warning]) })),
  };
}
