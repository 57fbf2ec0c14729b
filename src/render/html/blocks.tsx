import type { ComponentChildren } from 'preact';
import type { Messages } from '../../messages/messages.ts';
import type { Cell, Column, Fact, Radar, TableRow } from '../../pages/page.ts';
import type { Block, Item, Note, Problem } from '../text/drawn.ts';
import type * as charts from './charts.ts';
import type { BarRow } from './charts.ts';
import { writeText } from './text.tsx';

/** The drawings, loaded only for pages that have some. */
export type Charts = typeof charts;

export interface Pen {
  readonly messages: Messages;
  readonly charts: Charts | undefined;
  /** Level of the headings of this part of the page: 2 or 3. */
  readonly level: 2 | 3;
}

type TableBlock = Extract<Block, { kind: 'table' }>;

/** Whether a block is drawn as a chart. */
export function isCharted(block: Block): boolean {
  return block.kind === 'radar' || (block.kind === 'table' && block.columns.some(({ holds }) => holds === 'gauge'));
}

/** One block, titles aside, which begin the parts of a page. */
export function writeBlock(block: Exclude<Block, { kind: 'title' }>, pen: Pen): ComponentChildren {
  const say = (text: string) => writeText(text, pen.messages.language);
  switch (block.kind) {
    case 'heading':
      return (
        <>
          {pen.level === 2 ? <h2>{say(block.text)}</h2> : <h3>{say(block.text)}</h3>}
          {block.remark === undefined ? null : <p class="quiet">{say(block.remark)}</p>}
        </>
      );
    case 'paragraph':
      return <p class={block.tone === 'muted' ? 'quiet' : undefined}>{say(block.text)}</p>;
    case 'fields':
      return (
        <>
          {block.caption === undefined ? null : <p class="quiet">{say(block.caption)}</p>}
          <dl class="fields">
            {block.fields.map(({ label, terms, commands = [] }) => (
              <div>
                <dt>{say(label)}</dt>
                <dd>
                  <ul>
                    {terms.map((term) => (
                      <li>{writeTerm(term, pen)}</li>
                    ))}
                    {commands.map((command) => (
                      <li>
                        <code>{command}</code>
                      </li>
                    ))}
                  </ul>
                </dd>
              </div>
            ))}
          </dl>
        </>
      );
    case 'items':
      return (
        <ul class={`items${block.items.some(({ isTask }) => isTask === true) ? ' tasks' : ''}${block.items.some(isRich) ? '' : ' plain'}`}>
          {block.items.map((item) => writeItem(item, pen))}
          {block.more === undefined ? null : <li class="quiet">{say(block.more)}</li>}
        </ul>
      );
    case 'table':
      return pen.charts !== undefined && isCharted(block) ? writeChartedTable(block, pen, pen.charts) : writeTable(block, pen);
    case 'problem':
      return writeProblem(block, pen);
    case 'radar':
      return pen.charts === undefined ? null : writeRadar(block.radar, pen, pen.charts);
  }
}

/** Addresses become links if they are such as ours; anything else stays text. */
function writeTerm(term: string, { messages }: Pen): ComponentChildren {
  if (/^https:\/\/[\w./?=&%~-]+$/.test(term)) return <a href={term}>{term}</a>;
  return writeText(term, messages.language);
}

function isRich({ detail, facts = [], notes = [] }: Item): boolean {
  return detail !== undefined || facts.length > 0 || notes.length > 0;
}

function writeItem({ text, tag, verdict, detail, facts = [], notes = [], isTask = false }: Item, pen: Pen): ComponentChildren {
  const say = (said: string) => writeText(said, pen.messages.language);
  return (
    <li>
      <p class="headline">
        {isTask ? <span class="box" /> : null}
        <span>{say(text)}</span>
        {tag === undefined ? null : <span class={verdict === undefined ? 'tag' : `tag ${verdict}`}>{say(tag)}</span>}
      </p>
      {detail === undefined ? null : <p>{say(detail)}</p>}
      {facts.length === 0 ? null : writeFacts(facts, pen)}
      {notes.map((note) => writeNote(note, pen))}
    </li>
  );
}

function writeProblem({ place, severity, label, text, source, hints }: Problem, { messages: { language } }: Pen): ComponentChildren {
  return (
    <div class={`problem ${severity}`}>
      <p>
        <code>{place}</code>
      </p>
      <p class="headline">
        {writeText(label, language)}: {writeText(text, language)}
      </p>
      {source === undefined ? null : (
        <pre>
          {source.before}
          <mark>{source.marked}</mark>
          {source.after}
        </pre>
      )}
      {hints.map((hint) => (
        <p>{writeText(hint, language)}</p>
      ))}
    </div>
  );
}

function writeFacts(facts: readonly Fact[], { messages: { language } }: Pen): ComponentChildren {
  return (
    <dl class="facts">
      {facts.map(({ label, value }) => (
        <div>
          <dt>{writeText(label, language)}</dt>
          <dd>{writeText(value, language)}</dd>
        </div>
      ))}
    </dl>
  );
}

function writeNote({ kind, label, text, figures = [] }: Note, pen: Pen): ComponentChildren {
  if (kind === 'command') {
    return (
      <p>
        <code>{text}</code>
      </p>
    );
  }
  return (
    <div class={`note ${kind}`}>
      <p>
        <b>{writeText(label, pen.messages.language)}</b> {writeText(text, pen.messages.language)}
      </p>
      {figures.length === 0 ? null : writeFacts(figures, pen)}
    </div>
  );
}

/** More columns than this are a list on every screen and on paper. */
const mostColumns = 6;

// The roles say again what a table is where it is laid out as a list, on narrow screens.
function writeTable({ columns, rows }: TableBlock, pen: Pen): ComponentChildren {
  const say = (text: string) => writeText(text, pen.messages.language);
  return (
    <table
      role="table"
      class={
        [...(columns.some(({ holds }) => holds === 'entries') ? ['entries'] : []), ...(columns.length > mostColumns ? ['many'] : [])].join(' ') || undefined
      }
    >
      <thead role="rowgroup">
        <tr role="row">
          {columns.map(({ label, holds }) =>
            label === '' ? (
              <td role="cell" />
            ) : (
              <th role="columnheader" scope="col" class={isNumber(holds) ? 'number' : undefined}>
                {say(label)}
              </th>
            ),
          )}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.flatMap((row) => [
          row.heading === undefined ? null : (
            <tr role="row" class="heading">
              <th role="rowheader" scope="rowgroup" colSpan={columns.length}>
                {say(row.heading)}
              </th>
            </tr>
          ),
          <tr role="row">
            <th role="rowheader" scope="row">
              {row.name.map((name) => (
                <span class="name">{say(name)}</span>
              ))}
              {row.remark === undefined ? null : <span class="quiet">{say(row.remark)}</span>}
            </th>
            {columns.slice(1).map((column, place) =>
              writeCell(
                column,
                row.groups.flatMap((group) => group[place] ?? []),
                pen,
              ),
            )}
          </tr>,
        ])}
      </tbody>
    </table>
  );
}

function isNumber(holds: Column['holds']): boolean {
  return holds === 'number' || holds === 'gauge';
}

function writeCell({ label, holds }: Column, cells: readonly Cell[], { messages }: Pen): ComponentChildren {
  const { language } = messages;
  const say = (text: string) => writeText(text, language);
  const texts = cells.flatMap(({ texts: found, mark }) => found.map((text) => ({ text, mark })));
  const closing = cells.flatMap((cell) => cell.closing ?? []);
  const isQuiet = cells.some(({ quiet }) => quiet === true);
  const isList = cells.some(({ mark }) => mark !== undefined);
  const body = isList ? (
    <ul>
      {texts.map(({ text, mark }) => (
        <li class={mark}>
          {mark === 'same' ? <span class="sign">= </span> : null}
          {say(text)}
        </li>
      ))}
    </ul>
  ) : (
    texts.map(({ text }) => <span class="name">{say(text)}</span>)
  );
  return (
    <td role="cell" data-label={label} class={isNumber(holds) ? 'number' : undefined}>
      {texts.length > 0 ? body : null}
      {closing.map((text) => (
        <span class="quiet">{say(text)}</span>
      ))}
      {texts.length === 0 && closing.length === 0 && !isQuiet ? <span class="quiet">{messages.common.notRecorded}</span> : null}
    </td>
  );
}

function writeChartedTable(block: TableBlock, pen: Pen, charts: Charts): ComponentChildren {
  const { messages } = pen;
  const series = block.columns.flatMap(({ label, holds }, place) => (holds === 'gauge' ? [{ label, place }] : []));
  const rows = block.rows.map((row): BarRow =>
    barRow(
      row,
      series.map(({ place }) => place),
    ),
  );
  const average = rows.some((row) => row.average !== undefined);
  const estimated = rows.some(({ values }) => values.some((value) => value?.estimated === true));
  const legend: Legend = [
    ...series.map(({ label }, place) => (series.length > 1 ? keyOf(label, place, charts) : { text: label })),
    ...(average ? [{ text: block.columns.some(({ isAverage }) => isAverage === true) ? messages.report.chartAverage : messages.report.chartMiddle }] : []),
    ...(estimated ? [{ text: series.length > 1 ? messages.report.chartHollow : messages.report.chartHatched }] : []),
  ];
  return writeFigure(
    series.length > 1 ? charts.drawDifferences(rows) : charts.drawBars(rows),
    legend,
    messages.report.chartOf(block.rows.map(({ name }) => name.join(' '))),
    writeTable(block, pen),
    pen,
  );
}

function barRow({ name, groups }: TableRow, places: readonly number[]): BarRow {
  const gauges = places.map((place) => groups.flatMap((group) => group[place - 1] ?? []).find(({ gauge }) => gauge !== undefined)?.gauge);
  const average = gauges.find((gauge) => gauge?.average !== undefined)?.average;
  return {
    label: name.join(' '),
    values: gauges.map((gauge) => (gauge === undefined ? undefined : { position: gauge.position, text: gauge.value, estimated: gauge.estimated })),
    ...(average === undefined ? {} : { average }),
  };
}

/** A radar, and its values as a table. */
export function writeRadar(radar: Radar, pen: Pen, charts: Charts): ComponentChildren {
  const table: TableBlock = {
    kind: 'table',
    ruled: false,
    columns: [{ label: radar.label, holds: 'label' }, ...radar.series.map(({ name }) => ({ label: name, holds: 'number' }) as const)],
    rows: radar.axes.map((axis, place) => ({ name: [axis], groups: [radar.series.map(({ values }) => ({ texts: [values[place] ?? ''] }))] })),
  };
  const legend = radar.series.map(({ name }, place) => keyOf(name, place, charts));
  return writeFigure(charts.drawRadar(radar), legend, radar.caption, writeTable(table, pen), pen);
}

/** What a drawing shows, and the mark of it. */
type Legend = readonly { readonly key?: { readonly mark: string; readonly colourNumber: number }; readonly text: string }[];

function keyOf(text: string, place: number, { describeSeries }: Charts): Legend[number] {
  const { legend, colourNumber } = describeSeries(place);
  return { key: { mark: legend, colourNumber }, text };
}

/** A drawing, how to read it, and its values as a table for those who cannot see it. */
function writeFigure(svg: string, legend: Legend, caption: string, table: ComponentChildren, { messages }: Pen): ComponentChildren {
  return (
    <figure>
      {legend.length === 0 ? null : (
        <figcaption>
          <ul class="legend">
            {legend.map(({ key, text }) => (
              <li>
                {key === undefined ? null : <span class={`key series-${key.colourNumber}`}>{key.mark} </span>}
                {writeText(text, messages.language)}
              </li>
            ))}
          </ul>
        </figcaption>
      )}
      {/* Drawn by us from numbers and texts that the library escapes. */}
      <div class="drawing" role="img" aria-label={caption} dangerouslySetInnerHTML={{ __html: svg }} />
      <details>
        <summary>{messages.report.asTable}</summary>
        {table}
      </details>
    </figure>
  );
}
