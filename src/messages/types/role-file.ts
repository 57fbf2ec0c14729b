import type { Entry, Relation, Role } from '../../core/catalogue/model.ts';

/** What a new role file says where nobody has said anything yet. */
export type RolePlaceholder =
  | 'summary'
  | 'alias'
  | 'relatedTitle'
  | 'focus'
  | 'duty'
  | 'nextDuty'
  | 'detail'
  | 'specialty'
  | 'merit'
  | 'caution'
  | 'demerit'
  | 'coping'
  | 'suits'
  | 'entry'
  | 'qualification'
  | 'condition'
  | 'step'
  | 'question'
  | 'difference';

/** Comments of a new role file, and the texts that stand in it until somebody writes better ones. */
export interface RoleFileMessages {
  readonly intro: readonly string[];
  readonly copyIntro: (name: string) => readonly string[];
  readonly keys: Readonly<Record<keyof Role, string>>;
  /** Keys of entries that no section explains. */
  readonly entryKeys: Readonly<Record<Exclude<keyof Entry, 'text' | 'detail' | 'frequency' | 'caution' | 'coping' | 'avoidance'>, string>>;
  readonly entryKeysIntro: string;
  readonly topicsIntro: string;
  readonly relations: Readonly<Record<Relation, string>>;
  readonly placeholders: Readonly<Record<RolePlaceholder, string>> & { readonly name: (id: string) => string };
}
