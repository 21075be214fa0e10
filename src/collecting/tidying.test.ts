import { expect, it } from 'vitest';
import { Tidying } from './tidying.js';

it('tidies once it has been quiet for a while, once for each burst of news', async () => {
  let minute = 0;
  let tidied = 0;
  const tidying = new Tidying(
    async () => void (tidied += 1),
    () => minute * 60_000,
  );
  const at = async (later: number) => {
    minute = later;
    await tidying.look();
    return tidied;
  };
  expect(await at(10)).toBe(0);
  tidying.arrived();
  expect(await at(12)).toBe(0);
  expect(await at(15)).toBe(1);
  expect(await at(60)).toBe(1);
});

it('tidies once a day where news never cease', async () => {
  let minute = 0;
  let tidied = 0;
  const tidying = new Tidying(
    async () => void (tidied += 1),
    () => minute * 60_000,
  );
  for (minute = 0; minute < 3 * 24 * 60; minute += 1) {
    tidying.arrived();
    await tidying.look();
  }
  expect(tidied).toBe(2);
});
