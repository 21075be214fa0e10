import type { SegmentFile } from './segment-file.js';
import { POSTING_BYTES } from './segment-format.js';

/** The postings of one term of one segment, in memory that is used again for the next. */
export class Postings {
  offsets = new Uint16Array(0);
  /** Levels begin at this element of `bytes`. */
  levelsAt = 0;
  bytes = new Uint8Array(0);
  count = 0;

  load(file: SegmentFile, id: number): void {
    this.count = file.postings(id);
    this.levelsAt = this.count * 2;
    const wanted = this.count * POSTING_BYTES;
    if (wanted > this.bytes.length) {
      const memory = new ArrayBuffer(2 ** Math.ceil(Math.log2(Math.max(wanted, 1024))));
      this.bytes = new Uint8Array(memory);
      this.offsets = new Uint16Array(memory);
    }
    file.readPostings(id, this.bytes);
  }

  /** Place of the first posting whose offset is at least `offset`. */
  from(offset: number): number {
    const { offsets } = this;
    let low = 0;
    let high = this.count;
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
    return at < this.count && this.offsets[at] === offset ? this.bytes[this.levelsAt + at]! : 0;
  }
}
