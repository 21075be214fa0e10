import type { Best } from './best.js';
import { NumberTable } from './number-table.js';
import type { Part } from './part.js';
import type { QueryPlan } from './plan.js';
import { candidates, candidateSums, sums } from './scratch.js';
import type { DocumentTerms, IndexedDocument } from './term-index.js';

/** Links are places in the pool plus one, so that 0 is none. */
const NONE = 0;

function grown<A extends Int32Array | Uint16Array | Uint8Array>(array: A, wanted: number): A {
  if (wanted <= array.length) return array;
  const larger = new (array.constructor as new (length: number) => A)(
    Math.max(wanted, array.length * 2),
  );
  larger.set(array);
  return larger;
}

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
  private before = new Int32Array(65_536);
  private documentOf = new Uint16Array(65_536);
  private levelAt = new Uint8Array(65_536);

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
      this.before[at] = this.lists.get(numbers[i]!);
      this.lists.set(numbers[i]!, at + 1);
      this.documentOf[at] = offset;
      this.levelAt[at] = levels[i]!;
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
    const wanted = this.postings + more;
    this.before = grown(this.before, wanted);
    this.documentOf = grown(this.documentOf, wanted);
    this.levelAt = grown(this.levelAt, wanted);
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
    const { before, documentOf, levelAt } = this;
    const lists: number[] = [];
    for (const { number, adds } of plan.terms) {
      const latest = this.lists.get(number);
      if (latest === NONE) continue;
      lists.push(latest);
      for (let link = latest; link !== NONE; link = before[link - 1]!) {
        sums[documentOf[link - 1]!]! += adds[levelAt[link - 1]!]!;
      }
    }
    const found = this.gather(lists, best.floor);
    for (let i = 0; i < found; i++) {
      const offset = candidates[i]!;
      if (candidateSums[i]! >= best.floor && this.passes(offset, plan)) {
        best.offer(candidateSums[i]!, this.seqs[offset]!);
      }
    }
  }

  /** Takes the sums of at least `floor` out as candidates, and leaves all sums zero. */
  private gather(lists: number[], floor: number): number {
    const { before, documentOf } = this;
    let found = 0;
    for (const latest of lists) {
      for (let link = latest; link !== NONE; link = before[link - 1]!) {
        const offset = documentOf[link - 1]!;
        const sum = sums[offset]!;
        if (sum === 0) continue;
        sums[offset] = 0;
        if (sum < floor) continue;
        candidates[found] = offset;
        candidateSums[found++] = sum;
      }
    }
    return found;
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
