import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { learnTermSpace } from './learn-space.js';
import { readTermSpace, writeTermSpace } from './space-file.js';
import { DIMENSIONS, nearness } from './term-space.js';

const directory = mkdtempSync(join(tmpdir(), 'warraq-space-'));
afterAll(() => rmSync(directory, { recursive: true }));

/** A vector as the space is learned from, and the same as an article's terms, all of them equally strong. */
function vector(wanted: number[]) {
  const terms = Uint32Array.from(new Set(wanted)).sort();
  const weights = new Float32Array(terms.length).fill(1);
  const levels = new Uint8Array(terms.length).fill(255);
  return { terms, weights, norm: Math.sqrt(terms.length), numbers: terms, levels };
}

const evenly = () => 1;

/** Articles about 110 subjects of ten words each; every article has four words of one. */
const SUBJECTS = 110;
const articles = Array.from({ length: 1100 }, (_, i) => {
  const subject = i % SUBJECTS;
  const round = Math.floor(i / SUBJECTS);
  return vector([0, 3, 7, 8].map((step) => 1 + subject * 10 + ((round * 3 + step) % 10)));
});
const learned = learnTermSpace(articles, 1100, evenly);

test('words of one subject lie near each other though they share no article’s words, those of another far', async () => {
  const space = await learned;
  const one = space.place(vector([1, 2]));
  const other = space.place(vector([6, 7]));
  const foreign = space.place(vector([501, 502]));
  expect(nearness(one, other)).toBeGreaterThan(0.8);
  expect(Math.abs(nearness(one, foreign))).toBeLessThan(0.3);
});

test('the same articles give the same space', async () => {
  const [first, second] = [await learned, await learnTermSpace(articles, 1100, evenly)];
  expect(Buffer.from(second.places.buffer).equals(Buffer.from(first.places.buffer))).toBe(true);
});

test('an article none of whose words has a place is nowhere, and so is near nothing', async () => {
  const space = await learned;
  const nowhere = space.place(vector([999_999]));
  expect(nowhere).toEqual(new Float32Array(DIMENSIONS));
  expect(nearness(nowhere, space.place(vector([1])))).toBe(0);
});

test('articles fewer than the dimensions, and none at all, give a space of numbers', async () => {
  for (const few of [articles.slice(0, 30), []]) {
    const space = await learnTermSpace(few, few.length, evenly);
    expect(space.places.every((x) => Number.isFinite(x))).toBe(true);
  }
});

test('a kept space is read as it was; a damaged or torn one is none', async () => {
  const space = await learned;
  writeTermSpace(directory, space);
  expect(readTermSpace(directory)).toEqual(space);
  const path = join(directory, 'term-space');
  const bytes = readFileSync(path);
  writeFileSync(path, bytes.subarray(0, bytes.length - 4));
  expect(readTermSpace(directory)).toBeUndefined();
  bytes[bytes.length - 1]! ^= 1;
  writeFileSync(path, bytes);
  expect(readTermSpace(directory)).toBeUndefined();
  rmSync(path);
  expect(readTermSpace(directory)).toBeUndefined();
});
