/**
 * Fits the bond between stories (`src/relate/stories/bond.ts`) on the development stories, and measures
 * what each of its parts adds.
 *
 *   tsx eval/story-bond.ts ANALYSES
 *
 * ANALYSES is the folder that `eval/relate.ts --analyses` filled. Each row leaves one part out and fits the
 * others anew on both windows; the last rows fit on one window and measure on the other.
 *
 * The fit follows the grouping itself: stories are joined from the bottom up by the bond at hand; a join
 * that the gold allows is noted and made, one that it refuses is noted and forbidden; logistic regression
 * over what was noted gives the next bond. A wrong join of large stories spoils more, so each is weighed by
 * the harmonic mean of the two sizes.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Analysis } from '../src/model/analysis.js';
import type { Article } from '../src/model/article.js';
import { MemoryIndex } from '../src/relate/memory-index.js';
import { draftOf } from '../src/relate/profile/build.js';
import { decodeDocument } from '../src/relate/profile/payload.js';
import { prepare } from '../src/relate/similar/compare.js';
import { Lexicon } from '../src/relate/similar/lexicon.js';
import { BOND, bondParts } from '../src/relate/stories/bond.js';
import { centreOf, together, type Centre } from '../src/relate/stories/centre.js';
import { bcubed } from './bcubed.js';
import { fitLogistic, type Sample } from './logistic.js';

const SHARED = new URL('../../shared/', import.meta.url).pathname;
const WINDOWS = ['ant-dev', 'snn-dev'];
const PARTS = (Object.keys(BOND) as Array<keyof typeof BOND>).filter((part) => part !== 'bias');
/** Articles that share less than this (cosine) are never asked about. */
const LEAST_SHARED = 0.05;
const ROUNDS = 3;
/** How far below 0 a join is still noted. */
const DEPTH = -4;
const MOST_WEIGHT = 6;

interface Window {
  centres: Centre[];
  /** Of each centre, the number of its gold story. */
  gold: number[];
}

/** Log-odds: one weight for each of PARTS, then the bias. */
type Weights = number[];

interface Pair {
  a: number;
  b: number;
  features: number[];
  odds: number;
}

function readWindows(folder: string): Window[] {
  const index = new MemoryIndex();
  const seqOf = new Map<string, number>();
  for (const corpus of ['ant-2018', 'saudi-2015'])
    for (const line of readFileSync(join(folder, `${corpus}.jsonl`), 'latin1').split('\n')) {
      if (!line) continue;
      const { article, analysis } = JSON.parse(Buffer.from(line, 'latin1').toString('utf8')) as {
        article: Article;
        analysis: Omit<Analysis, 'terms'> & {
          terms: Array<[string, number, number, number, 0 | 1]>;
        };
      };
      const terms: Analysis['terms'] = analysis.terms.map(([term, title, lead, count, name]) => ({
        term,
        title,
        lead,
        count,
        kind: name ? 'name' : 'word',
      }));
      index.add({ seq: seqOf.size, ...draftOf(article, { ...analysis, terms }) });
      seqOf.set(article.id, seqOf.size);
    }
  const lexicon = new Lexicon(index);
  return WINDOWS.map((window) => {
    const at = (end: string) => readFileSync(`${SHARED}gold/stories/${window}.${end}`, 'utf8');
    const ids = at('ids.txt').split('\n').filter(Boolean);
    const { stories } = JSON.parse(at('stories.json')) as { stories: Array<{ members: string[] }> };
    const story = new Map(
      stories.flatMap(({ members }, k) => members.map((id) => [id, k] as const)),
    );
    return {
      centres: ids.map((id) =>
        centreOf(prepare(decodeDocument(index.document(seqOf.get(id)!)!)!, lexicon)),
      ),
      gold: ids.map((id, i) => story.get(id) ?? stories.length + i),
    };
  });
}

/** What each part says of two stories before it is weighed. */
function featuresOf(a: Centre, b: Centre): number[] {
  const parts = bondParts(a, b);
  return PARTS.map((part) => parts[part] / BOND[part]);
}

const oddsOf = (features: number[], weights: Weights): number =>
  features.reduce((sum, value, i) => sum + value * weights[i]!, weights.at(-1)!);

const firstPairs = new WeakMap<Window, Pair[]>();

function pairsOf(window: Window): Pair[] {
  let pairs = firstPairs.get(window);
  if (!pairs) {
    pairs = [];
    const least = Math.log(LEAST_SHARED);
    window.centres.forEach((centre, b) => {
      for (let a = 0; a < b; a += 1) {
        const features = featuresOf(window.centres[a]!, centre);
        if (features[PARTS.indexOf('terms')]! > least) pairs!.push({ a, b, features, odds: 0 });
      }
    });
    firstPairs.set(window, pairs);
  }
  return pairs;
}

/**
 * Joins from the bottom up.
 * @param noted where given, the gold allows or refuses each join, and all are noted in it
 * @returns of each article the number of its group
 */
function grouped(window: Window, weights: Weights, noted?: Sample[]): number[] {
  const stop = noted ? DEPTH : 0;
  const live = [...window.centres];
  const group = live.map((_, i) => i);
  let pairs = pairsOf(window)
    .map((pair) => ({ ...pair, odds: oddsOf(pair.features, weights) }))
    .filter(({ odds }) => odds > 2 * DEPTH);
  for (;;) {
    let best: Pair | undefined;
    for (const pair of pairs) if (pair.odds > (best?.odds ?? stop)) best = pair;
    if (!best) return group;
    const { a, b } = best;
    if (noted) {
      const { size: x } = live[a]!;
      const { size: y } = live[b]!;
      const allowed = window.gold[a] === window.gold[b];
      const weight = Math.min(MOST_WEIGHT, (2 * x * y) / (x + y));
      noted.push({ features: best.features, yes: allowed, weight });
      if (!allowed) {
        best.odds = -Infinity;
        continue;
      }
    }
    live[a] = together(live[a]!, live[b]!);
    group.forEach((its, i) => its === b && (group[i] = a));
    // Pairs of b become pairs of a; what was forbidden stays so.
    const forbidden = new Set<number>();
    const others = new Set<number>();
    pairs = pairs.filter((pair) => {
      if (pair.a !== a && pair.b !== a && pair.a !== b && pair.b !== b) return true;
      const other = pair.a === a || pair.a === b ? pair.b : pair.a;
      if (pair.odds === -Infinity) forbidden.add(other);
      if (other !== a && other !== b) others.add(other);
      return false;
    });
    for (const other of others) {
      const features = featuresOf(live[a]!, live[other]!);
      const odds = forbidden.has(other) ? -Infinity : oddsOf(features, weights);
      pairs.push({ a: Math.min(a, other), b: Math.max(a, other), features, odds });
    }
  }
}

function fit(windows: Window[], without?: string): Weights {
  let weights: Weights = [...PARTS.map((part) => (part === without ? 0 : BOND[part])), BOND.bias];
  let before: Sample[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const noted: Sample[] = [];
    for (const window of windows) grouped(window, weights, noted);
    const samples = [...before, ...noted].map((sample) => ({
      ...sample,
      features: sample.features.map((value, i) => (PARTS[i] === without ? 0 : value)),
    }));
    weights = fitLogistic(samples);
    before = noted;
  }
  return weights;
}

function told(windows: Window[], weights: Weights): string {
  return windows
    .map((window) => bcubed(grouped(window, weights), window.gold))
    .map(([p, r, f1]) => `${f1.toFixed(3)} (${p.toFixed(2)} / ${r.toFixed(2)})`)
    .join(' | ');
}

const [folder] = process.argv.slice(2);
if (!folder) {
  console.error(
    'usage: tsx eval/story-bond.ts ANALYSES (the folder that eval/relate.ts --analyses filled)',
  );
  process.exit(2);
}
const windows = readWindows(folder);
console.log(`B-cubed F1 (precision / recall)   ${WINDOWS.join(' | ')}`);
console.log(
  `the bond that is built            ${told(windows, [...PARTS.map((p) => BOND[p]), BOND.bias])}`,
);
const all = fit(windows);
console.log(`all parts, fitted anew            ${told(windows, all)}`);
console.log(`  ${[...PARTS, 'bias'].map((part, i) => `${part} ${all[i]!.toFixed(2)}`).join(', ')}`);
for (const part of PARTS)
  console.log(`without ${part.padEnd(25)} ${told(windows, fit(windows, part))}`);
for (const [i, window] of windows.entries())
  console.log(`fitted on ${WINDOWS[i]} alone`.padEnd(33), told(windows, fit([window])));
