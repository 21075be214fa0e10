import type { Best } from './best.js';
import type { Part } from './part.js';
import { pack } from './postings.js';
import type { QueryPlan, Stretch } from './plan.js';
import { addPacked, candidates, sums } from './summing.js';
import { TailLists } from './tail-lists.js';
import type { DocumentTerms, IndexedDocument } from './term-index.js';

/** The newest documents, in memory; at most MOST_DOCUMENTS of them. */
export class Tail implements Part {
  readonly seqs: number[] = [];
  readonly times: number[] = [];
  readonly sources: string[] = [];
  readonly held: Array<{ terms: DocumentTerms; payload: Uint8Array }> = [];
  readonly removedOffsets = new Set<number>();
  /** Bytes of payloads, and about four for each posting. */
  bytes = 0;
  earliest = Infinity;
  latest = -Infinity;
  private readonly offsets = new Map<number, number>();
  private readonly lists = new TailLists();

  get documents(): number {
    return this.seqs.length;
  }

  get removed(): number {
    return this.removedOffsets.size;
  }

  add({ seq, time, source, terms, payload }: IndexedDocument): void {
    const offset = this.documents;
    const { numbers, levels } = terms;
    for (let i = 0; i < numbers.length; i++) this.lists.add(numbers[i]!, pack(offset, levels[i]!));
    this.seqs.push(seq);
    this.times.push(time);
    this.earliest = Math.min(this.earliest, time);
    this.latest = Math.max(this.latest, time);
    this.sources.push(source);
    this.held.push({ terms, payload });
    this.offsets.set(seq, offset);
    this.bytes += payload.length + 4 * numbers.length;
  }

  find(seq: number): number {
    const offset = this.offsets.get(seq);
    return offset === undefined || this.removedOffsets.has(offset) ? -1 : offset;
  }

  remove(offset: number): void {
    this.removedOffsets.add(offset);
  }

  terms(offset: number): DocumentTerms {
    return this.held[offset]!.terms;
  }

  document(offset: number): IndexedDocument {
    return {
      seq: this.seqs[offset]!,
      time: this.times[offset]!,
      source: this.sources[offset]!,
      ...this.held[offset]!,
    };
  }

  search(plan: QueryPlan, best: Best): void {
    const stretches = plan.stretches.filter(
      ({ after, before }) => this.latest >= after && this.earliest < before,
    );
    if (!stretches.length) return;
    const { lists } = this;
    let found = 0;
    for (const { number, factor } of plan.terms) {
      const block = lists.block(number);
      if (block === -1) continue;
      found = addPacked(lists.pool, lists.start(block), lists.end(block), factor, found);
    }
    let { floor } = best;
    for (let i = 0; i < found; i++) {
      const offset = candidates[i]!;
      const sum = sums[offset]!;
      sums[offset] = 0;
      if (sum < floor || !isWithin(stretches, this.times[offset]!, sum)) continue;
      if (!this.passes(offset, plan)) continue;
      best.offer(sum, this.seqs[offset]!, this.times[offset]!);
      ({ floor } = best);
    }
  }

  private passes(offset: number, plan: QueryPlan): boolean {
    return (
      !this.removedOffsets.has(offset) &&
      (plan.sources === undefined || plan.sources.has(this.sources[offset]!)) &&
      (plan.skip === undefined || !plan.skip(this.seqs[offset]!))
    );
  }
}

function isWithin(stretches: Stretch[], time: number, sum: number): boolean {
  return stretches.some(
    ({ after, before, atLeast }) => time >= after && time < before && sum >= atLeast,
  );
}
