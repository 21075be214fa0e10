import type { Best } from './best.js';
import type { SegmentSize } from './merge-choice.js';
import { strongestFirst, type Part } from './part.js';
import type { QueryPlan } from './plan.js';
import type { SegmentFile } from './segment-file.js';
import { searchSegment } from './segment-search.js';
import type { IndexedDocument } from './term-index.js';
import { WEIGHT_OF_LEVEL } from './weights.js';

/** Documents that share one pair of earliest and latest time. */
const BLOCK = 1024;

/** A segment on disk with what was removed from it since. */
export class Segment implements Part {
  readonly removedOffsets = new Set<number>();
  /** Whether there are removals that the file named `removalsNumber` does not hold. */
  dirty = false;
  private readonly blocks: { earliest: Float64Array; latest: Float64Array };
  private readonly bySeq: Uint32Array | undefined;
  /** Of each term: removed documents that held it. */
  private removedFrequencies: Uint32Array | undefined;

  constructor(
    readonly file: SegmentFile,
    readonly number: number,
    removed: Iterable<number> = [],
    public removalsNumber?: number,
  ) {
    this.blocks = blockTimes(file.columns.times);
    this.bySeq = orderBySeq(file.columns.seqs);
    for (const offset of removed) this.remove(offset);
    this.dirty = false;
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
    const { seqs } = this.file.columns;
    let low = 0;
    let high = seqs.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (seqs[this.ordered(middle)]! < seq) low = middle + 1;
      else high = middle;
    }
    for (; low < seqs.length && seqs[this.ordered(low)] === seq; low++) {
      if (!this.removedOffsets.has(this.ordered(low))) return this.ordered(low);
    }
    return -1;
  }

  private ordered(place: number): number {
    return this.bySeq ? this.bySeq[place]! : place;
  }

  remove(offset: number): void {
    this.removedOffsets.add(offset);
    this.dirty = true;
    this.removedFrequencies ??= new Uint32Array(this.file.termCount);
    for (const id of this.file.record(offset).ids) this.removedFrequencies[id]!++;
  }

  /** Documents not removed that hold the term. */
  frequency(term: string, hash: number): number {
    const id = this.file.dictionary.find(term, hash);
    if (id === -1) return 0;
    return this.file.postings(id) - (this.removedFrequencies?.[id] ?? 0);
  }

  document(offset: number): IndexedDocument {
    const { seqs, times, sourceIds } = this.file.columns;
    const { dictionary, sources } = this.file;
    const { ids, levels, payload } = this.file.record(offset);
    let terms: IndexedDocument['terms'] | undefined;
    return {
      seq: seqs[offset]!,
      time: times[offset]!,
      source: sources[sourceIds[offset]!]!,
      get terms() {
        return (terms ??= strongestFirst(
          Array.from(ids, (id, i) => ({
            term: dictionary.term(id),
            weight: WEIGHT_OF_LEVEL[levels[i]!]!,
          })),
        ));
      },
      payload: new Uint8Array(payload),
    };
  }

  search(plan: QueryPlan, best: Best): void {
    searchSegment(this, plan, best);
  }

  /** The stretch of offsets outside which no document has a time from `after` to before `before`. */
  span(after: number, before: number): { first: number; end: number } {
    const { earliest, latest } = this.blocks;
    let first = 0;
    let end = earliest.length;
    while (first < end && !(latest[first]! >= after && earliest[first]! < before)) first++;
    while (end > first && !(latest[end - 1]! >= after && earliest[end - 1]! < before)) end--;
    return { first: first * BLOCK, end: Math.min(end * BLOCK, this.documents) };
  }

  /** Tells whether the document at an offset has a time and a source as asked for; undefined where all have. */
  filter({ after, before, sources }: QueryPlan): ((offset: number) => boolean) | undefined {
    const { times, sourceIds } = this.file.columns;
    if (!sources && after === -Infinity && before === Infinity) return undefined;
    const allowed = this.file.sources.map((source) => !sources || sources.has(source));
    return (offset) => {
      const time = times[offset]!;
      return time >= after && time < before && allowed[sourceIds[offset]!]!;
    };
  }

  /** Tells whether the document at an offset may be returned as far as removal and `skip` go. */
  mayReturn({ skip }: QueryPlan): (offset: number) => boolean {
    const { seqs } = this.file.columns;
    const removed = this.removedOffsets;
    return (offset) => !removed.has(offset) && !skip?.(seqs[offset]!);
  }

  close(): void {
    this.file.close();
  }
}

function blockTimes(times: Float64Array) {
  const blocks = Math.ceil(times.length / BLOCK);
  const earliest = new Float64Array(blocks).fill(Infinity);
  const latest = new Float64Array(blocks).fill(-Infinity);
  for (let offset = 0; offset < times.length; offset++) {
    const block = Math.floor(offset / BLOCK);
    earliest[block] = Math.min(earliest[block]!, times[offset]!);
    latest[block] = Math.max(latest[block]!, times[offset]!);
  }
  return { earliest, latest };
}

/** Offsets in the order of their seqs; undefined where they lie so, as nearly always. */
function orderBySeq(seqs: Float64Array): Uint32Array | undefined {
  let rising = true;
  for (let i = 1; i < seqs.length && rising; i++) rising = seqs[i]! > seqs[i - 1]!;
  if (rising) return undefined;
  return Uint32Array.from(seqs, (_, offset) => offset).sort((a, b) => seqs[a]! - seqs[b]!);
}
