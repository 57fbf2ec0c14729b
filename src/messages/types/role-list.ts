import type { SortKey } from '../../core/catalogue/queries.ts';

export interface RoleListMessages {
  readonly focus: string;
  /** Title of a report that lists roles. */
  readonly title: string;
  readonly sortKeys: Readonly<Record<SortKey, string>>;
}
