/**
 * Fits what makes two articles one text (`src/relate/copies/verdict.ts`) on the copies of the development
 * judgements, and measures it.
 *
 *   tsx eval/copies.ts DB
 *
 * DB is a store of both corpora. All pairs of a window's articles that share text take part. The windows hold
 * some four hundred pairs of copies, many in a few groups whose borders are close calls: pair F1 of the groups is
 * therefore the mean of RUNS groupings with odds shaken by half a unit.
 */
import { agglomerated, FAMILY } from '../src/relate/copies/tidying.js';
import { APART, boundedOdds, FEWEST_WORDS, SAME } from '../src/relate/copies/verdict.js';
import type { Neighbour } from '../src/relate/neighbours.js';
import type { Profile } from '../src/relate/profile/profile.js';
import { judgedWindow, openArticles, WINDOWS as JUDGED } from './judged.js';
import { fitLogistic } from './logistic.js';

const WINDOWS = [...JUDGED.given, ...JUDGED.own];
const PARTS = (Object.keys(SAME) as Array<keyof typeof SAME>).filter((part) => part !== 'bias');
const RUNS = 24;
/** Standard deviation of what is added to the odds. */
const SHAKEN = 0.5;
/** Added to the bias in turn, to see how much it decides. */
const BIASES = [-0.4, 0, 0.4];
/** Pull towards zero, see `fitLogistic`: there are few copies to fit on. */
const RIDGE = 1;
/** Pairs that share less of their text are left out, as are texts of less than `FEWEST_WORDS`: rules decide on these. */
const LEAST_TEXT = 0.02;

interface Pair {
  a: Profile;
  b: Profile;
  features: number[];
  yes: boolean;
}

interface Window {
  pairs: Pair[];
  /** Pairs of copies in the gold, those without shared text too. */
  copies: number;
}

const [db] = process.argv.slice(2);
if (!db) {
  console.error('usage: tsx eval/copies.ts DB (a store of both corpora)');
  process.exit(2);
}
const { index, neighbours, seqOf } = await openArticles(db);

/** In the order of PARTS, and whatever they are: each is asked for by its name. */
function featuresOf(a: Profile, { profile: b, shared }: Neighbour): number[] {
  const said: Record<(typeof PARTS)[number], number> = {
    jaccard: shared.text.jaccard,
    contained: Math.max(shared.text.first, shared.text.second),
    lead: shared.lead,
    titles: shared.titles,
    terms: shared.terms,
    ownSource: Number(a.source === b.source),
  };
  return PARTS.map((part) => said[part]);
}

function readWindow(window: string): Window {
  const { ids, copies } = judgedWindow(window);
  const groupOf = new Map(copies.flatMap((group, k) => group.map((id) => [id, k] as const)));
  const readies = ids.map((id) => neighbours.ready(seqOf.get(id)!)!);
  const found: Window = { pairs: [], copies: 0 };
  readies.forEach((a, i) => {
    for (const b of readies.slice(0, i)) {
      const group = groupOf.get(a.profile.id);
      const yes = group !== undefined && group === groupOf.get(b.profile.id);
      found.copies += Number(yes);
      if (Math.min(a.profile.words, b.profile.words) < FEWEST_WORDS) continue;
      const near = neighbours.neighbour(a, b.profile.seq)!;
      if (near.shared.text.jaccard < LEAST_TEXT) continue;
      found.pairs.push({
        a: a.profile,
        b: b.profile,
        features: featuresOf(a.profile, near),
        yes,
      });
    }
  });
  return found;
}

const oddsOf = ({ features }: Pair, weights: number[], bias: number): number =>
  features.reduce((sum, value, i) => sum + value * weights[i]!, weights.at(-1)! + bias);

/** Numbers of a normal distribution, the same each time (Box and Muller; a linear congruence). */
function* noise(): Generator<number, never> {
  let state = 1;
  const next = () => (state = (state * 48271) % 2147483647) / 2147483647;
  for (;;) yield Math.sqrt(-2 * Math.log(next())) * Math.cos(2 * Math.PI * next());
}

const f1 = (both: number, said: number, meant: number): number => (2 * both) / (said + meant);

/** Pair F1 of the verdict on each pair by itself. */
function alone({ pairs, copies }: Window, weights: number[], bias: number): number {
  const said = pairs.filter((pair) => boundedOdds(oddsOf(pair, weights, bias), pair.a, pair.b) > 0);
  return f1(said.filter(({ yes }) => yes).length, said.length, copies);
}

/** Pair F1 of the groups that the verdicts come to. */
function inGroups({ pairs, copies }: Window, weights: number[], bias: number): number {
  const random = noise();
  let sum = 0;
  for (let run = 0; run < RUNS; run += 1) {
    const odds = new Map<string, number>();
    const beside = new Map<number, number[]>();
    const right = new Set<string>();
    const key = (a: number, b: number) => (a < b ? `${a} ${b}` : `${b} ${a}`);
    for (const pair of pairs) {
      const { a, b, yes } = pair;
      const shaken = oddsOf(pair, weights, bias) + SHAKEN * random.next().value;
      const value = boundedOdds(shaken, a, b);
      odds.set(key(a.seq, b.seq), value);
      if (yes) right.add(key(a.seq, b.seq));
      if (value <= FAMILY) continue;
      beside.set(a.seq, [...(beside.get(a.seq) ?? []), b.seq]);
      beside.set(b.seq, [...(beside.get(b.seq) ?? []), a.seq]);
    }
    let [both, said] = [0, 0];
    for (const family of familiesOf(beside))
      for (const group of agglomerated(family, (a, b) => odds.get(key(a, b)) ?? APART))
        group.forEach((a, i) => {
          for (const b of group.slice(0, i)) {
            said += 1;
            both += Number(right.has(key(a, b)));
          }
        });
    sum += f1(both, said, copies);
  }
  return sum / RUNS;
}

function familiesOf(beside: Map<number, number[]>): number[][] {
  const seen = new Set<number>();
  const families: number[][] = [];
  for (const start of beside.keys()) {
    if (seen.has(start)) continue;
    const family = [start];
    seen.add(start);
    for (const one of family)
      for (const other of beside.get(one)!)
        if (!seen.has(other)) {
          seen.add(other);
          family.push(other);
        }
    families.push(family);
  }
  return families;
}

const windows = WINDOWS.map(readWindow);
await index.close();

function fit(some: Window[], without?: string): number[] {
  return fitLogistic(
    some
      .flatMap(({ pairs }) => pairs)
      .map(({ features, yes }) => ({
        features: features.map((value, i) => (PARTS[i] === without ? 0 : value)),
        yes,
        weight: 1,
      })),
    RIDGE,
  );
}

function told(name: string, weightsFor: (window: number) => number[]): void {
  const rows = windows.map((window, i) => {
    const weights = weightsFor(i);
    const measured = (by: typeof alone) =>
      BIASES.map((bias) => by(window, weights, bias).toFixed(3)).join(' ');
    return `${measured(alone)} | ${measured(inGroups)}`;
  });
  console.log(`${name.padEnd(28)} ${rows.join(' || ')}`);
}

console.log(
  `pair F1 with the bias at ${BIASES.join(', ')}: pairs alone | in groups, of ${WINDOWS.join(' || ')}`,
);
const built = [...PARTS.map((part) => SAME[part]), SAME.bias];
told('what is built', () => built);
const fitted = fit(windows);
told('fitted on all', () => fitted);
console.log(
  `  ${[...PARTS, 'bias'].map((part, i) => `${part} ${fitted[i]!.toFixed(2)}`).join(', ')}`,
);
const without = (i: number) => windows.filter((_, k) => k !== i);
told('fitted on the others', (i) => fit(without(i)));
for (const part of PARTS) {
  const fewer = fit(windows, part);
  told(`without ${part}`, () => fewer);
  told('  fitted on the others', (i) => fit(without(i), part));
}
