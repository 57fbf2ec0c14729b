import type { Language } from '../../core/catalogue/model.ts';
import type { FormatName } from '../format-names.ts';
import type { Text } from '../text.ts';

export type CommandName = 'list' | 'show' | 'compare' | 'quiz' | 'form' | 'score' | 'search' | 'guide' | 'new' | 'check' | 'completion' | 'help';

interface CommandHelp {
  readonly summary: string;
  readonly arguments: Readonly<Record<string, string>>;
  readonly examples: readonly (readonly [command: Text, what: string])[];
}

export interface HelpMessages {
  readonly description: string;
  readonly headings: Readonly<Record<'examples' | 'usage' | 'arguments' | 'options' | 'globalOptions' | 'commands', string>>;
  readonly examples: readonly (readonly [command: Text, what: string])[];
  readonly commands: Readonly<Record<CommandName, CommandHelp>>;
  /** A usage text in which `<role>`, `[options]` and the like are called by their names. */
  readonly translatePlaceholders: (term: string) => string;
  readonly closing: Text;
  readonly options: Readonly<
    Record<
      | 'lang'
      | 'format'
      | 'output'
      | 'noColor'
      | 'ascii'
      | 'noPager'
      | 'data'
      | 'help'
      | 'version'
      | 'resource'
      | 'facet'
      | 'sort'
      | 'reverse'
      | 'where'
      | 'section'
      | 'diff'
      | 'resume'
      | 'sessions'
      | 'forget'
      | 'answers'
      | 'code'
      | 'personName'
      | 'full'
      | 'pages'
      | 'nameFiles'
      | 'force'
      | 'questions'
      | 'seed'
      | 'allRoles'
      | 'all'
      | 'strict'
      | 'idColumn'
      | 'avoidColumn'
      | 'group'
      | 'yes'
      | 'forgetYes',
      string
    >
  >;
  /** What the languages and formats are, for completion. */
  readonly languages: Readonly<Record<Language, string>>;
  readonly formats: Readonly<Record<FormatName, string>>;
}
