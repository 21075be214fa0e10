import { Best } from './best.js';
import type { Manifest } from './manifest.js';
import { Parts } from './parts.js';
import { planQuery } from './plan.js';
import { MOST_DOCUMENTS } from './segment-format.js';
import { sums } from './summing.js';
import type { IndexedDocument, TermHit, TermIndex, TermQuery } from './term-index.js';
import { Upkeep } from './upkeep.js';
import type { WriterLock } from './writer-lock.js';

export interface Limits {
  /** A tail of so many documents (at most MOST_DOCUMENTS) is sealed: a query looks at all of it, whatever its time. */
  tailDocuments: number;
  /** The same in bytes of memory, for documents with large payloads. */
  tailBytes: number;
  /** No segment has more; at most MOST_DOCUMENTS. */
  segmentDocuments: number;
}

export const LIMITS: Limits = {
  tailDocuments: 2048,
  tailBytes: 64 << 20,
  segmentDocuments: MOST_DOCUMENTS,
};

/** With more tails than this `flush` waits for one to be sealed, unless a merge is under way. */
const TAILS_AT_EASE = 2;
/** Tails that wait to be sealed, as behind a long merge; with more, `flush` waits as well. */
const MOST_WAITING = 12;

/** See `openTermIndex`. */
export class DiskTermIndex implements TermIndex {
  private readonly parts: Parts;
  /** What a writer has and a reader has not. */
  private readonly writing: { lock: WriterLock; upkeep: Upkeep } | undefined;
  private readonly limits: Limits;
  private queue: Promise<void> = Promise.resolve();

  /** @throws IndexDamaged */
  constructor(
    private readonly directory: string,
    manifest: Manifest,
    limits: Limits,
    writer?: { lock: WriterLock; fileNumber: number },
  ) {
    this.limits = limits;
    this.parts = new Parts(directory, manifest);
    if (!writer) return;
    this.parts.cutTornEnd();
    const upkeep = new Upkeep(this.parts, limits, writer.fileNumber);
    this.writing = { lock: writer.lock, upkeep };
  }

  get size(): number {
    return this.parts.size;
  }

  get next(): number {
    return this.parts.next;
  }

  add(document: IndexedDocument): void {
    this.toWrite();
    const { seq, time } = document;
    if (!Number.isSafeInteger(seq) || seq < 0) throw new RangeError(`No seq of a store: ${seq}`);
    const { tail, number } = this.parts.active;
    const { tailDocuments, tailBytes } = this.limits;
    if (tail.documents >= tailDocuments || tail.bytes >= tailBytes) {
      this.parts.startTail(number + 1);
    }
    const held = Number.isFinite(time) ? document : { ...document, time: 0 };
    this.parts.hold(held);
    this.parts.active.log.add(held);
  }

  remove(seq: number): void {
    this.toWrite();
    if (this.parts.drop(seq)) this.parts.active.log.remove(seq);
  }

  query(query: TermQuery): TermHit[] {
    const plan = planQuery(query);
    const top = Math.min(Math.floor(query.top), this.size);
    if (plan.terms.length === 0 || !(top >= 1)) return [];
    const best = new Best(top, plan.atLeast);
    try {
      for (const part of this.parts.all) part.search(plan, best);
    } catch (error) {
      sums.fill(0);
      throw error;
    }
    return best.ranked().map((hit) => ({ ...hit, score: hit.score / plan.scale }));
  }

  frequency(term: number): number {
    return this.parts.frequency(term);
  }

  document(seq: number): IndexedDocument | undefined {
    const place = this.parts.find(seq);
    return place?.part.document(place.offset);
  }

  async flush(): Promise<void> {
    const upkeep = this.toWrite();
    const flushed = this.queue.then(async () => {
      await upkeep.flushLogs();
      upkeep.start();
      if (this.parts.tails.length > TAILS_AT_EASE) await upkeep.sealed();
      if (this.parts.tails.length > MOST_WAITING) await upkeep.done();
      upkeep.throwFailure();
    });
    this.queue = flushed.catch(() => undefined);
    return flushed;
  }

  async close(): Promise<void> {
    try {
      if (this.writing) await this.flush();
    } finally {
      await this.writing?.upkeep.stop();
      for (const { log } of this.parts.tails) await log.close();
      this.parts.close();
      this.writing?.lock.release();
    }
  }

  private toWrite(): Upkeep {
    if (!this.writing) throw new Error(`Term index ${this.directory} was opened readonly`);
    return this.writing.upkeep;
  }
}
