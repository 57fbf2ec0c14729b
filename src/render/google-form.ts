import type { FormDocument } from '../core/views/form.ts';
import type { Messages } from '../messages/messages.ts';

/** Items on a page: on a telephone, more of them are hard to find one's way in. */
const itemsOnPage = 11;

/** A form as an Apps Script that makes it in Google Forms: one grid a page. Its export is what `score` reads. */
export function renderGoogleForm(form: FormDocument, { form: { script } }: Messages): string {
  const { title, about, person, question, answers, items, avoid } = form;
  const pages = Array.from({ length: Math.ceil(items.length / itemsOnPage) }, (_, page) => items.slice(page * itemsOnPage, (page + 1) * itemsOnPage));
  const content = {
    title,
    about,
    person,
    question,
    answers: answers.map(({ label }) => label),
    pages: pages.map((page) => page.map(({ text }) => text)),
    avoid: { ...avoid, choices: avoid.choices.map(({ label }) => label) },
  };
  return `${script.howTo.map((line) => `// ${line}`).join('\n')}

// ${script.required}
const isRequired = false;

const content = ${JSON.stringify(content, undefined, 2)};

function makeForm() {
  const form = FormApp.create(content.title).setDescription(content.about.join('\\n')).setProgressBar(true);
  form.addTextItem().setTitle(content.person.question).setHelpText(content.person.remark).setRequired(isRequired);
  for (const rows of content.pages) {
    form.addPageBreakItem();
    form.addGridItem().setTitle(content.question).setRows(rows).setColumns(content.answers).setRequired(isRequired);
  }
  form.addPageBreakItem();
  form.addCheckboxItem().setTitle(content.avoid.question).setHelpText(content.avoid.remark).setChoiceValues(content.avoid.choices);
  Logger.log(${JSON.stringify(script.toEdit)} + form.getEditUrl());
  Logger.log(${JSON.stringify(script.toAnswer)} + form.getPublishedUrl());
}
`;
}
