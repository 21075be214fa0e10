import type { IndexedDocument, TermHit, TermIndex, TermQuery } from './term-index/term-index.js';
import { WEIGHT_OF_LEVEL } from './term-index/weights.js';

/** The occurrences of one term: parallel arrays, grown by doubling. */
class Postings {
  slots = new Uint32Array(4);
  levels = new Uint8Array(4);
  length = 0;
  live = 0;

  push(slot: number, level: number): void {
    if (this.length === this.slots.length) {
      const slots = new Uint32Array(this.length * 2);
      slots.set(this.slots);
      this.slots = slots;
      const levels = new Uint8Array(this.length * 2);
      levels.set(this.levels);
      this.levels = levels;
    }
    this.slots[this.length] = slot;
    this.levels[this.length] = level;
    this.length += 1;
    this.live += 1;
  }
}

/**
 * The term index in plain memory, nothing on disk, every posting read: the reference that the disk
 * index must agree with, and what small tests and evaluations run on.
 */
export class MemoryIndex implements TermIndex {
  private readonly postings = new Map<number, Postings>();
  private readonly documents: Array<IndexedDocument | undefined> = [];
  private readonly slotOf = new Map<number, number>();
  private scores = new Float64Array(1024);
  size = 0;
  next = 0;

  add(document: IndexedDocument): void {
    const slot = this.documents.length;
    const { numbers, levels } = document.terms;
    numbers.forEach((number, i) => {
      let postings = this.postings.get(number);
      if (!postings) this.postings.set(number, (postings = new Postings()));
      postings.push(slot, levels[i]!);
    });
    this.documents.push(document);
    this.slotOf.set(document.seq, slot);
    this.size += 1;
    this.next = Math.max(this.next, document.seq + 1);
    if (slot >= this.scores.length) this.scores = new Float64Array(this.scores.length * 2);
  }

  remove(seq: number): void {
    const slot = this.slotOf.get(seq);
    const document = slot === undefined ? undefined : this.documents[slot];
    if (slot === undefined || !document) return;
    for (const number of document.terms.numbers) this.postings.get(number)!.live -= 1;
    this.documents[slot] = undefined;
    this.slotOf.delete(seq);
    this.size -= 1;
  }

  async flush(): Promise<void> {}

  query(query: TermQuery): TermHit[] {
    const touched: number[] = [];
    const { scores } = this;
    for (const { term, weight } of query.terms) {
      const postings = this.postings.get(term);
      if (!postings) continue;
      for (let i = 0; i < postings.length; i += 1) {
        const slot = postings.slots[i]!;
        if (scores[slot] === 0) touched.push(slot);
        scores[slot]! += weight * WEIGHT_OF_LEVEL[postings.levels[i]!]!;
      }
    }
    const sources = query.sources && new Set(query.sources);
    const hits: TermHit[] = [];
    let least = 0;
    for (const slot of touched) {
      const score = scores[slot]!;
      scores[slot] = 0;
      if (score <= least && hits.length >= query.top) continue;
      const document = this.documents[slot];
      if (!document) continue;
      if (query.after !== undefined && document.time < query.after) continue;
      if (query.before !== undefined && document.time >= query.before) continue;
      if (query.atLeast !== undefined && score < query.atLeast) continue;
      const { outside } = query;
      if (outside && document.time >= outside.after && document.time < outside.before) continue;
      if (query.farther && score < leastThere(query.farther, document.time)) continue;
      if (sources && !sources.has(document.source)) continue;
      if (query.skip?.(document.seq)) continue;
      hits.push({ seq: document.seq, time: document.time, score });
      if (hits.length >= query.top * 4 + 64) least = keepBest(hits, query.top);
    }
    keepBest(hits, query.top);
    return hits;
  }

  frequency(term: number): number {
    return this.postings.get(term)?.live ?? 0;
  }

  document(seq: number): IndexedDocument | undefined {
    const slot = this.slotOf.get(seq);
    return slot === undefined ? undefined : this.documents[slot];
  }

  async close(): Promise<void> {}
}

function leastThere({ time, steps }: NonNullable<TermQuery['farther']>, at: number): number {
  const beyond = steps.filter((step) => Math.abs(at - time) > step.beyond);
  return Math.max(0, ...beyond.map(({ atLeast }) => atLeast));
}

/** Sorts best first, newest first among equals, and cuts; returns the least score kept. */
function keepBest(hits: TermHit[], top: number): number {
  hits.sort((a, b) => b.score - a.score || b.seq - a.seq);
  if (hits.length > top) hits.length = top;
  return hits.length ? hits[hits.length - 1]!.score : 0;
}
