import { NumberTable } from './number-table.js';

/** Room for so many postings has the first block of a term; each further one is twice as large. */
const FIRST_BLOCK = 2;

/**
 * The postings of a tail by term, all in one array: each term's lie together, and move to a block of twice
 * the room when theirs is full, so that a search reads them one after the other.
 */
export class TailLists {
  /** Postings as `pack` makes them, each term's in order of arrival. */
  pool = new Uint32Array(65_536);
  private used = 0;
  /** By term number: its block plus one, so that 0 is none. */
  private readonly blocks = new NumberTable();
  private starts = new Uint32Array(4096);
  private lengths = new Uint32Array(4096);
  private count = 0;

  /** The block of a term, -1 where it has none. */
  block(number: number): number {
    return this.blocks.get(number) - 1;
  }

  /** Where its postings begin in the pool, and after which one they end. */
  start(block: number): number {
    return this.starts[block]!;
  }

  end(block: number): number {
    return this.starts[block]! + this.lengths[block]!;
  }

  add(number: number, posting: number): void {
    let block = this.block(number);
    if (block === -1) block = this.begin(number);
    const length = this.lengths[block]!;
    // Blocks have room for a power of two: a term whose postings are as many has filled its own.
    if (length >= FIRST_BLOCK && (length & (length - 1)) === 0) this.move(block, length);
    this.pool[this.starts[block]! + length] = posting;
    this.lengths[block] = length + 1;
  }

  private begin(number: number): number {
    const block = this.count++;
    if (block === this.starts.length) {
      this.starts = enlarged(this.starts, block * 2);
      this.lengths = enlarged(this.lengths, block * 2);
    }
    this.blocks.set(number, block + 1);
    this.starts[block] = this.room(FIRST_BLOCK);
    return block;
  }

  private move(block: number, length: number): void {
    const to = this.room(length * 2);
    const from = this.starts[block]!;
    this.pool.copyWithin(to, from, from + length);
    this.starts[block] = to;
  }

  /** Place for so many postings. */
  private room(postings: number): number {
    const at = this.used;
    this.used += postings;
    if (this.used > this.pool.length) this.pool = enlarged(this.pool, this.pool.length * 2);
    return at;
  }
}

function enlarged(array: Uint32Array, length: number): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(length);
  larger.set(array);
  return larger;
}
