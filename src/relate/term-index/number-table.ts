const SMALLEST = 1024;

/**
 * Counts by term number, with open addressing: 14 bytes or so a term, where a Map takes 50. Each number lies
 * beside its count, so that a look costs one place in memory.
 */
export class NumberTable {
  private slots: Int32Array;
  private mask: number;
  private used = 0;

  /** @param expected so many different numbers */
  constructor(expected = 0) {
    const capacity = 2 ** Math.ceil(Math.log2(Math.max(SMALLEST, expected * 2)));
    this.slots = new Int32Array(capacity * 2);
    this.mask = capacity - 1;
  }

  /** The value of a number, 0 where it has none. */
  get(number: number): number {
    return this.slots[this.slot(number) + 1]!;
  }

  set(number: number, value: number): void {
    const at = this.taken(number);
    this.slots[at + 1] = value;
  }

  /** @param difference that leaves the value at 0 or above */
  add(number: number, difference: number): void {
    const at = this.taken(number);
    this.slots[at + 1]! += difference;
  }

  private slot(number: number): number {
    const { slots, mask } = this;
    const key = number | 0;
    let at = number & mask;
    while (slots[2 * at] !== key && slots[2 * at] !== 0) at = (at + 1) & mask;
    return 2 * at;
  }

  /** A place for the number. Look at `slots` after this call: they may have grown. */
  private taken(number: number): number {
    const at = this.slot(number);
    if (this.slots[at] !== 0) return at;
    if (++this.used * 10 > this.slots.length * 3) {
      this.grow();
      return this.taken(number);
    }
    this.slots[at] = number;
    return at;
  }

  private grow(): void {
    const { slots } = this;
    this.slots = new Int32Array(slots.length * 2);
    this.mask = slots.length - 1;
    this.used = 0;
    for (let at = 0; at < slots.length; at += 2) {
      if (slots[at] !== 0) this.set(slots[at]!, slots[at + 1]!);
    }
  }
}
