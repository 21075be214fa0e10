import { rm } from 'node:fs/promises';
import { removalsPath, segmentPath, writeManifest } from './manifest.js';
import type { Limits } from './disk-term-index.js';
import { chooseMerge } from './merge-choice.js';
import { merge } from './merge.js';
import type { Parts } from './parts.js';
import { writeRemovals } from './removals.js';
import { seal, type Moved } from './seal.js';
import { SegmentFile } from './segment-file.js';
import { Segment } from './segment.js';

/**
 * With more small segments than this what is due is done before closing: left to the next of many short sessions, none
 * would ever merge, and each query pays for each segment.
 */
const MOST_SMALL = 16;

/** Deletes what no manifest names; where a reader on another platform keeps it open, the next opening does. */
async function discard(path: string): Promise<void> {
  await rm(path, { force: true }).catch(() => undefined);
}

/** Makes tails durable, seals them to segments and merges these, while the index is in use. */
export class Upkeep {
  private underWay: Promise<void> | undefined;
  private sealing: Promise<void> | undefined;
  private failure: unknown;
  private stopping = false;

  /** @param fileNumber not used by any segment or file of removals yet */
  constructor(
    private readonly parts: Parts,
    private readonly limits: Pick<Limits, 'segmentDocuments'>,
    private fileNumber: number,
  ) {}

  /** In order: a log must be whole before there is a next one. */
  async flushLogs(): Promise<void> {
    for (const { log } of [...this.parts.tails]) await log.flush();
  }

  /** Begins what is due, unless it is under way. */
  start(): void {
    this.underWay ??= this.work().finally(() => (this.underWay = undefined));
  }

  /** Until the tail that is being sealed is a segment; at once where none is. */
  async sealed(): Promise<void> {
    await this.sealing?.catch(() => undefined);
  }

  /** Until all that was due when it began is done. */
  async done(): Promise<void> {
    await this.underWay;
  }

  /** Until the step under way is done; begins no other but what is overdue. */
  async stop(): Promise<void> {
    this.stopping = true;
    if (this.isOverdue) this.start();
    await this.underWay;
  }

  /** Throws what the work failed of, once; the next `start` tries again. */
  throwFailure(): void {
    const { failure } = this;
    this.failure = undefined;
    if (failure) throw failure;
  }

  private get isOverdue(): boolean {
    const { segmentDocuments } = this.limits;
    const small = this.parts.segments.filter(({ documents }) => documents * 2 <= segmentDocuments);
    return small.length > MOST_SMALL;
  }

  private async work(): Promise<void> {
    const { tails, segments } = this.parts;
    try {
      while (!this.stopping || this.isOverdue) {
        const sizes = segments.map((segment) => segment.size);
        const choice = chooseMerge(sizes, this.limits.segmentDocuments);
        if (tails.length > 1 && !tails[0]!.log.dirty) {
          this.sealing = this.sealOldest();
          await this.sealing.finally(() => (this.sealing = undefined));
        } else if (choice) await this.mergeSome(choice.first, choice.count);
        else return;
      }
    } catch (error) {
      this.failure = error;
    }
  }

  private async sealOldest(): Promise<void> {
    const { parts } = this;
    const { tail, log } = parts.tails[0]!;
    const number = this.fileNumber++;
    const moved = await seal(tail, segmentPath(parts.directory, number));
    parts.segments.push(...this.openMade(number, [{ removed: tail.removedOffsets, moved }]));
    parts.tails.shift();
    for (const seq of tail.seqs) parts.sealedNext = Math.max(parts.sealedNext, seq + 1);
    parts.arrange();
    await this.commit();
    await log.close();
    await discard(log.path);
  }

  private async mergeSome(first: number, count: number): Promise<void> {
    const { parts } = this;
    const inputs = parts.segments.slice(first, first + count);
    const number = this.fileNumber++;
    const moved = await merge(inputs, segmentPath(parts.directory, number));
    const merged = this.openMade(
      number,
      inputs.map(({ removedOffsets }, i) => ({ removed: removedOffsets, moved: moved[i]! })),
    );
    parts.segments.splice(first, count, ...merged);
    parts.arrange();
    for (const input of inputs) input.close();
    await this.commit();
    for (const { file, removalsNumber } of inputs) {
      await discard(file.path);
      if (removalsNumber !== undefined) await this.rmRemovals(removalsNumber);
    }
  }

  /** Opens a segment just made, and removes from it what was removed while it was made; none where it is empty. */
  private openMade(number: number, from: Array<{ removed: Set<number>; moved: Moved }>): Segment[] {
    const segment = new Segment(new SegmentFile(segmentPath(this.parts.directory, number)), number);
    for (const { removed, moved } of from) {
      for (const offset of removed) if (moved[offset] !== -1) segment.remove(moved[offset]!);
    }
    if (segment.documents > 0) return [segment];
    segment.close();
    void discard(segment.file.path);
    return [];
  }

  /**
   * Makes the present segments, with their removals, what the next opening finds. The logs are
   * flushed first: a removal must not last when what was added before it does not. Removals that
   * are in a log still are replayed then to no effect.
   */
  private async commit(): Promise<void> {
    const { directory, segments, tails } = this.parts;
    const changed = segments
      .filter((segment) => segment.dirty)
      .map((segment) => ({ segment, removed: new Set(segment.removedOffsets) }));
    for (const { segment } of changed) segment.dirty = false;
    const outdated: number[] = [];
    try {
      await this.flushLogs();
      for (const { segment, removed } of changed) {
        const number = this.fileNumber++;
        await writeRemovals(removalsPath(directory, number), removed);
        if (segment.removalsNumber !== undefined) outdated.push(segment.removalsNumber);
        segment.removalsNumber = number;
      }
      await tails[0]!.log.create();
      await writeManifest(directory, {
        next: this.parts.sealedNext,
        firstLog: tails[0]!.number,
        segments: segments.map(({ number, removalsNumber }) =>
          removalsNumber === undefined ? { number } : { number, removals: removalsNumber },
        ),
      });
    } catch (error) {
      for (const { segment } of changed) segment.dirty = true;
      throw error;
    }
    for (const number of outdated) await this.rmRemovals(number);
  }

  private async rmRemovals(number: number): Promise<void> {
    await discard(removalsPath(this.parts.directory, number));
  }
}
