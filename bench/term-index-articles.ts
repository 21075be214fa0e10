import { createReadStream, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { isFunctionWord, stem, tokenise } from '../src/arabic/index.js';
import type { IndexedDocument } from '../src/relate/term-index/term-index.js';
import { packTerms } from '../src/relate/term-index/terms.js';

const CORPORA = ['saudi-2015', 'ant-2018'].map(
  (name) => new URL(`../../shared/corpus/${name}.jsonl.gz`, import.meta.url).pathname,
);
const CACHE = join(tmpdir(), 'warraq-bench-terms.json');

/** An article as distinct terms (by number) with their counts. */
interface Counted {
  time: number;
  source: string;
  terms: number[];
  counts: number[];
}

export interface Articles {
  vocabulary: string[];
  articles: Counted[];
}

/** Both corpora as stems, in the order of their dates; kept in a temporary file for the next run. */
export async function loadArticles(): Promise<Articles> {
  if (existsSync(CACHE)) return JSON.parse(readFileSync(CACHE, 'utf8')) as Articles;
  const ids = new Map<string, number>();
  const articles: Counted[] = [];
  for (const path of CORPORA) {
    const lines = createInterface({ input: createReadStream(path).pipe(createGunzip()) });
    for await (const line of lines) articles.push(count(JSON.parse(line), ids));
  }
  articles.sort((a, b) => a.time - b.time);
  const made = { vocabulary: [...ids.keys()], articles };
  writeFileSync(CACHE, JSON.stringify(made));
  return made;
}

function count(
  record: { title?: string; body: string; date?: string; source?: string },
  ids: Map<string, number>,
): Counted {
  const counts = new Map<number, number>();
  for (const { folded } of tokenise(`${record.title ?? ''}\n${record.body}`)) {
    if (folded.length < 2 || isFunctionWord(folded)) continue;
    const term = stem(folded);
    const id = ids.get(term) ?? ids.size;
    ids.set(term, id);
    counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return {
    time: Date.parse(record.date ?? '') || 0,
    source: record.source ?? '',
    terms: [...counts.keys()],
    counts: [...counts.values()],
  };
}

/** Share of an article's terms that a synthetic copy has others for, drawn as often as they are used. */
const SUBSTITUTED = 0.5;
/** Share that a copy has terms for which no other article has. */
const NEW = 0.01;
const PAYLOAD = new Uint8Array(256).fill(7);

/** A document with the counts that its weights were made of. */
export interface CountedDocument {
  document: IndexedDocument;
  terms: string[];
  counts: number[];
}

/** Its terms as often as they were counted, for indexes that count themselves. */
export function textOf({ terms, counts }: CountedDocument): string {
  return terms.map((term, i) => `${term} `.repeat(counts[i]!)).join('');
}

export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * The corpora, then copies of them with later dates and other words, `size` in all; past the
 * corpora's own size this is synthetic. The same at each call.
 */
export function* documents(
  { vocabulary, articles }: Articles,
  size: number,
): Generator<CountedDocument> {
  const random = randomFrom(1);
  const span = articles.at(-1)!.time - articles[0]!.time;
  const lengths = articles.map(({ counts }) => counts.reduce((sum, n) => sum + n, 0));
  const average = lengths.reduce((sum, length) => sum + length, 0) / articles.length;
  const pool = Uint32Array.from(
    articles.flatMap(({ terms }) => terms.filter((_, i) => i % 8 === 0)),
  );
  for (let seq = 0; seq < size; seq++) {
    const copy = Math.floor(seq / articles.length);
    const { time, source, terms, counts } = articles[seq % articles.length]!;
    const norm = 1.2 * (0.25 + (0.75 * lengths[seq % articles.length]!) / average);
    const words = terms.map((id) => {
      if (copy === 0) return vocabulary[id]!;
      const drawn = random();
      if (drawn < NEW) return `${vocabulary[id]!}${copy}`;
      if (drawn > SUBSTITUTED) return vocabulary[id]!;
      return vocabulary[pool[Math.floor(random() * pool.length)]!]!;
    });
    const weighted = words.map((term, i) => ({ term, weight: counts[i]! / (counts[i]! + norm) }));
    const document: IndexedDocument = {
      seq,
      time: time + copy * span,
      source,
      terms: packTerms(weighted),
      payload: PAYLOAD,
    };
    yield { document, terms: words, counts };
  }
}
