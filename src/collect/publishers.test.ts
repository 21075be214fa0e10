import { describe, expect, it } from 'vitest';
import { bundles, publishers, toSubscription } from './publishers.js';

const arabCountries = 'DZ BH KM DJ EG IQ JO KW LB LY MR MA OM PS QA SA SO SD SY TN AE YE'.split(
  ' ',
);
const topics = new Set(
  'general politics economy sport technology culture health society religion opinion humanitarian'.split(
    ' ',
  ),
);

describe('the curated publishers', () => {
  it('are hundreds, complete, and each is there once', () => {
    const list = publishers();
    expect(list.length).toBeGreaterThan(300);
    expect(new Set(list.map((one) => toSubscription(one).id)).size).toBe(list.length);
    expect(new Set(list.map((one) => one.name)).size).toBe(list.length);
    for (const one of list) {
      expect(one.name, one.site).toMatch(/[\u0621-\u064a]|^\d+$/);
      expect(one.country).toMatch(/^[A-Z]{2}$/);
      expect(
        one.topics.filter((topic) => !topics.has(topic)),
        one.name,
      ).toEqual([]);
      for (const address of [one.site, one.feed ?? one.site])
        expect(new URL(address).protocol, address).toBe('https:');
      expect(toSubscription(one).source.name).toBe(one.name);
    }
  });

  it('are from every Arab country', () => {
    const countries = new Set(publishers().map(({ country }) => country));
    expect(arabCountries.filter((country) => !countries.has(country))).toEqual([]);
  });

  it('are each in the bundle of one region, and no topic is thin', () => {
    const regional = bundles().filter(({ by }) => by === 'region');
    expect(regional.flatMap((bundle) => bundle.publishers)).toHaveLength(publishers().length);
    for (const { id, publishers: members } of bundles())
      expect(members.length, id).toBeGreaterThan(3);
  });
});
