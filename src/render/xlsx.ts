import { colToLetter, writeXlsx } from 'hucre/xlsx';
import type { CellStyle, DataValidation, WriteSheet } from 'hucre/xlsx';
import type { Workbook, WorkbookColumn, WorkbookSheet } from '../pages/workbook.ts';

/** Points. What heads a column is a sentence of up to five lines. */
const headHeight = 96;

const wrapped: CellStyle = { alignment: { wrapText: true, vertical: 'top' } };
const strong: CellStyle = { ...wrapped, font: { bold: true } };
const head: CellStyle = { ...strong, fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'F4F1E9' } } };

/** A workbook as the bytes of an Office Open XML file. */
export function renderXlsx(workbook: Workbook): Promise<Uint8Array> {
  return writeXlsx({ sheets: workbook.map(writeSheet) });
}

function writeSheet(sheet: WorkbookSheet): WriteSheet {
  const { name } = sheet;
  if (sheet.kind === 'text') {
    return {
      name,
      columns: [{ width: 100, style: wrapped }],
      rows: sheet.lines.map(({ text }) => [text]),
      cells: new Map(sheet.lines.flatMap(({ isHeading = false }, row) => (isHeading ? [[`${row},0`, { style: strong }] as const] : []))),
      view: { showGridLines: false },
    };
  }
  const { columns } = sheet;
  const table: WriteSheet = {
    name,
    columns: columns.map(({ width }) => ({ width })),
    cells: new Map(columns.map((_, column) => [`0,${column}`, { style: head }])),
    pageSetup: { orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: '$1:$1' },
  };
  const headers = columns.map(({ header }) => header);
  if (sheet.kind === 'records') {
    const rows = sheet.rows.map((cells) => cells.map((cell) => cell ?? null));
    return { ...table, rows: [headers, ...rows], freezePane: { rows: 1, columns: sheet.fixed } };
  }
  return {
    ...table,
    rows: [headers],
    rowDefs: new Map([[0, { height: headHeight }]]),
    freezePane: { rows: 1, columns: 1 },
    dataValidations: sheet.columns.flatMap((column, place) => offerChoices(column, colToLetter(place), sheet.rows)),
  };
}

function offerChoices({ choices }: WorkbookColumn, letter: string, rows: number): DataValidation[] {
  if (choices === undefined) return [];
  const { from, hint, refusal } = choices;
  return [
    {
      type: 'list',
      range: `${letter}2:${letter}${rows + 1}`,
      // Values within a rule may have 255 characters together.
      ...('sheet' in from ? { formula1: `'${from.sheet.replaceAll("'", "''")}'!$A$${from.first}:$A$${from.last}` } : { values: from.map(String) }),
      allowBlank: true,
      showInputMessage: true,
      inputMessage: hint,
      ...(refusal === undefined ? {} : { showErrorMessage: true, errorMessage: refusal }),
    },
  ];
}
