import type { Columns } from './segment-format.js';

/** Terms that share a bucket, on average: few, as each is looked at. */
const TERMS_PER_BUCKET = 4;

/** Of each term its number, where its postings begin, and the highest level of any document. */
const FIELDS = 3;

/**
 * Finds terms by number: they lie in rising order, and a table tells where each range of numbers begins. What a
 * query asks of a term lies together, since each look at another place misses the processor's cache.
 */
export class Dictionary {
  private readonly shift: number;
  private readonly buckets: Uint32Array;
  private readonly entries: Uint32Array;
  /** Terms. */
  readonly length: number;

  /** @param columns as they lie in a segment file */
  constructor({
    numbers,
    postingStarts,
    highest,
  }: Pick<Columns, 'numbers' | 'postingStarts' | 'highest'>) {
    const { length } = numbers;
    this.length = length;
    const bits = Math.max(1, Math.ceil(Math.log2(length / TERMS_PER_BUCKET + 1)));
    this.shift = 32 - bits;
    this.buckets = new Uint32Array(2 ** bits + 1).fill(length);
    this.entries = new Uint32Array(FIELDS * (length + 1));
    this.entries[FIELDS * length + 1] = postingStarts[length]!;
    for (let id = length - 1; id >= 0; id--) {
      this.buckets[numbers[id]! >>> this.shift] = id;
      this.entries[FIELDS * id] = numbers[id]!;
      this.entries[FIELDS * id + 1] = postingStarts[id]!;
      this.entries[FIELDS * id + 2] = highest[id]!;
    }
    for (let at = this.buckets.length - 2; at >= 0; at--) {
      this.buckets[at] = Math.min(this.buckets[at]!, this.buckets[at + 1]!);
    }
  }

  /** The term's id, which is its place in the dictionary, or -1. */
  find(number: number): number {
    const { entries } = this;
    const bucket = number >>> this.shift;
    const end = this.buckets[bucket + 1]!;
    for (let id = this.buckets[bucket]!; id < end; id++) {
      if (entries[FIELDS * id] === number) return id;
    }
    return -1;
  }

  /** @param id of a term */
  number(id: number): number {
    return this.entries[FIELDS * id]!;
  }

  /** Where its postings begin, in bytes of the section; those of the last one stop where one more would begin. */
  start(id: number): number {
    return this.entries[FIELDS * id + 1]!;
  }

  /** The highest level of any document. */
  highest(id: number): number {
    return this.entries[FIELDS * id + 2]!;
  }
}
