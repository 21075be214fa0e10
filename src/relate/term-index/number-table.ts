const SMALLEST = 1024;

/** Counts by term number, in two typed arrays with open addressing: 12 bytes or so a term, where a Map takes 50. */
export class NumberTable {
  private keys: Uint32Array;
  private values: Int32Array;
  private mask: number;
  private used = 0;

  /** @param expected so many different numbers */
  constructor(expected = 0) {
    const capacity = 2 ** Math.ceil(Math.log2(Math.max(SMALLEST, expected * 2)));
    this.keys = new Uint32Array(capacity);
    this.values = new Int32Array(capacity);
    this.mask = capacity - 1;
  }

  /** The value of a number, 0 where it has none. */
  get(number: number): number {
    return this.values[this.slot(number)]!;
  }

  set(number: number, value: number): void {
    const at = this.taken(number);
    this.values[at] = value;
  }

  add(number: number, difference: number): void {
    const at = this.taken(number);
    this.values[at]! += difference;
  }

  private slot(number: number): number {
    const { keys, mask } = this;
    let at = number & mask;
    while (keys[at] !== number && keys[at] !== 0) at = (at + 1) & mask;
    return at;
  }

  /** A place for the number. Look at `values` after this call: they may have grown. */
  private taken(number: number): number {
    const at = this.slot(number);
    if (this.keys[at] !== 0) return at;
    if (++this.used * 5 > this.keys.length * 3) {
      this.grow();
      return this.taken(number);
    }
    this.keys[at] = number;
    return at;
  }

  private grow(): void {
    const { keys, values } = this;
    this.keys = new Uint32Array(keys.length * 2);
    this.values = new Int32Array(keys.length * 2);
    this.mask = this.keys.length - 1;
    this.used = 0;
    for (let at = 0; at < keys.length; at++) {
      if (keys[at] !== 0) this.set(keys[at]!, values[at]!);
    }
  }
}
