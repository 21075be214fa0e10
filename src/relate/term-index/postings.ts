import type { SegmentFile } from './segment-file.js';

/** A posting in 32 bits while segments are made: offset (up to 2^24) and level. Orders by offset. */
export function pack(offset: number, level: number): number {
  return ((offset << 8) | level) >>> 0;
}

/** Bytes of a segment's postings as they are looked at: the same memory in units of two and of one. */
export class PostingBytes {
  readonly units: Uint16Array<ArrayBuffer>;
  readonly bytes: Uint8Array<ArrayBuffer>;

  constructor(buffer: ArrayBuffer) {
    this.units = new Uint16Array(buffer);
    this.bytes = new Uint8Array(buffer);
  }
}

/** What the search under way read from disk: one memory for all, as searches come one after the other. */
let arena = new PostingBytes(new ArrayBuffer(1 << 20));
let arenaUsed = 0;

/** Before a segment is searched: what was read for the one before is no longer needed. */
export function forgetReadPostings(): void {
  arenaUsed = 0;
}

/** @returns where in the arena there is room for so many bytes, an even place */
function arenaRoom(bytes: number): number {
  if (arenaUsed + bytes > arena.bytes.length) {
    // Postings read before keep the old one until the search is over.
    arena = new PostingBytes(new ArrayBuffer(2 * Math.max(arena.bytes.length, bytes)));
    arenaUsed = 0;
  }
  arenaUsed += bytes;
  return arenaUsed - bytes;
}

/**
 * The postings of one term of one segment. The i-th posting's offset is `offsets[offsetsAt + i]`, its level
 * `bytes[levelsAt + i]`.
 */
export class Postings {
  readonly offsets: Uint16Array;
  readonly bytes: Uint8Array;
  readonly offsetsAt: number;
  readonly levelsAt: number;
  readonly count: number;

  constructor(file: SegmentFile, id: number) {
    const { held } = file;
    const start = held ? file.dictionary.start(id) : arenaRoom(file.blockBytes(id));
    const { units, bytes } = held ?? arena;
    if (!held) file.readPostings(id, bytes.subarray(start, start + file.blockBytes(id)));
    this.count = file.postings(id);
    this.offsets = units;
    this.bytes = bytes;
    this.offsetsAt = start >> 1;
    this.levelsAt = start + this.count * 2;
  }

  /** Place of the first posting whose offset is at least `offset`. */
  from(offset: number): number {
    const { offsets, offsetsAt } = this;
    let low = 0;
    let high = this.count;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (offsets[offsetsAt + middle]! < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Level of the document's weight, 0 where it does not hold the term. */
  level(offset: number): number {
    const at = this.from(offset);
    return at < this.count && this.offsets[this.offsetsAt + at] === offset
      ? this.bytes[this.levelsAt + at]!
      : 0;
  }
}
