import { packTerms, termNumber } from './terms.js';
import { fixedPoint } from './weights.js';
import type { Limits } from './disk-term-index.js';
import type { IndexedDocument, TermHit, TermIndex, TermQuery } from './term-index.js';

/** The term index as its contract says it, by looking at every document: what the real one must equal. */
export class PlainIndex {
  private readonly documents = new Map<number, IndexedDocument>();

  get size(): number {
    return this.documents.size;
  }

  add(document: IndexedDocument): void {
    this.documents.set(document.seq, document);
  }

  remove(seq: number): void {
    this.documents.delete(seq);
  }

  document(seq: number): IndexedDocument | undefined {
    return this.documents.get(seq);
  }

  frequency(term: number): number {
    return [...this.documents.values()].filter(({ terms }) => terms.numbers.includes(term)).length;
  }

  query(query: TermQuery): TermHit[] {
    const weights = new Map<number, number>();
    for (const { term, weight } of query.terms) {
      if (weight > 0) weights.set(term, (weights.get(term) ?? 0) + weight);
    }
    const { factors, scale } = fixedPoint([...weights.values()]);
    const factorOf = new Map([...weights.keys()].map((term, i) => [term, factors[i]!]));
    const hits: TermHit[] = [];
    for (const { seq, time, source, terms } of this.documents.values()) {
      if (time < (query.after ?? -Infinity) || time >= (query.before ?? Infinity)) continue;
      const { outside, farther, atLeast = 0 } = query;
      if (outside && time >= outside.after && time < outside.before) continue;
      if (query.sources && !query.sources.includes(source)) continue;
      if (query.skip?.(seq)) continue;
      let score = 0;
      terms.numbers.forEach(
        (number, i) => (score += (factorOf.get(number) ?? 0) * terms.levels[i]! ** 2),
      );
      const least =
        farther?.steps.filter(({ beyond }) => Math.abs(time - farther.time) > beyond) ?? [];
      if (least.some((step) => score / scale < step.atLeast)) continue;
      if (score > 0 && score / scale >= atLeast) hits.push({ seq, time, score: score / scale });
    }
    return hits.sort((a, b) => b.score - a.score || b.seq - a.seq).slice(0, query.top);
  }
}

/** A pseudo-random number in [0, 1) from a seed, the next one at each call (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32;
  };
}

const DAY = 86_400_000;

/** A document of few, unevenly common terms, so that many share some; its time is only roughly its place. */
export function randomDocument(
  seq: number,
  random: () => number,
  vocabulary = 400,
  mostTerms = 30,
): IndexedDocument {
  const count = 1 + Math.floor(random() * mostTerms);
  return {
    seq,
    time: Math.round((seq / 50 + random() * 3) * DAY),
    source: `منبر-${Math.floor(random() ** 2 * 9)}`,
    terms: packTerms(
      Array.from({ length: count }, () => ({
        term: `كلمة${Math.floor(random() ** 3 * vocabulary)}`,
        weight: 0.01 + 0.99 * random() ** 2,
      })),
    ),
    payload: Uint8Array.from({ length: Math.floor(random() * 40) }, () => random() * 256),
  };
}

export function randomQuery(random: () => number, vocabulary = 400): TermQuery {
  const query: TermQuery = {
    terms: Array.from({ length: 1 + Math.floor(random() * 25) }, () => ({
      term: termNumber(`كلمة${Math.floor(random() ** 2 * vocabulary * 1.1)}`),
      weight: 0.05 + random() * 9,
    })),
    top: 1 + Math.floor(random() * 25),
  };
  if (random() < 0.3) query.after = Math.round(random() * 40 * DAY);
  if (random() < 0.3) query.before = Math.round(random() * 60 * DAY);
  if (random() < 0.3) {
    const after = Math.round(random() * 40 * DAY);
    query.outside = { after, before: after + Math.round(random() * 20 * DAY) };
  }
  if (random() < 0.3) query.atLeast = random();
  if (random() < 0.3) {
    const beyond = Math.round(random() * 5 * DAY);
    const atLeast = random() * 2;
    const steps = [
      { beyond, atLeast },
      { beyond: beyond * 3, atLeast: atLeast * 3 },
    ];
    query.farther = { time: Math.round(random() * 20 * DAY), steps };
  }
  if (random() < 0.2) query.sources = ['منبر-0', 'منبر-3', 'منبر-7', 'لا أحد'];
  if (random() < 0.2) query.skip = (seq) => seq % 3 === 0;
  return query;
}

/** Parts so small that a few hundred documents make tails, segments and merged segments. */
export const SMALL: Limits = {
  tailDocuments: 20,
  tailBytes: 1 << 20,
  segmentDocuments: 300,
};

/**
 * What happens at one seq of a simulated store, the same at each call: the document comes, and now
 * and then an earlier one goes or changes.
 */
export function step(
  seq: number,
  indexes: Array<Pick<TermIndex, 'add' | 'remove'>>,
  seed = 0,
): void {
  const random = randomFrom(seed * 100_000 + seq);
  const made = randomDocument(seq, random);
  const gone = random() < 0.1 ? Math.floor(random() * seq) : undefined;
  const changed = random() < 0.05 ? randomDocument(Math.floor(random() * seq), random) : undefined;
  for (const index of indexes) {
    index.add(made);
    if (gone !== undefined) index.remove(gone);
    if (changed) index.add(changed);
  }
}
