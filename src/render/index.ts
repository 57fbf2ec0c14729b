import { pageFormats } from '../messages/format-names.ts';
import type { PageFormat } from '../messages/format-names.ts';
import type { Output } from '../pages/output.ts';
import { adaptTexts } from './text/adapt.ts';
import type { Page } from './text/drawn.ts';
import type { Style } from './terminal/style.ts';

/** What a format makes its output from; a command that has none of it cannot give the format. */
type Part = 'document' | 'page' | 'records' | 'form';

interface Format {
  readonly needs: Part;
  /** Read by people: may be coloured, paged, and end with a suggestion. */
  readonly forPeople: boolean;
  /** A program's own kind of file: of no use on a terminal. */
  readonly isFile?: boolean;
  readonly render: (output: Output, style: Style) => Promise<string | Uint8Array>;
}

// To add a format: its name in messages/format-names.ts, one file beside this one and one entry here.
export const formats = {
  table: {
    needs: 'page',
    forPeople: true,
    render: async (output, style) => (await import('./terminal/table.ts')).renderTerminal(pageOf(output, style), style),
  },
  plain: {
    needs: 'page',
    forPeople: true,
    render: async (output, style) => (await import('./terminal/plain.ts')).renderPlain(pageOf(output, style), style),
  },
  json: {
    needs: 'document',
    forPeople: false,
    render: ({ document }) => Promise.resolve(JSON.stringify(document, undefined, 2) + '\n'),
  },
  yaml: {
    needs: 'document',
    forPeople: false,
    render: async ({ document }) => (await import('./yaml.ts')).renderYaml(document),
  },
  csv: {
    needs: 'records',
    forPeople: false,
    render: async ({ records }) => (await import('./csv.ts')).renderCsv(records?.() ?? { header: [], rows: [] }),
  },
  markdown: {
    needs: 'page',
    forPeople: false,
    render: async (output, style) => (await import('./markdown.ts')).renderMarkdown(pageOf(output, style), style),
  },
  html: {
    needs: 'page',
    forPeople: false,
    isFile: true,
    render: async (output, style) => {
      if (output.form !== undefined) return (await import('./html/questionnaire.tsx')).renderQuestionnaire(output.form.document, style);
      if (output.sheet !== undefined) return (await import('./html/fit-sheet.tsx')).renderFitSheet(adaptTexts(output.sheet(), style), style);
      return (await import('./html/document.tsx')).renderHtml(pageOf({ page: output.report ?? output.page }, style), style);
    },
  },
  xlsx: {
    needs: 'form',
    forPeople: false,
    isFile: true,
    render: async ({ form }) => (form === undefined ? '' : (await import('./xlsx.ts')).renderXlsx(form.workbook())),
  },
  gs: {
    needs: 'form',
    forPeople: false,
    render: async ({ form }, { messages }) => (form === undefined ? '' : (await import('./google-form.ts')).renderGoogleForm(form.document, messages)),
  },
} as const satisfies Record<PageFormat, Format>;

/** The formats of a command that answers with a page: with or without records, as a form, or with a text only. */
export function availableFormats({ hasRecords, isForm, isText }: Readonly<Record<'hasRecords' | 'isForm' | 'isText', boolean>>): PageFormat[] {
  const isGiven: Readonly<Record<Part, boolean>> = { document: true, page: true, records: hasRecords, form: isForm };
  return pageFormats.filter((name) => (isText ? formats[name].forPeople : isGiven[formats[name].needs]));
}

/** Whether a format makes a file for a program of its own, which is of no use on a terminal. */
export function isFileFormat(name: PageFormat): boolean {
  const { isFile = false }: Format = formats[name];
  return isFile;
}

function pageOf({ page }: Pick<Output, 'page'>, style: Style): Page {
  return adaptTexts(page(), style);
}
