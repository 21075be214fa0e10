import type { Best } from './best.js';
import type { SegmentSize } from './merge-choice.js';
import type { Part } from './part.js';
import type { QueryPlan } from './plan.js';
import type { SegmentFile } from './segment-file.js';
import { searchSegment } from './segment-search.js';
import type { DocumentTerms, IndexedDocument } from './term-index.js';

/** Offsets from `first` to before `end`, and the least sum that is asked of documents there. */
export interface Span {
  first: number;
  end: number;
  atLeast: number;
}

/** A segment on disk with what was removed from it since. */
export class Segment implements Part {
  readonly removedOffsets: Set<number>;
  private readonly earliest: number;
  private readonly latest: number;
  private readonly lowestSeq: number = Infinity;
  private readonly highestSeq: number = -Infinity;
  /** Whether there are removals that the file named `removalsNumber` does not hold. */
  dirty = false;

  constructor(
    readonly file: SegmentFile,
    readonly number: number,
    removed: Iterable<number> = [],
    public removalsNumber?: number,
  ) {
    this.removedOffsets = new Set(removed);
    const { seqs, times } = file.columns;
    this.earliest = times[0] ?? Infinity;
    this.latest = times.at(-1) ?? -Infinity;
    for (const seq of seqs) {
      if (seq < this.lowestSeq) this.lowestSeq = seq;
      if (seq > this.highestSeq) this.highestSeq = seq;
    }
  }

  get size(): SegmentSize {
    const { documents, removed } = this;
    return { documents, removed, bytes: this.file.sections.records.bytes };
  }

  get documents(): number {
    return this.file.documents;
  }

  get removed(): number {
    return this.removedOffsets.size;
  }

  find(seq: number): number {
    if (seq < this.lowestSeq || seq > this.highestSeq) return -1;
    const { seqs, bySeq } = this.file.columns;
    const ordered = (place: number) => (bySeq.length ? bySeq[place]! : place);
    let low = 0;
    let high = seqs.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (seqs[ordered(middle)]! < seq) low = middle + 1;
      else high = middle;
    }
    for (; low < seqs.length && seqs[ordered(low)] === seq; low++) {
      if (!this.removedOffsets.has(ordered(low))) return ordered(low);
    }
    return -1;
  }

  remove(offset: number): void {
    this.removedOffsets.add(offset);
    this.dirty = true;
  }

  terms(offset: number): DocumentTerms {
    return this.file.record(offset);
  }

  document(offset: number): IndexedDocument {
    const { seqs, times, sourceIds } = this.file.columns;
    const { numbers, levels, payload } = this.file.record(offset);
    return {
      seq: seqs[offset]!,
      time: times[offset]!,
      source: this.file.sources[sourceIds[offset]!]!,
      terms: { numbers, levels },
      payload,
    };
  }

  search(plan: QueryPlan, best: Best): void {
    searchSegment(this, plan, best);
  }

  /** The stretches of offsets whose documents have a time that is asked for, newest first. */
  spans({ stretches }: QueryPlan): Span[] {
    const spans: Span[] = [];
    for (const { after, before, atLeast } of stretches) {
      const first = this.firstFrom(after);
      const end = this.firstFrom(before);
      if (first < end) spans.push({ first, end, atLeast });
    }
    return spans;
  }

  private firstFrom(time: number): number {
    const { times } = this.file.columns;
    if (time <= this.earliest) return 0;
    if (time > this.latest) return times.length;
    let low = 0;
    let high = times.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (times[middle]! < time) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Tells whether the document at an offset may be returned as far as sources, removal and `skip` go. */
  mayReturn({ sources, skip }: QueryPlan): (offset: number) => boolean {
    const { seqs, sourceIds } = this.file.columns;
    const removed = this.removedOffsets;
    const allowed = sources && this.file.sources.map((source) => sources.has(source));
    return (offset) =>
      (!allowed || allowed[sourceIds[offset]!]!) && !removed.has(offset) && !skip?.(seqs[offset]!);
  }

  close(): void {
    this.file.close();
  }
}
