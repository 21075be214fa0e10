import { createHmac } from 'node:crypto';
import { expect, it } from 'vitest';
import { memorySubscriptions, newFeedState } from './subscriptions.js';
import { Announcements } from './websub.js';

const feed = { id: 'a', address: 'https://paper.example/feed', kind: 'feed' as const, source: {} };
const later = '2099-01-01T00:00:00.000Z';

async function announced() {
  let now = Date.parse('2026-11-22T12:00:00Z');
  const subscriptions = memorySubscriptions([feed]);
  await subscriptions.saveState('a', {
    ...newFeedState(),
    visited: '2026-11-22T11:00:00Z',
    nextVisit: later,
    hub: 'https://hub.example/',
    self: 'https://paper.example/feed?self',
  });
  const asked: Array<Record<string, string>> = [];
  const post = async (url: string, form: Record<string, string>) => {
    asked.push({ url, ...form });
    return { status: 202 };
  };
  const news = new Announcements(subscriptions, { post }, 'https://desk.example', () => now);
  await news.renew();
  const [, , , , token = ''] = new URL(asked[0]!['hub.callback']!).href.split('/').slice(1);
  return { news, subscriptions, asked, token, wait: (days: number) => (now += days * 86_400_000) };
}

const confirmation = {
  'hub.mode': 'subscribe',
  'hub.topic': 'https://paper.example/feed?self',
  'hub.challenge': 'qk7',
  'hub.lease_seconds': '864000',
};

it('asks a hub once, confirms only what it asked for, and renews before the end', async () => {
  const { news, asked, token, wait } = await announced();
  expect(asked[0]).toMatchObject({
    url: 'https://hub.example/',
    'hub.mode': 'subscribe',
    'hub.topic': 'https://paper.example/feed?self',
  });
  expect(asked[0]?.['hub.callback']).toBe(`https://desk.example/websub/a/${token}`);
  expect(
    await news.confirm('a', token, { ...confirmation, 'hub.topic': 'https://x/' }),
  ).toBeUndefined();
  expect(await news.confirm('a', 'guessed', confirmation)).toBeUndefined();
  expect(
    await news.confirm('a', token, { ...confirmation, 'hub.mode': 'unsubscribe' }),
  ).toBeUndefined();
  expect(await news.confirm('a', token, confirmation)).toBe('qk7');
  await news.renew();
  expect(asked).toHaveLength(1);
  wait(9.5);
  await news.renew();
  expect(asked).toHaveLength(2);
});

it('a signed announcement makes a feed due, a forged one nothing', async () => {
  const { news, subscriptions, asked, token } = await announced();
  const body = new TextEncoder().encode('<rss/>');
  const sign = (secret: string) =>
    `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;
  const due = async () => (await subscriptions.due(Date.now())).length;
  expect(await news.announced('a', token, sign('wrong'), body)).toBe(true);
  expect(await news.announced('a', token, undefined, body)).toBe(true);
  expect(await due()).toBe(0);
  expect(await news.announced('a', token, sign(asked[0]!['hub.secret']!), body)).toBe(true);
  expect(await due()).toBe(1);
  expect(await news.announced('a', 'guessed', undefined, body)).toBe(false);
  // A visit that began before the announcement does not undo it; the next one does.
  const state = { ...newFeedState(), nextVisit: later };
  await subscriptions.saveState('a', {
    ...state,
    visited: new Date(Date.now() - 5000).toISOString(),
  });
  expect(await due()).toBe(1);
  await subscriptions.saveState('a', {
    ...state,
    visited: new Date(Date.now() + 5000).toISOString(),
  });
  expect(await due()).toBe(0);
});
