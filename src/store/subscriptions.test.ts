import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { FeedState } from '../model/feed.js';
import { openStore, openSubscriptions } from './open.js';

let directory: string;
beforeEach(() => (directory = mkdtempSync(join(tmpdir(), 'warraq-subscriptions-'))));
afterEach(() => rmSync(directory, { recursive: true }));

const feed = (id: string) => ({
  id,
  address: `https://${id}.example/feed`,
  kind: 'feed' as const,
  source: { name: `صحيفة ${id}` },
});
const state = (more: Partial<FeedState> = {}): FeedState => ({
  seen: { entry: 'mark' },
  failures: 0,
  gone: 0,
  visited: '2020-01-01T00:00:00.000Z',
  nextVisit: '2020-01-02T00:00:00.000Z',
  ...more,
});
const day = (number: number) => Date.parse(`2020-01-0${number}T00:00:00Z`);

it('keeps the schedule: new ones at once, then as each visit says, none paused or retired', async () => {
  const store = await openStore(directory);
  const { subscriptions } = store;
  const due = async (now: number) => (await subscriptions.due(now)).map(({ id }) => id);
  expect(await subscriptions.put([feed('a'), feed('b'), feed('c')])).toBe(3);
  expect(await subscriptions.due(day(1))).toContainEqual({ id: 'a', host: 'a.example' });
  await Promise.all([
    subscriptions.saveState('a', state()),
    subscriptions.saveState('b', state({ retired: true })),
    subscriptions.saveState('removed', state()),
  ]);
  expect(await due(day(1))).toEqual(['c']);
  expect(await due(day(3))).toEqual(['c', 'a']);
  await subscriptions.put([{ ...feed('a'), paused: true }]);
  expect(await due(day(3))).toEqual(['c']);
  expect(await subscriptions.retry('a')).toBe(false);
  await subscriptions.put([feed('a')]);
  expect(await due(day(3))).toEqual(['c', 'a']);
  expect(await subscriptions.retry('b')).toBe(true);
  expect(await due(day(1))).toEqual(['b', 'c']);
  await subscriptions.remove('c');
  expect((await subscriptions.list()).map(({ subscription }) => subscription.id)).toEqual([
    'a',
    'b',
  ]);
  await store.close();

  const again = await openStore(directory);
  expect(await again.subscriptions.get('a')).toEqual({ subscription: feed('a'), state: state() });
  expect((await again.subscriptions.list())[0]?.state?.seen).toEqual({});
  await again.close();
});

it('may be changed beside the process that writes, which sees it', async () => {
  const writer = await openStore(directory);
  const beside = await openSubscriptions(directory);
  expect(await beside.subscriptions.put([feed('a')])).toBe(1);
  expect(await writer.subscriptions.due(Date.now())).toEqual([{ id: 'a', host: 'a.example' }]);
  await writer.subscriptions.saveState('a', state({ nextVisit: '2099-01-01T00:00:00.000Z' }));
  expect(await beside.subscriptions.retry('a')).toBe(true);
  expect(await writer.subscriptions.due(Date.now())).toHaveLength(1);
  await beside.close();
  await writer.close();
});
