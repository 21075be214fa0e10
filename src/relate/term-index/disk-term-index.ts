import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { Best } from './best.js';
import { IndexDamaged } from './damage.js';
import { cutLog, Log, replayLog } from './log.js';
import { logPath, removalsPath, segmentPath, writeManifest, type Manifest } from './manifest.js';
import { chooseMerge } from './merge-choice.js';
import { merge } from './merge.js';
import { PART_LIMIT, type Part } from './part.js';
import { planQuery } from './plan.js';
import { readRemovals, writeRemovals } from './removals.js';
import { seal, type Moved } from './seal.js';
import { SegmentFile } from './segment-file.js';
import { Segment } from './segment.js';
import { Tail } from './tail.js';
import type { IndexedDocument, TermHit, TermIndex, TermQuery } from './term-index.js';
import { hashOf } from './terms.js';
import type { WriterLock } from './writer-lock.js';

export interface Limits {
  /** A tail of so many documents is sealed: replaying its log takes a fraction of a second. */
  tailDocuments: number;
  /** The same in bytes of memory, for documents with large payloads. */
  tailBytes: number;
  /** No segment has more. */
  segmentDocuments: number;
}

export const LIMITS: Limits = {
  tailDocuments: 8192,
  tailBytes: 64 << 20,
  segmentDocuments: PART_LIMIT,
};

/** Tails that wait to be sealed; with more, `flush` waits as well. */
const MOST_WAITING = 3;

/** Instead of the number of the first log: there is none, as nothing was ever written. */
export const NO_LOG = 0;

/** A tail with the log that makes it durable. */
interface LoggedTail {
  tail: Tail;
  log: Log;
  number: number;
}

/** See `openTermIndex`. */
export class DiskTermIndex implements TermIndex {
  next: number;
  /** `next` as far as segments hold documents. */
  private sealedNext: number;
  /** Oldest first; the last one takes what is added. */
  private tails: LoggedTail[] = [];
  /** Oldest first. */
  private segments: Segment[] = [];
  /** All of these, newest first. */
  private parts: Part[] = [];
  private queue: Promise<void> = Promise.resolve();
  private upkeep: Promise<void> | undefined;
  private upkeepFailure: unknown;
  private closing = false;

  private readonly limits: Limits;
  private readonly lock: WriterLock | undefined;
  private readonly readonly: boolean;
  /** Not used by any segment or file of removals yet. */
  private fileNumber: number;

  /** Readonly where there is no lock. */
  constructor(
    private readonly directory: string,
    manifest: Manifest,
    how: { limits: Limits; fileNumber?: number; lock?: WriterLock },
  ) {
    this.limits = how.limits;
    this.lock = how.lock;
    this.readonly = !how.lock;
    this.fileNumber = how.fileNumber ?? 0;
    this.next = manifest.next;
    this.sealedNext = manifest.next;
    try {
      for (const { number, removals } of manifest.segments) {
        const file = new SegmentFile(segmentPath(directory, number));
        const removed =
          removals === undefined ? [] : readRemovals(removalsPath(directory, removals));
        this.segments.push(new Segment(file, number, removed, removals));
      }
      this.replay(manifest.firstLog);
    } catch (error) {
      this.closeFiles();
      throw error;
    }
  }

  private replay(firstLog: number): void {
    if (firstLog === NO_LOG) return this.startTail(firstLog);
    if (!existsSync(logPath(this.directory, firstLog))) {
      throw new IndexDamaged(logPath(this.directory, firstLog), 'it is missing');
    }
    for (let number = firstLog; existsSync(logPath(this.directory, number)); number++) {
      const path = logPath(this.directory, number);
      const last = !existsSync(logPath(this.directory, number + 1));
      this.startTail(number);
      const length = replayLog(path, last, {
        add: (document) => this.hold(document),
        remove: (seq) => this.drop(seq),
      });
      this.active.log = new Log(path, length);
      if (last && !this.readonly) cutLog(path, length);
    }
  }

  private startTail(number: number): void {
    const log = new Log(logPath(this.directory, number));
    this.tails.push({ tail: new Tail(), log, number });
    this.arrange();
  }

  private arrange(): void {
    this.parts = [...this.segments, ...this.tails.map(({ tail }) => tail)].reverse();
  }

  private get active(): LoggedTail {
    return this.tails.at(-1)!;
  }

  get size(): number {
    return this.parts.reduce((sum, part) => sum + part.documents - part.removed, 0);
  }

  add(document: IndexedDocument): void {
    this.writable();
    const { seq, time } = document;
    if (!Number.isSafeInteger(seq) || seq < 0) throw new RangeError(`No seq of a store: ${seq}`);
    if (seq < this.next) this.remove(seq);
    const { tail, number } = this.active;
    if (tail.documents >= this.limits.tailDocuments || tail.bytes >= this.limits.tailBytes) {
      this.startTail(number + 1);
    }
    const held = Number.isFinite(time) ? document : { ...document, time: 0 };
    this.hold(held);
    this.active.log.add(held);
  }

  private hold(document: IndexedDocument): void {
    this.active.tail.add(document);
    this.next = Math.max(this.next, document.seq + 1);
  }

  remove(seq: number): void {
    this.writable();
    if (this.drop(seq)) this.active.log.remove(seq);
  }

  private drop(seq: number): boolean {
    for (const part of this.parts) {
      const offset = part.find(seq);
      if (offset === -1) continue;
      part.remove(offset);
      return true;
    }
    return false;
  }

  query(query: TermQuery): TermHit[] {
    const plan = planQuery(query);
    const top = Math.min(Math.floor(query.top), this.size);
    if (plan.terms.length === 0 || !(top >= 1)) return [];
    const best = new Best(top);
    for (const part of this.parts) part.search(plan, best);
    return best.ranked().map(({ seq, score }) => ({ seq, score: score / plan.scale }));
  }

  frequency(term: string): number {
    const hash = hashOf(term);
    return this.parts.reduce((sum, part) => sum + part.frequency(term, hash), 0);
  }

  document(seq: number): IndexedDocument | undefined {
    for (const part of this.parts) {
      const offset = part.find(seq);
      if (offset !== -1) return part.document(offset);
    }
    return undefined;
  }

  async flush(): Promise<void> {
    this.writable();
    const flushed = this.queue.then(() => this.flushNow());
    this.queue = flushed.catch(() => undefined);
    return flushed;
  }

  private async flushNow(): Promise<void> {
    await this.flushLogs();
    this.upkeep ??= this.keepUp().finally(() => (this.upkeep = undefined));
    if (this.tails.length > MOST_WAITING) await this.upkeep;
    const failure = this.upkeepFailure;
    this.upkeepFailure = undefined;
    if (failure) throw failure;
  }

  /** Seals and merges what is due, one after the other. A failure is told by the next `flush`, which tries again. */
  private async keepUp(): Promise<void> {
    try {
      while (!this.closing) {
        const choice = chooseMerge(
          this.segments.map((segment) => segment.size),
          this.limits.segmentDocuments,
        );
        if (this.tails.length > 1 && !this.tails[0]!.log.dirty) await this.sealOldest();
        else if (choice) await this.mergeSome(choice.first, choice.count);
        else return;
      }
    } catch (error) {
      this.upkeepFailure = error;
    }
  }

  private async sealOldest(): Promise<void> {
    const { tail, log } = this.tails[0]!;
    const number = this.fileNumber++;
    const moved = await seal(tail, segmentPath(this.directory, number));
    const sealed = this.openMade(number, [{ removed: tail.removedOffsets, moved }]);
    this.segments.push(...sealed);
    this.tails.shift();
    for (const seq of tail.seqs) this.sealedNext = Math.max(this.sealedNext, seq + 1);
    this.arrange();
    await this.commit();
    await log.close();
    await rm(log.path, { force: true });
  }

  private async mergeSome(first: number, count: number): Promise<void> {
    const inputs = this.segments.slice(first, first + count);
    const number = this.fileNumber++;
    const moved = await merge(inputs, segmentPath(this.directory, number));
    const merged = this.openMade(
      number,
      inputs.map(({ removedOffsets }, i) => ({ removed: removedOffsets, moved: moved[i]! })),
    );
    this.segments.splice(this.segments.indexOf(inputs[0]!), count, ...merged);
    this.arrange();
    await this.commit();
    for (const input of inputs) {
      input.close();
      await rm(input.file.path, { force: true });
      if (input.removalsNumber !== undefined) await this.rmRemovals(input.removalsNumber);
    }
  }

  /** Opens a segment just made, and removes from it what was removed while it was made; none where it is empty. */
  private openMade(number: number, from: Array<{ removed: Set<number>; moved: Moved }>): Segment[] {
    const segment = new Segment(new SegmentFile(segmentPath(this.directory, number)), number);
    for (const { removed, moved } of from) {
      for (const offset of removed) if (moved[offset] !== -1) segment.remove(moved[offset]!);
    }
    if (segment.documents > 0) return [segment];
    segment.close();
    return [];
  }

  /**
   * Makes the present segments, with their removals, what the next opening finds. The logs are
   * flushed first: a removal must not last when what was added in its place does not. Removals that
   * are in a log still are replayed then to no effect.
   */
  private async commit(): Promise<void> {
    const changed = this.segments
      .filter((segment) => segment.dirty)
      .map((segment) => ({ segment, removed: new Set(segment.removedOffsets) }));
    for (const { segment } of changed) segment.dirty = false;
    const outdated: number[] = [];
    try {
      await this.flushLogs();
      for (const { segment, removed } of changed) {
        const number = this.fileNumber++;
        await writeRemovals(removalsPath(this.directory, number), removed);
        if (segment.removalsNumber !== undefined) outdated.push(segment.removalsNumber);
        segment.removalsNumber = number;
      }
      await this.tails[0]!.log.create();
      await writeManifest(this.directory, this.manifest());
    } catch (error) {
      for (const { segment } of changed) segment.dirty = true;
      throw error;
    }
    for (const number of outdated) await this.rmRemovals(number);
  }

  private manifest(): Manifest {
    return {
      next: this.sealedNext,
      firstLog: this.tails[0]!.number,
      segments: this.segments.map(({ number, removalsNumber }) =>
        removalsNumber === undefined ? { number } : { number, removals: removalsNumber },
      ),
    };
  }

  /** In order: a log must be whole before there is a next one. */
  private async flushLogs(): Promise<void> {
    for (const { log } of [...this.tails]) await log.flush();
  }

  private async rmRemovals(number: number): Promise<void> {
    await rm(removalsPath(this.directory, number), { force: true });
  }

  async close(): Promise<void> {
    try {
      if (!this.readonly) await this.flush();
    } finally {
      this.closing = true;
      await this.upkeep;
      for (const { log } of this.tails) await log.close();
      this.closeFiles();
      this.lock?.release();
    }
  }

  private closeFiles(): void {
    for (const segment of this.segments) segment.close();
    this.segments = [];
    this.arrange();
  }

  private writable(): void {
    if (this.readonly) throw new Error(`Term index ${this.directory} was opened readonly`);
  }
}
