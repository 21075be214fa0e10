/**
 * Measures the bond between stories (`src/relate/stories/bond.ts`) on all judged windows, with the days around
 * them in the store as a news desk has them, and on the events of related/dev; and fits it anew.
 *
 *   tsx eval/stories.ts DB [--around 1] [--ablations] [--fit] [--climb]
 *
 * DB is a store of both corpora. `--ablations` leaves out one part in turn, at its best bias. `--fit` gives what logistic
 * regression makes of the joins that lead to the judged stories, and each window by what was fitted on the others.
 * `--climb` moves one weight at a time to the highest mean F1 from what is built: what is built came of this, and the
 * held-out rows of `--fit` tell how far to believe it.
 *
 * The fit follows the grouping itself: stories are joined from the bottom up by the bond at hand; a join
 * that the gold allows is noted and made, one that it refuses is noted and forbidden; logistic regression
 * over what was noted gives the next bond. A wrong join of large stories spoils more, so each is weighed by
 * the harmonic mean of the two sizes.
 */
import { parseArgs } from 'node:util';
import { BOND, bondParts, type BondParts } from '../src/relate/stories/bond.js';
import { together, type Centre } from '../src/relate/stories/centre.js';
import { openArticles, WINDOWS } from './judged.js';
import { fitLogistic, type Sample } from './logistic.js';
import { queriesSet, windowSet, type Score, type Scored, type StorySet } from './story-sets.js';

type Part = keyof BondParts;
const PARTS = (Object.keys(BOND) as Part[]).filter((part) => part !== 'bias');
const ROUNDS = 3;
/** How far below 0 a join is still noted. */
const DEPTH = -4;
const MOST_WEIGHT = 6;
/** A fit knows the joins of judged articles; how readily to join beside the days around is tried out. */
const BIASES = [-1.5, -1, -0.5, 0, 0.5];
/** Steps of climbing, halved once nothing moves, and what a step must gain. */
const STEPS: BondParts = {
  bias: 0.4,
  terms: 0.5,
  lead: 0.3,
  loose: 1,
  days: 0.3,
  later: 0.7,
  smaller: 0.4,
};
const LEAST_GAIN = 0.0003;
/** F1 is a mean over these moves of the bias: one chance join decides less. */
const SHAKEN = [-0.2, 0, 0.2];

const { values: options, positionals } = parseArgs({
  options: {
    around: { type: 'string', default: '1' },
    ablations: { type: 'boolean', default: false },
    fit: { type: 'boolean', default: false },
    climb: { type: 'boolean', default: false },
  },
  allowPositionals: true,
});
const [db] = positionals;
if (!db) {
  console.error('usage: tsx eval/stories.ts DB [--around 1] [--ablations] [--fit] [--climb]');
  process.exit(2);
}
const store = await openArticles(db);
const names = [...WINDOWS.given, ...WINDOWS.own];
const windows = names.map((name) => windowSet(store, name, Number(options.around)));
const queries = queriesSet(store);
const alone = options.fit ? names.map((name) => windowSet(store, name)) : [];
await store.index.close();

const mean = (values: number[]): number => values.reduce((sum, x) => sum + x, 0) / values.length;
const meanF1 = (sets: Scored[], weights: BondParts): number =>
  mean(sets.map((set) => set.score(weights)[2]));
const told = ([p, r, f1]: Score): string => `${f1.toFixed(3)} (${p.toFixed(2)} / ${r.toFixed(2)})`;

function print(name: string, scores: Score[], more: Score[] = []): void {
  const cells = [...scores, ...more].map(told);
  console.log(
    `${name.padEnd(24)} ${mean(scores.map((s) => s[2])).toFixed(4)} | ${cells.join(' | ')}`,
  );
}

function row(name: string, weights: BondParts): void {
  const scores = windows.map((set) => set.score(weights));
  print(name, scores, [queries.score(weights)]);
}

/** What each part says of two stories before it is weighed. */
const ONES = Object.fromEntries(Object.keys(BOND).map((part) => [part, 1])) as BondParts;
const featuresOf = (a: Centre, b: Centre): number[] => {
  const parts = bondParts(a, b, ONES);
  return PARTS.map((part) => parts[part]);
};

const weighed = (features: number[], weights: BondParts): number =>
  PARTS.reduce((sum, part, i) => sum + features[i]! * weights[part], weights.bias);

/** The joins that the gold allows or refuses, in the order in which the bond comes to them. */
function joins(set: StorySet, weights: BondParts): Sample[] {
  const noted: Sample[] = [];
  const live: Array<Centre | undefined> = [...set.centres];
  const gold = [...set.gold];
  const beside: Array<Set<number>> = live.map(() => new Set());
  const queue: Array<{ a: number; b: number; features: number[]; odds: number }> = [];
  const meet = (a: number, b: number) => {
    if (a === b || beside[a]!.has(b)) return;
    beside[a]!.add(b);
    beside[b]!.add(a);
    const features = featuresOf(live[a]!, live[b]!);
    const odds = weighed(features, weights);
    if (odds > DEPTH) queue.push({ a, b, features, odds });
  };
  for (const [a, b] of set.pairs) meet(a, b);
  for (;;) {
    let best = -1;
    queue.forEach(({ odds }, i) => (best < 0 || odds > queue[best]!.odds) && (best = i));
    if (best < 0) return noted;
    const [{ a, b, features }] = queue.splice(best, 1) as [(typeof queue)[number]];
    const [x, y] = [live[a]!, live[b]!];
    const yes = gold[a] === gold[b];
    const weight = Math.min(MOST_WEIGHT, (2 * x.size * y.size) / (x.size + y.size));
    noted.push({ features, yes, weight });
    if (!yes) continue;
    const place = live.push(together(x, y)) - 1;
    gold.push(gold[a]);
    beside.push(new Set());
    live[a] = live[b] = undefined;
    const others = [...beside[a]!, ...beside[b]!].filter((other) => live[other]);
    for (let i = queue.length - 1; i >= 0; i -= 1)
      if (!live[queue[i]!.a] || !live[queue[i]!.b]) queue.splice(i, 1);
    for (const other of others) meet(place, other);
  }
}

function fit(sets: StorySet[]): BondParts {
  let weights: BondParts = BOND;
  let before: Sample[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const noted = sets.flatMap((set) => joins(set, weights));
    const fitted = fitLogistic([...before, ...noted]);
    weights = Object.fromEntries(
      [...PARTS, 'bias'].map((part, i) => [part, fitted[i]!]),
    ) as BondParts;
    before = noted;
  }
  return weights;
}

/** The bias that suits these windows best with the days around. */
function withBias(sets: Scored[], weights: BondParts): BondParts {
  const tried = BIASES.map((bias) => ({ ...weights, bias: weights.bias + bias }));
  const scores = tried.map((one) => meanF1(sets, one));
  return tried[scores.indexOf(Math.max(...scores))]!;
}

function climbed(start: BondParts): BondParts {
  const value = (weights: BondParts) =>
    mean(
      SHAKEN.map((by) => meanF1([...windows, queries], { ...weights, bias: weights.bias + by })),
    );
  let [weights, best] = [start, value(start)];
  for (let [size, moved] = [1, true]; size > 0.4; size = moved ? size : size / 2) {
    moved = false;
    for (const part of Object.keys(STEPS) as Part[])
      for (const way of [size, -size])
        for (;;) {
          const next = { ...weights, [part]: weights[part] + way * STEPS[part] };
          const its = value(next);
          if (its < best + LEAST_GAIN) break;
          [weights, best, moved] = [next, its, true];
        }
  }
  return weights;
}

const listed = (weights: BondParts): string =>
  Object.entries(weights)
    .map(([part, weight]) => `${part} ${weight.toFixed(2)}`)
    .join(', ');

console.log(
  `B-cubed F1 (precision / recall), mean of the windows | ${names.join(' | ')} | related`,
);
row('what is built', BOND);
if (options.ablations)
  for (const part of PARTS) row(`  without ${part}`, withBias(windows, { ...BOND, [part]: 0 }));
if (options.fit) {
  const all = withBias(windows, fit(alone));
  row('fitted', all);
  console.log(`  ${listed(all)}`);
  const heldOut = windows.map((set, k) => {
    const others = <T>(sets: T[]) => sets.filter((_, i) => i !== k);
    return set.score(withBias(others(windows), fit(others(alone))));
  });
  print('  on the other windows', heldOut);
}
if (options.climb) {
  const best = climbed(BOND);
  row('climbed', best);
  console.log(`  ${listed(best)}`);
}
