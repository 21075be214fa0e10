import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { inBatches } from './in-batches.js';

async function* from<T>(items: T[], pause?: (item: T) => number) {
  for (const item of items) {
    const ms = pause?.(item) ?? 0;
    if (ms) await sleep(ms);
    yield item;
  }
}

async function all<T>(stream: AsyncIterable<T>): Promise<T[]> {
  const items: T[] = [];
  for await (const item of stream) items.push(item);
  return items;
}

test('a fast stream goes out in full batches, in order, with the rest last', async () => {
  expect(await all(inBatches(from([1, 2, 3, 4, 5, 6, 7]), 3, 1000))).toEqual([
    [1, 2, 3],
    [4, 5, 6],
    [7],
  ]);
});

test('a slow stream is not held back longer than the linger time', async () => {
  const batches = await all(
    inBatches(
      from([1, 2, 3], (n) => (n === 3 ? 120 : 0)),
      10,
      20,
    ),
  );
  expect(batches).toEqual([[1, 2], [3]]);
});

test('an error comes after what came before it', async () => {
  async function* broken() {
    yield 1;
    yield 2;
    throw new Error('torn');
  }
  const seen: number[][] = [];
  await expect(async () => {
    for await (const batch of inBatches(broken(), 10, 1000)) seen.push(batch);
  }).rejects.toThrow('torn');
  expect(seen).toEqual([[1, 2]]);
});

test('an empty stream gives nothing', async () => {
  expect(await all(inBatches(from([]), 3, 10))).toEqual([]);
});
