import { BarChart, RadarChart, ScatterChart } from 'echarts/charts';
import type { BarSeriesOption, RadarSeriesOption, ScatterSeriesOption } from 'echarts/charts';
import { AriaComponent, GridComponent, RadarComponent } from 'echarts/components';
import type { AriaComponentOption, GridComponentOption, RadarComponentOption } from 'echarts/components';
import { init, use } from 'echarts/core';
import type { ComposeOption } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import type { Radar } from '../../pages/page.ts';
import { findBreaks } from '../text/find-breaks.ts';
import { wrapText } from '../text/wrap.ts';

use([BarChart, RadarChart, ScatterChart, AriaComponent, GridComponent, RadarComponent, SVGRenderer]);

type ChartOption = ComposeOption<BarSeriesOption | RadarSeriesOption | ScatterSeriesOption | AriaComponentOption | GridComponentOption | RadarComponentOption>;

/** Columns of the narrowest screen that reports are made for; wider ones enlarge the drawing. */
const width = 336;
const fontSize = 12;
const rowHeight = 42;
/** Columns of text beside a radar. */
const labelWidth = 13;

// Colours of the style sheet, which differ in light and dark. The library knows only real colours, so each has one that stands for it.
const colours = {
  ink: '#010101',
  muted: '#020202',
  line: '#030303',
  first: '#040404',
  second: '#050505',
  third: '#060606',
  fourth: '#070707',
  paper: '#080808',
} as const;
const ofSeries = [colours.first, colours.second, colours.third, colours.fourth];
const strokes = ['solid', 'dashed', 'dotted', [8, 3, 2, 3]] as const;

/** The marks of series, as many as roles can be compared: in a drawing, and in its legend. */
const marks = [
  ['circle', '●'],
  ['diamond', '◆'],
  ['rect', '■'],
  ['triangle', '▲'],
  ['path://M0 0H10L5 9Z', '▼'],
  ['path://M5 0L6.5 3.5L10 3.8L7.3 6.2L8.1 10L5 8L1.9 10L2.7 6.2L0 3.8L3.5 3.5Z', '★'],
  ['path://M3.5 0H6.5V3.5H10V6.5H6.5V10H3.5V6.5H0V3.5H3.5Z', '✚'],
  ['path://M1.5 0L5 3.5L8.5 0L10 1.5L6.5 5L10 8.5L8.5 10L5 6.5L1.5 10L0 8.5L3.5 5L0 1.5Z', '✖'],
  ['path://M5 0L9.5 2.5V7.5L5 10L0.5 7.5V2.5Z', '⬢'],
  ['path://M10 0V10H0Z', '◢'],
] as const;

/** How a series is drawn: its mark, the mark in the legend, its stroke, and the number of its colour in the style sheet, from 1. */
export function describeSeries(place: number) {
  const [symbol, legend] = marks[place % marks.length] ?? marks[0];
  const colour = place % ofSeries.length;
  return { symbol, legend, colour: ofSeries[colour] ?? colours.first, colourNumber: colour + 1, stroke: strokes[place % strokes.length] ?? 'solid' };
}

/** A value of a row, 0–1, and what it is compared with. */
export interface BarRow {
  readonly label: string;
  /** One for each series; undefined where nothing is known. */
  readonly values: readonly ({ readonly position: number; readonly text: string; readonly estimated: boolean } | undefined)[];
  readonly average?: number;
}

/** Bars of one series against the average, with the value behind each. Estimates are hatched. */
export function drawBars(rows: readonly BarRow[]): string {
  const bars = rows.map(({ values: [value] }) => ({
    value: value?.position ?? 0,
    itemStyle: value?.estimated === true ? { color: colours.paper, borderColor: colours.first, borderWidth: 1, decal: hatch } : { color: colours.first },
  }));
  return render(
    {
      ...frame(rows.map(({ label, values: [value] }) => `${label}  ${value?.text ?? '—'}`)),
      series: [
        { type: 'bar', data: bars, barWidth: 12, showBackground: true, backgroundStyle: { color: colours.paper, borderColor: colours.line, borderWidth: 1 } },
        markAverages(rows, [3, 16]),
      ],
    },
    rows.length * rowHeight + 8,
  );
}

/** The values of two or more series on one line a row, joined so that the distance is seen. Each series has a mark of its own. */
export function drawDifferences(rows: readonly BarRow[]): string {
  const known = rows.map(({ values }) => values.flatMap((value) => (value === undefined ? [] : [value.position])));
  const count = Math.max(0, ...rows.map(({ values }) => values.length));
  return render(
    {
      ...frame(rows.map(({ label }) => label)),
      series: [
        {
          type: 'bar',
          stack: 'span',
          data: known.map((positions) => (positions.length === 0 ? 0 : Math.min(...positions))),
          barWidth: 4,
          itemStyle: { color: 'none' },
          showBackground: true,
          backgroundStyle: { color: colours.line },
        },
        {
          type: 'bar',
          stack: 'span',
          data: known.map((positions) => (positions.length === 0 ? 0 : Math.max(...positions) - Math.min(...positions))),
          itemStyle: { color: colours.muted },
        },
        markAverages(rows, [2, 14]),
        ...Array.from({ length: count }, (_, series): ScatterSeriesOption => ({
          type: 'scatter',
          symbol: describeSeries(series).symbol,
          symbolSize: 12,
          data: rows.flatMap(({ values }, place) => {
            const value = values[series];
            if (value === undefined) return [];
            // An estimate is hollow.
            const { colour } = describeSeries(series);
            return [
              {
                value: [value.position, place],
                itemStyle: value.estimated ? { color: colours.paper, borderColor: colour, borderWidth: 2 } : { color: colour },
              },
            ];
          }),
        })),
      ],
    },
    rows.length * rowHeight + 8,
  );
}

/** Profiles over the same axes, each with a stroke and marks of its own. */
export function drawRadar({ axes, series }: Radar): string {
  return render(
    {
      radar: {
        radius: 76,
        center: ['50%', '50%'],
        indicator: axes.map((name) => ({ name: wrapText(name, labelWidth, findBreaks).join('\n'), max: 1, min: 0 })),
        axisName: { color: colours.ink, fontSize: 11, lineHeight: 13 },
        axisNameGap: 12,
        splitNumber: 4,
        splitArea: { show: false },
        // The middle ring stands out.
        splitLine: { lineStyle: { color: [colours.line, colours.line, colours.ink, colours.line, colours.line] } },
        axisLine: { lineStyle: { color: colours.line } },
      },
      series: [
        {
          type: 'radar',
          data: series.map(({ name, positions }, place) => {
            const { colour, symbol, stroke } = describeSeries(place);
            return {
              name,
              value: [...positions],
              symbol,
              symbolSize: place === 0 ? 8 : 6,
              itemStyle: { color: colour },
              lineStyle: { color: colour, width: place === 0 ? 2.5 : 1.5, type: stroke as 'solid' },
              ...(place === 0 ? { areaStyle: { color: colour, opacity: 0.12 } } : {}),
            };
          }),
        },
      ],
    },
    290,
  );
}

/** An upright line at the average of each row. */
function markAverages(rows: readonly BarRow[], size: [number, number]): ScatterSeriesOption {
  const data = rows.flatMap(({ average }, place) => (average === undefined ? [] : [[average, place]]));
  return { type: 'scatter', data, symbol: 'rect', symbolSize: size, itemStyle: { color: colours.ink } };
}

const hatch = { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [2, 3], rotation: -Math.PI / 4, color: colours.first };

function frame(labels: readonly string[]): ChartOption {
  return {
    grid: { left: 1, right: 4, top: 4, bottom: 4 },
    xAxis: { type: 'value', min: 0, max: 1, show: false },
    yAxis: {
      type: 'category',
      inverse: true,
      data: [...labels],
      axisLine: { show: false },
      axisTick: { show: false },
      // Above its bar: beside it there is no room on a phone.
      axisLabel: {
        inside: true,
        color: colours.ink,
        fontSize,
        verticalAlign: 'bottom',
        padding: [0, 0, 10, 0],
        margin: 0,
        width: width - 8,
        overflow: 'truncate',
      },
      z: 10,
    },
  };
}

function render(option: ChartOption, height: number): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    chart.setOption({ animation: false, aria: { enabled: true, label: { enabled: false }, decal: { show: false } }, ...option });
    return tidy(chart.renderToSVGString());
  } finally {
    // Its timers would keep the program alive.
    chart.dispose();
  }
}

// What is drawn has the fonts and colours of the page, and nothing that its security policy forbids: no styles, no scripts.
function tidy(svg: string): string {
  const byColour = new Map<string, string>(Object.entries(colours).map(([name, colour]) => [colour, `var(--${name})`]));
  return svg
    .replace(/<style[^>]*>[\s\S]*?<\/style>/g, '')
    .replace(/ (?:class|ecmeta_[a-z_]+|pointer-events|xmlns:xlink|version|baseProfile)="[^"]*"/g, '')
    .replace(/ style="([^"]*)"/g, (_, style: string) => attributesOf(style))
    .replace(/<svg width="[^"]*" height="[^"]*"/, '<svg aria-hidden="true" focusable="false"')
    .replace(/#0[1-8]0[1-8]0[1-8]/g, (colour) => byColour.get(colour) ?? colour)
    .replace(/<rect [^>]*fill="none"><\/rect>\n?/, '')
    .replace(/\n/g, '');
}

function attributesOf(style: string): string {
  return style
    .split(';')
    .map((declaration) => declaration.split(':').map((part) => part.trim()))
    .filter(([name]) => name === 'font-size')
    .map(([name = '', value = '']) => ` ${name}="${value}"`)
    .join('');
}
