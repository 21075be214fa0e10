/** Terms that share a bucket, on average: few, as each is looked at. */
const TERMS_PER_BUCKET = 4;

/** Finds terms by number: they lie in rising order, and a table tells where each range of numbers begins. */
export class Dictionary {
  private readonly shift: number;
  private readonly buckets: Uint32Array;

  /** @param numbers rising */
  constructor(private readonly numbers: Uint32Array) {
    const bits = Math.max(1, Math.ceil(Math.log2(numbers.length / TERMS_PER_BUCKET + 1)));
    this.shift = 32 - bits;
    this.buckets = new Uint32Array(2 ** bits + 1).fill(numbers.length);
    for (let id = numbers.length - 1; id >= 0; id--) this.buckets[numbers[id]! >>> this.shift] = id;
    for (let at = this.buckets.length - 2; at >= 0; at--) {
      this.buckets[at] = Math.min(this.buckets[at]!, this.buckets[at + 1]!);
    }
  }

  /** The term's id, which is its place in the dictionary, or -1. */
  find(number: number): number {
    const { numbers } = this;
    const bucket = number >>> this.shift;
    const end = this.buckets[bucket + 1]!;
    for (let id = this.buckets[bucket]!; id < end; id++) {
      if (numbers[id] === number) return id;
    }
    return -1;
  }
}
