import { existsSync } from 'node:fs';
import { IndexDamaged } from './damage.js';
import { cutLog, Log, replayLog } from './log.js';
import { logPath, removalsPath, segmentPath, type Manifest } from './manifest.js';
import { NumberTable } from './number-table.js';
import type { Part } from './part.js';
import { readRemovals } from './removals.js';
import { SegmentFile } from './segment-file.js';
import { Segment } from './segment.js';
import { Tail } from './tail.js';
import type { IndexedDocument } from './term-index.js';

/** Instead of the number of the first log: there is none, as nothing was ever written. */
export const NO_LOG = 0;

/** Bytes of postings that may be kept in memory, those of the newest segments, which are asked most. */
const MOST_HELD = 192 << 20;

/** A tail with the log that makes it durable. */
export interface LoggedTail {
  tail: Tail;
  log: Log;
  number: number;
}

/** What an open index consists of: the segments that the manifest names, and the tails that the logs tell of. */
export class Parts {
  /** Oldest first. */
  readonly segments: Segment[] = [];
  /** Oldest first; the last one takes what is added. */
  readonly tails: LoggedTail[] = [];
  /** All of these, newest first. */
  all: Part[] = [];
  /** How many documents hold each term, removed ones not counted: asked for each term of each article. */
  private readonly frequencies: NumberTable;
  /** Documents held, removed ones not counted. */
  size: number;
  /** The seq after the highest ever held. */
  next: number;
  /** The same of what is in segments. */
  sealedNext: number;

  /** @throws IndexDamaged */
  constructor(
    readonly directory: string,
    manifest: Manifest,
  ) {
    this.next = manifest.next;
    this.sealedNext = manifest.next;
    this.size = 0;
    try {
      for (const { number, removals } of manifest.segments) {
        const file = new SegmentFile(segmentPath(directory, number));
        const removed =
          removals === undefined ? [] : readRemovals(removalsPath(directory, removals));
        const segment = new Segment(file, number, removed, removals);
        this.segments.push(segment);
        this.size += segment.documents - segment.removed;
      }
      this.frequencies = this.sealedFrequencies();
      this.replay(manifest.firstLog);
    } catch (error) {
      this.close();
      throw error;
    }
  }

  /** A log is whole where there is a next one; what a writer adds while this reads is left for another time. */
  private replay(firstLog: number): void {
    this.startTail(firstLog);
    if (firstLog === NO_LOG) return;
    if (!existsSync(this.active.log.path)) {
      throw new IndexDamaged(this.active.log.path, 'it is missing');
    }
    for (;;) {
      const { log, number } = this.active;
      const last = !existsSync(logPath(this.directory, number + 1));
      const length = replayLog(log.path, last, {
        add: (document) => this.hold(document),
        remove: (seq) => this.drop(seq),
      });
      this.active.log = new Log(log.path, length);
      if (last) return;
      this.startTail(number + 1);
    }
  }

  get active(): LoggedTail {
    return this.tails.at(-1)!;
  }

  startTail(number: number): void {
    const log = new Log(logPath(this.directory, number));
    this.tails.push({ tail: new Tail(), log, number });
    this.arrange();
  }

  /** To be called when `segments` or `tails` changed. */
  arrange(): void {
    this.all = [...this.segments, ...this.tails.map(({ tail }) => tail)].reverse();
    let bytes = 0;
    for (const { file } of [...this.segments].reverse()) {
      bytes += file.sections.postings.bytes;
      file.holding = bytes <= MOST_HELD;
    }
  }

  frequency(term: number): number {
    return this.frequencies.get(term);
  }

  private sealedFrequencies(): NumberTable {
    const most = Math.max(0, ...this.segments.map(({ file }) => file.termCount));
    const frequencies = new NumberTable(most);
    for (const { file, removedOffsets } of this.segments) {
      const { dictionary } = file;
      for (let id = 0; id < dictionary.length; id++)
        frequencies.add(dictionary.number(id), file.postings(id));
      for (const offset of removedOffsets)
        for (const number of file.record(offset).numbers) frequencies.add(number, -1);
    }
    return frequencies;
  }

  /** Takes a document into the newest tail, in place of one with its seq. */
  hold(document: IndexedDocument): void {
    if (document.seq < this.next) this.drop(document.seq);
    this.active.tail.add(document);
    this.size += 1;
    for (const number of document.terms.numbers) this.frequencies.add(number, 1);
    this.next = Math.max(this.next, document.seq + 1);
  }

  /** Whether there was such a document. */
  drop(seq: number): boolean {
    const place = this.find(seq);
    if (!place) return false;
    place.part.remove(place.offset);
    this.size -= 1;
    for (const number of place.part.terms(place.offset).numbers) this.frequencies.add(number, -1);
    return true;
  }

  find(seq: number): { part: Part; offset: number } | undefined {
    for (const part of this.all) {
      const offset = part.find(seq);
      if (offset !== -1) return { part, offset };
    }
    return undefined;
  }

  /** Cuts the torn end of the newest log off. */
  cutTornEnd(): void {
    cutLog(this.active.log.path, this.active.log.length);
  }

  close(): void {
    for (const segment of this.segments) segment.close();
    this.segments.length = 0;
    this.arrange();
  }
}
