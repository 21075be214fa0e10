import type { Columns } from './segment-format.js';

/** Terms that share a bucket, on average: few, as each is looked at. */
const TERMS_PER_BUCKET = 4;

/** Finds terms by hash: the terms are in hash order, and a table tells where each range of hashes begins. */
export class Dictionary {
  private readonly shift: number;
  private readonly buckets: Uint32Array;

  constructor(private readonly columns: Columns) {
    const { hashes } = columns;
    const bits = Math.max(1, Math.ceil(Math.log2(hashes.length / TERMS_PER_BUCKET + 1)));
    this.shift = 32 - bits;
    this.buckets = new Uint32Array(2 ** bits + 1).fill(hashes.length);
    for (let id = hashes.length - 1; id >= 0; id--) this.buckets[hashes[id]! >>> this.shift] = id;
    for (let at = this.buckets.length - 2; at >= 0; at--) {
      this.buckets[at] = Math.min(this.buckets[at]!, this.buckets[at + 1]!);
    }
  }

  /** The term's id, or -1. */
  find(term: string, hash: number): number {
    const { hashes } = this.columns;
    const bucket = hash >>> this.shift;
    const end = this.buckets[bucket + 1]!;
    for (let id = this.buckets[bucket]!; id < end; id++) {
      if (hashes[id] === hash && this.is(id, term)) return id;
    }
    return -1;
  }

  private is(id: number, term: string): boolean {
    const { textStarts, texts } = this.columns;
    const start = textStarts[id]!;
    if (textStarts[id + 1]! - start !== term.length) return false;
    for (let i = 0; i < term.length; i++) {
      if (texts[start + i] !== term.charCodeAt(i)) return false;
    }
    return true;
  }

  term(id: number): string {
    const { textStarts, texts } = this.columns;
    const start = textStarts[id]!;
    return Buffer.from(
      texts.buffer,
      texts.byteOffset + start * 2,
      (textStarts[id + 1]! - start) * 2,
    ).toString('utf16le');
  }
}
