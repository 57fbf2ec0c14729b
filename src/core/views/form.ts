import type { Catalogue, Language } from '../catalogue/model.ts';
import { itemsOf } from '../fit/score.ts';
import type { FitTest } from '../fit/score.ts';
import { startDocument } from './document.ts';
import type { Document } from './document.ts';
import { viewTerm } from './terms.ts';
import type { TermView } from './terms.ts';

/** What a form says before it asks anything, in the order in which it says it. */
const formStatements = ['purpose', 'readers', 'kept', 'voluntary', 'notForHiring'] as const;

/** A question of a form, and a remark on how to answer it. */
interface FormQuestion {
  readonly question: string;
  readonly remark: string;
}

/** The words of a form in one language, besides the test's own. */
export interface FormWords {
  readonly title: string;
  readonly statements: Readonly<Record<(typeof formStatements)[number], string>>;
  /** How many questions there are, and how long they take. */
  readonly length: Readonly<Record<FitTest, string>>;
  /** Stands where whoever hands the form out has something to fill in. */
  readonly blank: string;
  readonly person: FormQuestion;
  readonly avoidRemark: string;
}

/** The fit test as a questionnaire to hand out. What is asked is worded so that a table of answers with it as the header is read back. */
export interface FormDocument extends Document<'form'> {
  readonly test: FitTest;
  readonly bankVersion: number;
  readonly title: string;
  /** What it is for, who sees the answers, how long they are kept, and that nobody must answer. */
  readonly about: readonly string[];
  /** Stands in `about` where something is to be filled in. */
  readonly blank: string;
  readonly person: FormQuestion;
  /** Asked of each item. */
  readonly question: string;
  readonly answers: readonly { readonly value: number; readonly label: string }[];
  readonly items: readonly { readonly id: string; readonly text: string }[];
  readonly avoid: FormQuestion & { readonly choices: readonly TermView[] };
}

/** A fit test as a form to hand out, in one language and its words. */
export function viewForm(catalogue: Pick<Catalogue, 'fit'>, test: FitTest, language: Language, words: FormWords): FormDocument {
  const { fit } = catalogue;
  const [purpose = '', ...others] = formStatements.map((statement) => words.statements[statement]);
  return {
    ...startDocument('form', language),
    test,
    bankVersion: fit.version,
    title: words.title,
    about: [purpose, words.length[test], ...others],
    blank: words.blank,
    person: words.person,
    question: fit.question[language],
    answers: fit.responses.map(({ value, label }) => ({ value, label: label[language] })),
    items: itemsOf(catalogue, test).map(({ id, text }) => ({ id, text: text[language] })),
    avoid: { question: fit.avoidQuestion[language], remark: words.avoidRemark, choices: fit.avoidances.map((term) => viewTerm(term, language)) },
  };
}
