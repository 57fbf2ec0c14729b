import { largestLoading } from '../core/fit/loadings.ts';
import type { FitDocument } from '../core/views/fit.ts';
import type { Messages } from '../messages/messages.ts';
import type { Radar } from './page.ts';

/** The axes that tell most: more of them than this cannot be read. */
const mostAxes = 9;
const fewestAxes = 3;

/** A person's profile beside those of the roles that are explained, over what speaks most for or against these; undefined where that is too little. */
export function findProfile({ profile, explained }: FitDocument, messages: Messages): Radar | undefined {
  const weights = new Map<string, number>();
  for (const { dimension, weight } of explained.flatMap(({ reasons, doubts }) => [...reasons, ...doubts])) {
    weights.set(dimension.id, Math.max(weights.get(dimension.id) ?? 0, Math.abs(weight)));
  }
  const known = profile.filter(({ id }) => weights.has(id) && explained.every(({ loadings }) => Object.hasOwn(loadings, id)));
  const chosen = known.toSorted((a, b) => (weights.get(b.id) ?? 0) - (weights.get(a.id) ?? 0)).slice(0, mostAxes);
  const axes = known.filter((axis) => chosen.includes(axis));
  if (axes.length < fewestAxes) return undefined;
  const you = axes.map(({ z }) => z);
  return {
    caption: messages.report.chartOf(axes.map(({ label }) => label)),
    label: messages.fit.dimension,
    axes: axes.map(({ label }) => label),
    // On the scale of the loadings, as the fit is computed.
    series: [
      placeValues(messages.fit.you, you),
      ...explained.map(({ name, loadings }) =>
        placeValues(
          name,
          axes.map(({ id }) => loadings[id] ?? 0),
        ),
      ),
    ],
  };
}

function placeValues(name: string, values: readonly number[]): Radar['series'][number] {
  const cut = values.map((value) => Math.max(-largestLoading, Math.min(largestLoading, value)));
  return {
    name,
    positions: cut.map((value) => (value + largestLoading) / (2 * largestLoading)),
    values: cut.map((value) =>
      value
        .toFixed(1)
        .replace(/^-0\.0$/, '0.0')
        .replace('-', '−'),
    ),
  };
}
