import { fileURLToPath } from 'node:url';
import { computeLoadings } from '../core/fit/loadings.ts';
import { fitTests } from '../core/fit/score.ts';
import { listMainRoles, listNeighbours } from '../core/catalogue/tiers.ts';
import { simulate, simulateNeighbours, simulateRandom } from '../core/fit/simulate.ts';
import type { Simulation } from '../core/fit/simulate.ts';
import { loadDataFolder } from '../core/role-files/load.ts';
import type { Catalogue } from '../core/catalogue/model.ts';
import { chosenRule, listNeighbourRules } from './neighbour-rules.ts';
import { formatTable, writeSections } from './sections.ts';

// Run by `npm run quiz:simulate`: writes how the fit test does with simulated people into docs/quiz.md.
const fromRoot = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const seeds = [1, 2, 3, 4, 5];
const peoplePerRole = 300;
const peoplePerRule = 100;
const randomSheets = 5000;

const result = loadDataFolder(fromRoot('data'));
if (!result.ok) throw new Error(`${result.diagnostics.length} problems in the data: npm run build names them`);
const { catalogue } = result;
const mainRoles = listMainRoles(catalogue.roles);
const simulations = fitTests.flatMap((test) => [0, 0.5].map((popularity) => simulate(catalogue, test, popularity, peoplePerRole, seeds)));
const random = fitTests.map((test) => simulateRandom(catalogue, test, randomSheets, 1));

const number = (value: number) => value.toFixed(2);
const percent = (value: number) => `${(value * 100).toFixed(1)}%`;
const lines = (label: string, value: (simulation: Simulation) => string) => [label, ...simulations.map(value)];

const measured = formatTable(
  ['', ...simulations.map(({ test, popularity }) => `${test}, popularity ${popularity}`)],
  [
    lines('strict first place', ({ top1 }) => number(top1)),
    lines('among the first three', ({ top3 }) => number(top3)),
    lines('shares the first place', ({ shared }) => number(shared)),
    lines('mean size of the first place', ({ groupSize }) => number(groupSize)),
    lines('first place stays when one answer moves a step', ({ stable }) => percent(stable)),
    lines('warned of contradictory answers', ({ flagged }) => percent(flagged)),
    ...mainRoles.map(({ id }, index) => lines(`strict first place, ${id}`, ({ roles }) => number(roles[index]?.top1 ?? 0))),
  ],
);
const randomTable = formatTable(
  ['random answers put first', ...mainRoles.map(({ id }) => id), 'warned'],
  random.map(({ first, flagged }, index) => [fitTests[index] ?? '', ...first.map(({ top1 }) => percent(top1)), percent(flagged)]),
);
const loadings = formatTable(
  ['dimension', ...mainRoles.map(({ id }) => id)],
  catalogue.fit.dimensions.map(({ id }) => [id, ...mainRoles.map((role) => formatLoading(catalogue, role, id))]),
);

const share = (value: number) => String(Math.round(value * 100));
const ownAndOthers = ({ own, others }: { readonly own: number; readonly others: number }) => `${share(own)} / ${share(others)}`;
const rules = listNeighbourRules(catalogue);
const tried = fitTests.map((test) =>
  simulateNeighbours(
    catalogue,
    test,
    0,
    peoplePerRule,
    seeds,
    rules.map(({ rule }) => rule),
  ),
);
const rulesTable = formatTable(
  ['named is a neighbour that goes with the answers', ...fitTests.flatMap((test) => [`${test}: own / others`, `beside the ten`])],
  rules.map(({ label }, index) => [
    label,
    ...tried.flatMap((named) => [named[index] === undefined ? '' : ownAndOthers(named[index]), share(named[index]?.besideMain ?? 0)]),
  ]),
);
const chosen = simulations.map(({ test, popularity }) => simulateNeighbours(catalogue, test, popularity, peoplePerRole, seeds, [chosenRule])[0]);
const neighboursTable = formatTable(
  ['own / others', ...simulations.map(({ test, popularity }) => `${test}, popularity ${popularity}`)],
  [
    ...listNeighbours(catalogue.roles).map(({ id }, index) => [
      id,
      ...chosen.map((named) => (named?.neighbours[index] === undefined ? '' : ownAndOthers(named.neighbours[index]))),
    ]),
    ['mean', ...chosen.map((named) => (named === undefined ? '' : ownAndOthers(named)))],
    ['beside the ten', ...chosen.map((named) => share(named?.besideMain ?? 0))],
  ],
);

writeSections(fromRoot('docs/quiz.md'), 'npm run quiz:simulate', {
  simulation: `${measured}\n\n${randomTable}`,
  loadings,
  'neighbour rules': rulesTable,
  neighbours: neighboursTable,
});

function formatLoading(from: Catalogue, role: Catalogue['roles'][number], dimension: string): string {
  const loading = computeLoadings(from, role).get(dimension);
  return loading === undefined ? '' : loading.toFixed(2);
}
