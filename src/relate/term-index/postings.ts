import type { SegmentFile } from './segment-file.js';

/**
 * The postings of one term of one segment, in memory that is used again for the next. Looked at one
 * chunk of 65,536 documents after the other; offsets are those in the chunk.
 */
export class Postings {
  offsets = new Uint16Array(0);
  bytes = new Uint8Array(0);
  /** Levels begin at this element of `bytes`. */
  levelsAt = 0;
  /** The chunk's postings are those from `begin` to before `stop`. */
  begin = 0;
  stop = 0;
  private count = 0;
  private wide = false;

  load(file: SegmentFile, id: number): void {
    this.count = file.postings(id);
    this.wide = file.wide;
    this.levelsAt = this.count * 2;
    const wanted = this.count * file.postingBytes;
    if (wanted > this.bytes.length) {
      const memory = new ArrayBuffer(2 ** Math.ceil(Math.log2(Math.max(wanted, 1024))));
      this.bytes = new Uint8Array(memory);
      this.offsets = new Uint16Array(memory);
    }
    file.readPostings(id, this.bytes);
  }

  select(chunk: number): void {
    this.begin = this.wide ? this.startOf(chunk) : 0;
    this.stop = this.wide ? this.startOf(chunk + 1) : this.count;
  }

  private startOf(chunk: number): number {
    const { bytes, count } = this;
    const chunksAt = this.levelsAt + count;
    let low = 0;
    let high = count;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (bytes[chunksAt + middle]! < chunk) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Place of the chunk's first posting whose offset is at least `offset`. */
  from(offset: number): number {
    const { offsets } = this;
    let low = this.begin;
    let high = this.stop;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (offsets[middle]! < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Level of the document's weight, 0 where it does not hold the term. */
  level(offset: number): number {
    const at = this.from(offset);
    return at < this.stop && this.offsets[at] === offset ? this.bytes[this.levelsAt + at]! : 0;
  }
}
