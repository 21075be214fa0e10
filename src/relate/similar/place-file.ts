import { closeSync, existsSync, openSync, readSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { DIMENSIONS } from './term-space.js';

const NAME = 'article-places';
const VERSION = 1;
const HEAD_BYTES = 12;
const CHECK_BYTES = 4;
const ROW_BYTES = CHECK_BYTES + DIMENSIONS;
/** Rows are read so many at once: articles that are asked for together mostly came in the same days. */
const BLOCK_ROWS = 32;
/** Blocks that stay in memory, those asked for last: 13 MB. */
const MOST_BLOCKS = 4096;
/** Places that a process which only looks remembers, oldest first out. */
const MOST_REMEMBERED = 10_000;

/**
 * The places of articles in one term space, kept so that no list of similar articles works them out
 * again. Derived: a row that is absent or damaged is none, and a file of another space is made anew.
 * Layout, little-endian: version, dimensions, mark of the space (u32 each); then for each seq a check
 * (u32) and its place, one signed byte for each dimension.
 */
export class PlaceFile {
  /** Not in the file: until `flush` of a writer, for good where this only looks. */
  private readonly pending = new Map<number, Int8Array>();
  private descriptor: number | undefined;
  /** By number, the one asked for last at the end; an empty one is past the end of the file. */
  private readonly blocks = new Map<number, Buffer>();

  /** @param mark of the space that the places are in */
  constructor(
    directory: string,
    mark: number,
    private readonly writes: boolean,
  ) {
    const path = join(directory, NAME);
    const head = Uint32Array.of(VERSION, DIMENSIONS, mark);
    if (existsSync(path)) {
      const descriptor = openSync(path, writes ? 'r+' : 'r');
      const found = new Uint32Array(3);
      if (readSync(descriptor, found, 0, HEAD_BYTES, 0) === HEAD_BYTES && same(found, head))
        this.descriptor = descriptor;
      else closeSync(descriptor);
    }
    if (this.descriptor !== undefined || !writes) return;
    // Another process may be reading the old one: it goes on with that and its own space.
    this.descriptor = openSync(`${path}.new`, 'w+');
    writeSync(this.descriptor, head, 0, HEAD_BYTES, 0);
    renameSync(`${path}.new`, path);
  }

  get(seq: number): Int8Array | undefined {
    const known = this.pending.get(seq);
    if (known || this.descriptor === undefined) return known;
    const block = this.block(Math.floor(seq / BLOCK_ROWS));
    const at = (seq % BLOCK_ROWS) * ROW_BYTES;
    if (at + ROW_BYTES > block.length) return undefined;
    const place = new Int8Array(block.buffer, block.byteOffset + at + CHECK_BYTES, DIMENSIONS);
    return block.readUInt32LE(at) === check(seq, place) ? place : undefined;
  }

  private block(number: number): Buffer {
    let block = this.blocks.get(number);
    // The one read last goes last.
    if (block) this.blocks.delete(number);
    else block = this.readRows(number * BLOCK_ROWS, BLOCK_ROWS);
    this.blocks.set(number, block);
    if (this.blocks.size > MOST_BLOCKS) this.blocks.delete(this.blocks.keys().next().value!);
    return block;
  }

  /** As many of them as there are. */
  private readRows(from: number, count: number): Buffer {
    const rows = Buffer.allocUnsafe(count * ROW_BYTES);
    const at = HEAD_BYTES + from * ROW_BYTES;
    const got =
      this.descriptor === undefined ? 0 : readSync(this.descriptor, rows, { position: at });
    return rows.subarray(0, got);
  }

  /** Which of some rows, one after the other, are there and whole. */
  whole(from: number, to: number): boolean[] {
    const rows = this.readRows(from, to - from);
    return Array.from({ length: to - from }, (_, i) => {
      if (this.pending.has(from + i)) return true;
      const row = rows.subarray(i * ROW_BYTES, (i + 1) * ROW_BYTES);
      if (row.length < ROW_BYTES) return false;
      return row.readUInt32LE(0) === check(from + i, row.subarray(CHECK_BYTES));
    });
  }

  keep(seq: number, place: Int8Array): void {
    this.pending.set(seq, place);
    if (!this.writes && this.pending.size > MOST_REMEMBERED)
      this.pending.delete(this.pending.keys().next().value!);
  }

  /** Writes what was kept since. */
  flush(): void {
    if (!this.writes || this.descriptor === undefined) return;
    const seqs = [...this.pending.keys()].sort((a, b) => a - b);
    for (let i = 0; i < seqs.length;) {
      let end = i + 1;
      while (end < seqs.length && seqs[end] === seqs[end - 1]! + 1) end += 1;
      const rows = Buffer.alloc((end - i) * ROW_BYTES);
      for (let at = i; at < end; at += 1) {
        const place = this.pending.get(seqs[at]!)!;
        rows.writeUInt32LE(check(seqs[at]!, place), (at - i) * ROW_BYTES);
        rows.set(new Uint8Array(place.buffer), (at - i) * ROW_BYTES + CHECK_BYTES);
      }
      writeSync(this.descriptor, rows, 0, rows.length, HEAD_BYTES + seqs[i]! * ROW_BYTES);
      i = end;
    }
    for (const seq of seqs) this.blocks.delete(Math.floor(seq / BLOCK_ROWS));
    this.pending.clear();
  }

  close(): void {
    if (this.descriptor !== undefined) closeSync(this.descriptor);
    this.descriptor = undefined;
  }
}

const same = (a: Uint32Array, b: Uint32Array): boolean => a.every((value, i) => value === b[i]);

/** FNV-1a. */
function check(seq: number, place: Int8Array | Uint8Array): number {
  let hash = Math.imul(0x811c9dc5 ^ seq, 0x01000193);
  for (let d = 0; d < place.length; d += 1) hash = Math.imul(hash ^ (place[d]! & 0xff), 0x01000193);
  return hash >>> 0;
}
