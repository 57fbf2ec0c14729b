import { createContext, runInContext } from 'node:vm';
import { renderCsvRows } from '../../src/render/csv.ts';

/** What was made of a question of a Google form. */
interface MadeItem {
  readonly kind: 'text' | 'grid' | 'checkbox' | 'page';
  title: string;
  isRequired: boolean;
  rows: readonly string[];
  choices: readonly string[];
}

export interface MadeForm {
  readonly title: string;
  description: string;
  readonly items: MadeItem[];
  readonly log: string[];
}

/** Runs a script against a stand-in for what Google offers to scripts. As there, a call that it does not know throws. */
export function runScript(script: string): MadeForm {
  const forms: MadeForm[] = [];
  const log: string[] = [];
  const add = (form: MadeForm, kind: MadeItem['kind']) => {
    const made: MadeItem = { kind, title: '', isRequired: false, rows: [], choices: [] };
    form.items.push(made);
    const set = <Value>(change: (value: Value) => unknown) => {
      return (value: Value) => {
        change(value);
        return item;
      };
    };
    const item = {
      setTitle: set<string>((title) => (made.title = title)),
      setHelpText: set<string>(() => undefined),
      setRequired: set<boolean>((isRequired) => (made.isRequired = isRequired)),
      ...(kind === 'grid' ? { setRows: set<string[]>((rows) => (made.rows = rows)), setColumns: set<string[]>((choices) => (made.choices = choices)) } : {}),
      ...(kind === 'checkbox' ? { setChoiceValues: set<string[]>((choices) => (made.choices = choices)) } : {}),
    };
    return item;
  };
  const FormApp = {
    create: (title: string) => {
      const made: MadeForm = { title, description: '', items: [], log };
      forms.push(made);
      const form = {
        setDescription: (description: string) => {
          made.description = description;
          return form;
        },
        setProgressBar: () => form,
        addTextItem: () => add(made, 'text'),
        addPageBreakItem: () => add(made, 'page'),
        addGridItem: () => add(made, 'grid'),
        addCheckboxItem: () => add(made, 'checkbox'),
        getEditUrl: () => 'https://forms.example/edit',
        getPublishedUrl: () => 'https://forms.example/view',
      };
      return form;
    },
  };
  const world = createContext({ FormApp, Logger: { log: (text: string) => log.push(text) } });
  runInContext(`${script}\nmakeForm();`, world);
  const [form, second] = forms;
  if (form === undefined || second !== undefined) throw new Error(`the script made ${forms.length} forms`);
  return form;
}

/** One person's answers: the texts that they typed or chose, by title and row. */
export type Response = (title: string, row: string | undefined) => readonly string[];

/** The answers to a form as Google exports them: a grid has a column for each row, `question [row]`; what was ticked is joined by commas. */
export function exportResponses({ items }: MadeForm, responses: readonly Response[]): string {
  const columns = items.flatMap(({ kind, title, rows }): { title: string; row?: string }[] =>
    kind === 'page' ? [] : kind === 'grid' ? rows.map((row) => ({ title, row })) : [{ title }],
  );
  return renderCsvRows([
    ['Timestamp', ...columns.map(({ title, row }) => (row === undefined ? title : `${title} [${row}]`))],
    ...responses.map((respond) => ['2026/10/05 9:12:31', ...columns.map(({ title, row }) => respond(title, row).join(', '))]),
  ]);
}
