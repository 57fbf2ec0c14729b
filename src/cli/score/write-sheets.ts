import type { Catalogue } from '../../core/catalogue/model.ts';
import { listMainRoles } from '../../core/catalogue/tiers.ts';
import { createCodeMaker } from '../../core/fit/answer-code.ts';
import { fitTests, findRanker } from '../../core/fit/score.ts';
import type { FitTest, FitWarning } from '../../core/fit/score.ts';
import type { Avoided as RankAvoided, Order, RoleRanker } from '../../core/fit/rank-roles.ts';
import type { FilledSheet } from '../../core/sheets/filled-sheet.ts';
import type { SheetFormat } from '../../core/sheets/sheet-events.ts';
import { scoreOf } from '../../core/views/fit.ts';
import { renderCsvRows } from '../../render/csv.ts';
import { encodeAscii } from './text-buffer.ts';
import type { TextBuffer } from './text-buffer.ts';

/** Ranks the roles for a sheet, and writes the result: the same text as that of a `ScoredSheet`, without making one. */
export type SheetWriter = (sheet: FilledSheet) => void;

/** A result as it is to be written. */
interface Ranked {
  readonly sheet: FilledSheet;
  readonly ranker: RoleRanker;
  readonly avoided: Avoided;
  readonly writeCode: () => void;
}

/** What somebody wants to avoid, as ranks and codes have it. */
interface Avoided {
  readonly ofRoles: RankAvoided;
  readonly ofCode: readonly boolean[];
}

const encodeAll = (texts: readonly string[]) => texts.map(encodeAscii);
const [comma, space, newline] = [',', ' ', '\n'].map(encodeAscii) as [Uint8Array, Uint8Array, Uint8Array];

/** What a table begins with: a column for each of the main roles. */
export function writeHead(format: SheetFormat, catalogue: Catalogue): string {
  const roles = listMainRoles(catalogue.roles).map(({ id }) => id);
  return format === 'ndjson' ? '' : renderCsvRows([['line', 'id', 'test', 'answered', 'warnings', 'first', 'code', ...roles, 'neighbours']]);
}

/** A writer of results into a buffer. */
export function createSheetWriter(catalogue: Catalogue, format: SheetFormat, out: TextBuffer): SheetWriter {
  const write = format === 'csv' ? createCsvWriter(catalogue, out) : createJsonWriter(catalogue, out);
  const tests = { full: prepare('full'), quick: prepare('quick') };
  // More than all but ids take: for each role its id, numbers, and what is avoided.
  const room = 1000 + catalogue.roles.length * (300 + catalogue.fit.avoidances.length * 50);
  return (sheet) => {
    const { ranker, maker, find } = tests[sheet.test];
    const avoided = find(sheet.avoid);
    ranker.answers.set(sheet.answers);
    ranker.rank(avoided.ofRoles);
    out.makeRoom(room + 6 * sheet.id.length);
    write({ sheet, ranker, avoided, writeCode: () => (out.length = maker.write(sheet.answers, avoided.ofCode, out.bytes, out.length)) });
  };

  function prepare(test: FitTest) {
    const [ranker, maker] = [findRanker(catalogue, test), createCodeMaker(catalogue, test)];
    // The same list comes again and again.
    const found = new WeakMap<readonly string[], Avoided>();
    const find = (avoid: readonly string[]): Avoided => {
      const known = found.get(avoid) ?? { ofRoles: ranker.findAvoided(avoid), ofCode: maker.findAvoided(avoid) };
      found.set(avoid, known);
      return known;
    };
    return { ranker, maker, find };
  }
}

/** Ids that are the same in a cell of CSV: nothing to quote, and no formula. */
const plainCell = /^[A-Za-z0-9][\w .:;#()/@+=-]*$/;

function createCsvWriter({ roles }: Catalogue, out: TextBuffer): (ranked: Ranked) => void {
  const ids = encodeAll(roles.map(({ id }) => id));
  const columns = listMainRoles(roles).map((role) => roles.indexOf(role));
  const scores = encodeAll(Array.from({ length: 101 }, (_, score) => String(score)));
  const texts = encodeNames();
  const writeIds = ({ places }: Order, count: number) => {
    for (let index = 0; index < count; index += 1) {
      if (index > 0) out.writeBytes(space);
      out.writeBytes(ids[places[index] ?? 0] ?? comma);
    }
  };
  return ({ sheet, ranker, writeCode }) => {
    out.writeNumber(sheet.line);
    out.writeBytes(comma);
    if (sheet.id !== '') out.writeText(plainCell.test(sheet.id) ? sheet.id : renderCsvRows([[sheet.id]]).slice(0, -1));
    out.writeBytes(comma);
    out.writeBytes(texts[sheet.test]);
    out.writeBytes(comma);
    out.writeNumber(ranker.answered);
    out.writeBytes(comma);
    ranker.warnings.forEach((warning, index) => {
      if (index > 0) out.writeBytes(space);
      out.writeBytes(texts[warning]);
    });
    out.writeBytes(comma);
    writeIds(ranker.main, ranker.firstCount);
    out.writeBytes(comma);
    if (ranker.answered > 0) writeCode();
    for (const role of columns) {
      out.writeBytes(comma);
      const fit = ranker.fits[role] ?? NaN;
      if (!Number.isNaN(fit)) out.writeBytes(scores[scoreOf(fit)] ?? comma);
    }
    out.writeBytes(comma);
    writeIds(ranker.named, ranker.named.count);
    out.writeBytes(newline);
  };
}

/** Correlations have three decimals: so many steps from 0 to 1. */
const steps = 1000;

function createJsonWriter({ roles }: Catalogue, out: TextBuffer): (ranked: Ranked) => void {
  const heads = encodeAll(roles.map(({ id }) => `{"id":${JSON.stringify(id)},"score":`));
  const ids = encodeAll(roles.map(({ id }) => JSON.stringify(id)));
  const correlations = encodeAll(Array.from({ length: 2 * steps + 1 }, (_, place) => JSON.stringify((place - steps) / steps)));
  const texts = encodeNames();
  const start = encodeAscii('{"schemaVersion":1,"line":');
  const id = encodeAscii(',"id":');
  const test = encodeAscii(',"test":"');
  const answered = encodeAscii('","answered":');
  const asked = encodeAscii(',"asked":');
  const warnings = encodeAscii(',"warnings":[');
  const code = encodeAscii('],"code":"');
  const afterCode = encodeAscii('","roles":[');
  const withoutCode = encodeAscii('],"roles":[');
  const correlation = encodeAscii(',"correlation":');
  const avoided = encodeAscii(',"avoided":');
  const nothing = encodeAscii('[]');
  const isFirst = [',"first":false}', ',"first":true}'].map(encodeAscii) as [Uint8Array, Uint8Array];
  const neighbours = encodeAscii('],"neighbours":[');
  const end = encodeAscii(']}\n');
  const quote = encodeAscii('"');
  const writeRole = (ranker: RoleRanker, role: number, found: readonly string[], first: boolean) => {
    out.writeBytes(heads[role] ?? comma);
    out.writeNumber(scoreOf(ranker.fits[role] ?? NaN));
    out.writeBytes(correlation);
    out.writeBytes(correlations[Math.round((ranker.correlations[role] ?? NaN) * steps) + steps] ?? comma);
    out.writeBytes(avoided);
    if (found.length === 0) out.writeBytes(nothing);
    else out.writeText(JSON.stringify(found));
    out.writeBytes(isFirst[first ? 1 : 0]);
  };
  return ({ sheet, ranker, avoided: { ofRoles }, writeCode }) => {
    out.writeBytes(start);
    out.writeNumber(sheet.line);
    if (sheet.id !== '') {
      out.writeBytes(id);
      out.writeText(JSON.stringify(sheet.id));
    }
    out.writeBytes(test);
    out.writeBytes(texts[sheet.test]);
    out.writeBytes(answered);
    out.writeNumber(ranker.answered);
    out.writeBytes(asked);
    out.writeNumber(ranker.items.length);
    out.writeBytes(warnings);
    ranker.warnings.forEach((warning, index) => {
      if (index > 0) out.writeBytes(comma);
      out.writeBytes(quote);
      out.writeBytes(texts[warning]);
      out.writeBytes(quote);
    });
    if (ranker.answered > 0) {
      out.writeBytes(code);
      writeCode();
    }
    out.writeBytes(ranker.answered > 0 ? afterCode : withoutCode);
    for (let index = 0; index < ranker.main.count; index += 1) {
      if (index > 0) out.writeBytes(comma);
      const role = ranker.main.places[index] ?? 0;
      writeRole(ranker, role, ofRoles.ids[role] ?? [], index < ranker.firstCount);
    }
    out.writeBytes(neighbours);
    for (let index = 0; index < ranker.named.count; index += 1) {
      if (index > 0) out.writeBytes(comma);
      out.writeBytes(ids[ranker.named.places[index] ?? 0] ?? comma);
    }
    out.writeBytes(end);
  };
}

function encodeNames(): Readonly<Record<FitTest | FitWarning, Uint8Array>> {
  const names: readonly (FitTest | FitWarning)[] = [...fitTests, 'all-equal', 'contradictory', 'few-answers', 'too-few-answers'];
  return Object.fromEntries(names.map((name) => [name, encodeAscii(name)])) as Record<FitTest | FitWarning, Uint8Array>;
}
