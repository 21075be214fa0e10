/** A key by its stems: where they stand in the stems of the article, and how many they are. */
export interface Key {
  keyAt: number;
  keyLength: number;
}

/** Hash of a key that goes on with one more stem; that of no stem is 0. */
export function extendHash(hash: number, stem: number): number {
  return Math.imul(hash ^ (stem + 1), 0x9e3779b1) | 0;
}

export function hashOf(stems: ArrayLike<number>, at: number, length: number): number {
  let hash = 0;
  for (let i = at; i < at + length; i += 1) hash = extendHash(hash, stems[i]!);
  return hash;
}

/** Whether the same stems stand from one place on and from another. */
export function areAlike(
  stems: ArrayLike<number>,
  at: number,
  other: number,
  length: number,
): boolean {
  for (let i = 0; i < length; i += 1) if (stems[at + i] !== stems[other + i]) return false;
  return true;
}

/** Finds what has a key by the numbers of its stems, so that no string is made for the many that are not chosen. */
export class KeyTable<T extends Key> {
  readonly all: T[] = [];
  #slots = new Int32Array(1024);

  /** @param stems numbers of the article's stems, into which keys point */
  constructor(readonly stems: ArrayLike<number>) {}

  /** Index in `all` of what has these stems for its key, or -1. @param hash as `hashOf` says of them */
  find(hash: number, at: number, length: number): number {
    const mask = this.#slots.length - 1;
    for (let slot = placeOf(hash) & mask; ; slot = (slot + 1) & mask) {
      const index = this.#slots[slot]! - 1;
      if (index < 0 || this.#hasKey(this.all[index]!, at, length)) return index;
    }
  }

  /** Adds what has a key that nothing else in the table has. */
  add(hash: number, one: T): void {
    this.all.push(one);
    if (this.all.length * 2 > this.#slots.length) this.#grow();
    else this.#place(hash, this.all.length);
  }

  #hasKey({ keyAt, keyLength }: T, at: number, length: number): boolean {
    return keyLength === length && areAlike(this.stems, keyAt, at, length);
  }

  #place(hash: number, entry: number): void {
    const mask = this.#slots.length - 1;
    let slot = placeOf(hash) & mask;
    while (this.#slots[slot]) slot = (slot + 1) & mask;
    this.#slots[slot] = entry;
  }

  #grow(): void {
    this.#slots = new Int32Array(this.#slots.length * 4);
    this.all.forEach(({ keyAt, keyLength }, index) =>
      this.#place(hashOf(this.stems, keyAt, keyLength), index + 1),
    );
  }
}

/** Its upper bits are the better mixed ones. */
function placeOf(hash: number): number {
  return hash ^ (hash >>> 15);
}
