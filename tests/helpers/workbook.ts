import { makeZip } from './zip.ts';
import type { Packed } from './zip.ts';

/** What stands in a cell: a text, a number, nothing, or XML of its own. */
export type Cell = string | number | null | { readonly xml: string } | { readonly text: string; readonly reading: string } | { readonly date: number };

export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
  readonly isHidden?: boolean;
  /** XML behind the rows, such as merged cells and tables. */
  readonly behind?: string;
}

/** How a program writes workbooks. */
export interface Writing {
  /** Texts stand among the shared ones, as Excel writes, or in their cells, as forms do. */
  readonly isShared?: boolean;
  /** Cells say where they are. */
  readonly hasPlaces?: boolean;
  readonly more?: readonly Packed[];
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageUri = 'http://schemas.openxmlformats.org/package/2006';
const linkTo = (id: string, type: string, target: string) => `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`;
const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const nameColumn = (place: number): string => (place < 26 ? '' : nameColumn(Math.floor(place / 26) - 1)) + String.fromCharCode(65 + (place % 26));

/** A workbook (`.xlsx`), small and made by hand, so that it can have whatever real ones have. */
export function makeWorkbook(sheets: readonly Sheet[], { isShared = true, hasPlaces = true, more = [] }: Writing = {}): Buffer {
  const shared: string[] = [];
  const share = (xml: string) => (shared.includes(xml) ? shared.indexOf(xml) : shared.push(xml) - 1);
  const writeText = (xml: string, at: string) => (isShared ? `<c${at} t="s"><v>${share(xml)}</v></c>` : `<c${at} t="inlineStr"><is>${xml}</is></c>`);
  const writeCell = (cell: Cell, at: string): string => {
    if (cell === null) return hasPlaces ? '' : '<c/>';
    if (typeof cell === 'number') return `<c${at}><v>${cell}</v></c>`;
    if (typeof cell === 'string') return writeText(`<t xml:space="preserve">${escape(cell)}</t>`, at);
    if ('xml' in cell) return cell.xml.replace('<c', `<c${at}`);
    if ('date' in cell) return `<c${at} s="1"><v>${cell.date}</v></c>`;
    return writeText(`<t>${escape(cell.text)}</t><rPh sb="0" eb="1"><t>${escape(cell.reading)}</t></rPh><phoneticPr fontId="1"/>`, at);
  };
  const parts = sheets.map(({ rows, behind = '' }) => {
    const lines = rows.map((cells, row) => {
      const written = cells.map((cell, column) => writeCell(cell, hasPlaces ? ` r="${nameColumn(column)}${row + 1}"` : ''));
      return `<row${hasPlaces ? ` r="${row + 1}"` : ''}>${written.join('')}</row>`;
    });
    return `<worksheet xmlns="${main}" xmlns:r="${office}"><sheetData>${lines.join('')}</sheetData>${behind}</worksheet>`;
  });
  const named = sheets.map(
    ({ name, isHidden = false }, place) => `<sheet name="${escape(name)}" sheetId="${place + 1}"${isHidden ? ' state="hidden"' : ''} r:id="rId${place + 1}"/>`,
  );
  const links = [
    ...sheets.map((_, place) => linkTo(`rId${place + 1}`, 'worksheet', `worksheets/sheet${place + 1}.xml`)),
    linkTo('rIdS', 'sharedStrings', 'sharedStrings.xml'),
    linkTo('rIdT', 'styles', 'styles.xml'),
  ];
  const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const files: Packed[] = [
    {
      name: '[Content_Types].xml',
      text: [
        `<Types xmlns="${packageUri}/content-types"><Default Extension="xml" ContentType="application/xml"/>`,
        `<Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/></Types>`,
      ].join(''),
    },
    {
      name: '_rels/.rels',
      text: `<Relationships xmlns="${packageUri}/relationships">${linkTo('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    },
    { name: 'xl/workbook.xml', text: `<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${named.join('')}</sheets></workbook>` },
    { name: 'xl/_rels/workbook.xml.rels', text: `<Relationships xmlns="${packageUri}/relationships">${links.join('')}</Relationships>` },
    { name: 'xl/sharedStrings.xml', text: `<sst xmlns="${main}">${shared.map((xml) => `<si>${xml}</si>`).join('')}</sst>` },
    {
      name: 'xl/styles.xml',
      text: `<styleSheet xmlns="${main}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="22" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    },
    ...parts.map((text, place) => ({ name: `xl/worksheets/sheet${place + 1}.xml`, text })),
  ];
  return makeZip([...files, ...more]);
}
