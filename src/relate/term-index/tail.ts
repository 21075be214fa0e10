import type { Best } from './best.js';
import { NumberTable } from './number-table.js';
import type { Part } from './part.js';
import { pack } from './postings.js';
import type { QueryPlan } from './plan.js';
import { candidates, sums } from './scratch.js';
import type { DocumentTerms, IndexedDocument } from './term-index.js';
import { SQUARE_OF_LEVEL } from './weights.js';

/** Links are places in the pool plus one, so that 0 is none. */
const NONE = 0;

/**
 * The newest documents, in memory; at most CHUNK of them. All postings lie in one pool in the order of
 * arrival; each links to its term's one before.
 */
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
  /** By term number: link to its latest posting. */
  private readonly lists = new NumberTable();
  private postings = 0;
  /** Two elements for each posting: the link to its term's one before, and offset and level (`pack`). */
  private pool = new Uint32Array(65_536);

  get documents(): number {
    return this.seqs.length;
  }

  get removed(): number {
    return this.removedOffsets.size;
  }

  add({ seq, time, source, terms, payload }: IndexedDocument): void {
    const offset = this.documents;
    const { numbers, levels } = terms;
    this.makeRoom(numbers.length);
    for (let i = 0; i < numbers.length; i++) {
      const at = this.postings++;
      this.pool[2 * at] = this.lists.replace(numbers[i]!, at + 1);
      this.pool[2 * at + 1] = pack(offset, levels[i]!);
    }
    this.seqs.push(seq);
    this.times.push(time);
    this.earliest = Math.min(this.earliest, time);
    this.latest = Math.max(this.latest, time);
    this.sources.push(source);
    this.held.push({ terms, payload });
    this.offsets.set(seq, offset);
    this.bytes += payload.length + 4 * numbers.length;
  }

  private makeRoom(more: number): void {
    const wanted = 2 * (this.postings + more);
    if (wanted <= this.pool.length) return;
    const larger = new Uint32Array(Math.max(wanted, this.pool.length * 2));
    larger.set(this.pool);
    this.pool = larger;
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
    if (this.latest < plan.after || this.earliest >= plan.before) return;
    const { pool } = this;
    let found = 0;
    for (const { number, factor } of plan.terms) {
      for (let link = this.lists.get(number); link !== NONE; link = pool[2 * link - 2]!) {
        const posting = pool[2 * link - 1]!;
        const offset = posting >>> 8;
        const sum = sums[offset]!;
        candidates[found] = offset;
        found += (sum - 1) >>> 31;
        sums[offset] = sum + factor * SQUARE_OF_LEVEL[posting & 0xff]!;
      }
    }
    let { floor } = best;
    for (let i = 0; i < found; i++) {
      const offset = candidates[i]!;
      const sum = sums[offset]!;
      sums[offset] = 0;
      if (sum < floor || !this.passes(offset, plan)) continue;
      best.offer(sum, this.seqs[offset]!);
      ({ floor } = best);
    }
  }

  private passes(offset: number, plan: QueryPlan): boolean {
    const time = this.times[offset]!;
    return (
      time >= plan.after &&
      time < plan.before &&
      !this.removedOffsets.has(offset) &&
      (plan.sources === undefined || plan.sources.has(this.sources[offset]!)) &&
      (plan.skip === undefined || !plan.skip(this.seqs[offset]!))
    );
  }
}
