import weights from './phrase-model.json' with { type: 'json' };

// phrase-model.json is the Japanese model of BudouX 0.9.2 (Copyright 2021 Google LLC, Apache-2.0).
// The package itself would bring 64 others with it (docs/architecture.md).

const tables: Readonly<Record<string, Readonly<Record<string, number>>>> = weights;
/** What the model looks at, by its table: the characters from here to there, counted from a place between two. */
const windows = [
  ...[
    { name: 'UW1', from: -3, to: -2 },
    { name: 'UW2', from: -2, to: -1 },
    { name: 'UW3', from: -1, to: 0 },
    { name: 'UW4', from: 0, to: 1 },
    { name: 'UW5', from: 1, to: 2 },
    { name: 'UW6', from: 2, to: 3 },
  ],
  ...[
    { name: 'BW1', from: -2, to: 0 },
    { name: 'BW2', from: -1, to: 1 },
    { name: 'BW3', from: 0, to: 2 },
  ],
  ...[
    { name: 'TW1', from: -3, to: 0 },
    { name: 'TW2', from: -2, to: 1 },
    { name: 'TW3', from: -1, to: 2 },
    { name: 'TW4', from: 0, to: 3 },
  ],
].map(({ name, from, to }) => ({ from, to, scores: new Map(Object.entries(tables[name] ?? {})) }));
const threshold = Object.values(tables).reduce((sum, scores) => Object.values(scores).reduce((inner, score) => inner + score, sum), 0) / 2;

/** Whether a phrase (文節) of a Japanese text begins at a position within it. */
export function startsPhrase(text: string, position: number): boolean {
  let score = 0;
  for (const { from, to, scores } of windows) {
    if (position + from < 0) continue;
    score += scores.get(text.slice(position + from, position + to)) ?? 0;
  }
  return score > threshold;
}
