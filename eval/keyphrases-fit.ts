/**
 * Chooses the weights of keyphrases' features on akec-train by logistic regression, and says by ten-fold
 * cross-validation what they are worth on documents that they were not chosen on.
 * Usage: tsx eval/keyphrases-fit.ts
 */
import { findEntities } from '../src/analyse/entities/entities.js';
import { findCandidates } from '../src/analyse/keyphrases/candidates.js';
import { chooseApart, type Ranked } from '../src/analyse/keyphrases/choose.js';
import { FEATURES, nestedShares, throughFeatures } from '../src/analyse/keyphrases/features.js';
import { textOf } from '../src/analyse/keyphrases/keyphrases.js';
import { writtenForm } from '../src/analyse/written-form.js';
import { read } from '../src/analyse/reading.js';
import { jsonLines, plainArticle } from './articles.js';
import { goldKey } from './keyphrases-gold.js';

interface Gold {
  id: string;
  body: string;
  keyphrases: string[];
}

interface Example {
  ranked: Ranked;
  key: string;
  x: number[];
  top: boolean;
  any: boolean;
}

interface Document {
  examples: Example[];
  top: Set<string>;
}

const NESTED = FEATURES.indexOf('nested');

function prepare({ id, body, keyphrases }: Gold): Document {
  const reading = read(plainArticle(id, '', body));
  const candidates = findCandidates(reading, findEntities(reading));
  const top = new Set(keyphrases.slice(0, 10).map(goldKey));
  const all = new Set(keyphrases.map(goldKey));
  const nested = nestedShares(candidates);
  const features: number[][] = [];
  throughFeatures(candidates, undefined, (row, i) => {
    features.push(Array.from(row, (value, at) => (at === NESTED ? nested[i]! : value)));
  });
  const examples = candidates.map((candidate, i) => {
    const key = goldKey(textOf(candidate, writtenForm(reading.body.text, candidate.words)));
    return {
      ranked: { candidate, score: 0 },
      key,
      x: [1, ...features[i]!],
      top: top.has(key),
      any: all.has(key),
    };
  });
  return { examples, top };
}

/** How far a phrase that the crowd gave, but ranked low, counts as a keyphrase; 0 to 0.5 are alike. */
const ACCEPTED = 0.3;

/** Newton's steps towards the weights of a ridge logistic regression. */
function fit(documents: Document[], ridge = 0.3): number[] {
  const rows = documents.flatMap(({ examples }) => examples);
  const n = rows[0]!.x.length;
  let w = new Array<number>(n).fill(0);
  for (let step = 0; step < 12; step += 1) {
    const gradient = w.map((wi, i) => (i ? -ridge * wi : 0));
    const hessian = w.map((_, i) => w.map((_, j) => (i === j ? ridge : 0)));
    for (const { x, top, any } of rows) {
      const p = 1 / (1 + Math.exp(-x.reduce((s, xi, i) => s + xi * w[i]!, 0)));
      const y = top ? 1 : any ? ACCEPTED : 0;
      const slope = Math.max(1e-6, p * (1 - p));
      for (let i = 0; i < n; i += 1) {
        gradient[i]! += (y - p) * x[i]!;
        for (let j = 0; j < n; j += 1) hessian[i]![j]! += slope * x[i]! * x[j]!;
      }
    }
    w = w.map((wi, i) => wi + solve(hessian, gradient)[i]!);
  }
  return w;
}

function solve(matrix: number[][], right: number[]): number[] {
  const a = matrix.map((row, i) => [...row, right[i]!]);
  const n = a.length;
  for (let i = 0; i < n; i += 1) {
    let pivot = i;
    for (let r = i + 1; r < n; r += 1) if (Math.abs(a[r]![i]!) > Math.abs(a[pivot]![i]!)) pivot = r;
    [a[i], a[pivot]] = [a[pivot]!, a[i]!];
    for (let r = 0; r < n; r += 1) {
      if (r === i) continue;
      const factor = a[r]![i]! / a[i]![i]!;
      for (let c = i; c <= n; c += 1) a[r]![c]! -= factor * a[i]![c]!;
    }
  }
  return a.map((row, i) => row[n]! / row[i]!);
}

function measure(
  documents: Document[],
  w: number[],
): { f10: number; any5: number; ceiling: number } {
  let f10 = 0;
  let any5 = 0;
  let ceiling = 0;
  for (const { examples, top } of documents) {
    const byCandidate = new Map(examples.map((example) => [example.ranked.candidate, example]));
    for (const { ranked, x } of examples)
      ranked.score = 1 / (1 + Math.exp(-x.reduce((s, xi, i) => s + xi * w[i]!, 0)));
    const ranked = examples.map((example) => example.ranked).sort((a, b) => b.score - a.score);
    const chosen = chooseApart(ranked.slice(0, 60)).map(({ candidate }) =>
      byCandidate.get(candidate)!,
    );
    const keys = [...new Set(chosen.map(({ key }) => key))];
    const hits = keys.filter((key) => top.has(key)).length;
    const precision = hits / 10;
    const recall = hits / top.size;
    f10 += precision + recall ? (2 * precision * recall) / (precision + recall) : 0;
    any5 += chosen.slice(0, 5).filter(({ any }) => any).length / 5;
    ceiling += new Set(examples.filter((e) => e.top).map((e) => e.key)).size / top.size;
  }
  const n = documents.length;
  return { f10: f10 / n, any5: any5 / n, ceiling: ceiling / n };
}

const documents = jsonLines<Gold>('gold/keyphrases/akec-train.jsonl').map(prepare);
const FOLDS = 10;
const held = Array.from({ length: FOLDS }, (_, fold) =>
  measure(
    documents.filter((_, i) => i % FOLDS === fold),
    fit(documents.filter((_, i) => i % FOLDS !== fold)),
  ),
);
const mean = (pick: (m: (typeof held)[0]) => number) =>
  held.reduce((sum, m) => sum + pick(m), 0) / FOLDS;
const all = fit(documents);
const seen = measure(documents, all);
console.log(
  `held-out f1@10 ${mean((m) => m.f10).toFixed(4)}  p@5_any ${mean((m) => m.any5).toFixed(4)}`,
);
console.log(
  `all      f1@10 ${seen.f10.toFixed(4)}  p@5_any ${seen.any5.toFixed(4)}  gold among candidates ${seen.ceiling.toFixed(3)}`,
);
console.log(
  'bias',
  all[0]!.toFixed(2),
  FEATURES.map((name, i) => `${name}: ${all[i + 1]!.toFixed(2)}`).join(', '),
);
