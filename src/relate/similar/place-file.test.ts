import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { PlaceFile } from './place-file.js';
import { DIMENSIONS } from './term-space.js';

let directory: string;
beforeEach(() => (directory = mkdtempSync(join(tmpdir(), 'warraq-places-'))));
afterEach(() => rmSync(directory, { recursive: true }));

const SPACE = 7;
const place = (value: number) => new Int8Array(DIMENSIONS).fill(value);

function keep(places: Record<number, Int8Array>, mark = SPACE): void {
  const file = new PlaceFile(directory, mark, true);
  for (const [seq, its] of Object.entries(places)) file.keep(Number(seq), its);
  file.flush();
  file.close();
}

function read(seqs: number[], mark = SPACE): Array<Int8Array | undefined> {
  const file = new PlaceFile(directory, mark, false);
  const found = seqs.map((seq) => file.get(seq));
  // Rows in one read are the same rows.
  const whole = file.whole(0, 8);
  for (const [i, seq] of seqs.entries()) expect(whole[seq]).toBe(found[i] !== undefined);
  file.close();
  return found;
}

test('places are read as they were kept, the last one of a seq counts, and what was not kept is none', () => {
  keep({ 0: place(1), 1: place(-127), 5: place(0) });
  keep({ 1: place(3) });
  expect(read([0, 1, 2, 5, 6])).toEqual([place(1), place(3), undefined, place(0), undefined]);
});

test('a place is known before it is written', () => {
  const file = new PlaceFile(directory, SPACE, true);
  file.keep(4, place(9));
  expect(file.get(4)).toEqual(place(9));
  expect(file.whole(3, 6)).toEqual([false, true, false]);
  file.close();
  expect(read([4])).toEqual([undefined]);
});

test('places in another space are none, for who looks and for who writes', () => {
  keep({ 0: place(1) });
  expect(read([0], SPACE + 1)).toEqual([undefined]);
  const old = new PlaceFile(directory, SPACE, false);
  keep({ 1: place(2) }, SPACE + 1);
  expect(read([0, 1], SPACE + 1)).toEqual([undefined, place(2)]);
  // Who still has the old space goes on with its places.
  expect([old.get(0), old.get(1)]).toEqual([place(1), undefined]);
  old.close();
});

test('a damaged place is none, and the others stay', () => {
  keep({ 0: place(1), 1: place(2), 2: place(3) });
  const path = join(directory, 'article-places');
  const bytes = readFileSync(path);
  bytes[bytes.length - DIMENSIONS - 50]! ^= 1;
  writeFileSync(path, bytes.subarray(0, bytes.length - 3));
  expect(read([0, 1, 2])).toEqual([place(1), undefined, undefined]);
});

test('without a file who only looks remembers what it worked out', () => {
  const file = new PlaceFile(directory, SPACE, false);
  expect(file.get(0)).toBeUndefined();
  file.keep(0, place(1));
  file.flush();
  expect(file.get(0)).toEqual(place(1));
});
