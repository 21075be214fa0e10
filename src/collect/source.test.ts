import { expect, it } from 'vitest';
import type { Subscription } from '../model/feed.js';
import { sourceOf, timeZoneOf } from './source.js';

const subscription = (address: string, source: Subscription['source'] = {}): Subscription => ({
  id: 'x',
  address,
  kind: 'feed',
  source,
});

it('a source is the site that a feed belongs to; each channel is one of its own', () => {
  const feed = subscription('https://feeds.example/rss?id=7');
  const read = { format: 'rss' as const, title: 'المنارة', link: 'https://www.manara.example/' };
  expect(sourceOf(feed, 'feed', read, feed.address)).toMatchObject({
    id: 'manara.example',
    name: 'المنارة',
  });
  const channel = 'https://t.me/s/manara';
  expect(sourceOf(subscription(channel), 'telegram', undefined, channel)).toMatchObject({
    id: 't.me/manara',
    url: channel,
  });
  const named = subscription('https://a.example/f', {
    name: 'اسم اختاره القارئ',
    url: 'https://b.example/',
  });
  expect(sourceOf(named, 'feed', read, named.address)).toMatchObject({
    id: 'b.example',
    name: 'اسم اختاره القارئ',
  });
});

it("bare times are in the publisher's zone: as set, by country, by a country's own domain", () => {
  expect(timeZoneOf(subscription('https://a.example/', { timeZone: 'Asia/Aden' }))).toBe(
    'Asia/Aden',
  );
  expect(timeZoneOf(subscription('https://a.example/', { country: 'EG' }))).toBe('Africa/Cairo');
  expect(timeZoneOf(subscription('https://paper.ma/feed'))).toBe('Africa/Casablanca');
  expect(timeZoneOf(subscription('https://syria.tv/feed'))).toBeUndefined();
});
