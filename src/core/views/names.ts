import type { Language } from '../catalogue/model.ts';
import type { Subject } from '../catalogue/queries.ts';
import { subjectBody } from '../catalogue/queries.ts';

/** What names a role or concept. The Japanese name is there in every language, as in job advertisements. */
export interface NameView {
  readonly id: string;
  /** In the language of the document. */
  readonly name: string;
  readonly japaneseName: string;
  readonly englishName: string;
  readonly reading?: string;
}

/** What names a role or concept. */
export function viewName(subject: Subject, language: Language): NameView {
  const { id, name, reading } = subjectBody(subject);
  return { id, name: name[language], japaneseName: name.ja, englishName: name.en, ...(reading === undefined ? {} : { reading }) };
}
