import type { Language } from '../../core/catalogue/model.ts';
import { languages } from '../../core/catalogue/model.ts';

/**
 * The language of the environment: `BACKOFFICE_LANG`, then `LC_ALL`, `LC_MESSAGES` and `LANG`;
 * the first that names Japanese or English decides, Japanese if none does.
 */
export function chooseLanguage(environment: Readonly<Record<string, string | undefined>>): Language {
  const { BACKOFFICE_LANG, LC_ALL, LC_MESSAGES, LANG } = environment;
  for (const value of [BACKOFFICE_LANG, LC_ALL, LC_MESSAGES, LANG]) {
    const named = languages.find((language) => new RegExp(`^${language}(?:[_.@-]|$)`, 'i').test(value ?? ''));
    if (named !== undefined) return named;
  }
  return languages[0];
}

/** What help and errors must know before the command line is parsed. */
export interface PeekedOptions {
  readonly language: Language | undefined;
  readonly colour: boolean;
  readonly ascii: boolean;
  readonly pager: boolean;
}

/** The options that decide how help and errors look, wherever they stand before `--`. */
export function peekOptions(args: readonly string[]): PeekedOptions {
  const options = args.slice(0, args.includes('--') ? args.indexOf('--') : undefined);
  const value = options.flatMap((arg, index) => (arg === '--lang' ? [options[index + 1]] : arg.startsWith('--lang=') ? [arg.slice(7)] : [])).at(-1);
  return {
    language: languages.find((language) => language === value?.toLowerCase()),
    colour: !options.includes('--no-color'),
    ascii: options.includes('--ascii'),
    pager: !options.includes('--no-pager'),
  };
}
