import { describe, expect, it } from 'vitest';
import { bundles, publishers, toSubscription } from './publishers.js';

describe('the curated publishers', () => {
  it('are complete, and each address is there once', () => {
    const list = publishers();
    expect(list.length).toBeGreaterThan(30);
    expect(new Set(list.map((one) => one.address)).size).toBe(list.length);
    for (const one of list) {
      expect(one.name, one.address).toMatch(/[\u0621-\u064a]/);
      expect(one.country).toMatch(/^[A-Z]{2}$/);
      expect(new URL(one.address).protocol).toBe('https:');
      expect(toSubscription(one).source.name).toBe(one.name);
    }
  });

  it('are all in a bundle of their region', () => {
    const regional = bundles().filter((bundle) => bundle.id.startsWith('region-'));
    expect(regional.flatMap((bundle) => bundle.publishers)).toHaveLength(publishers().length);
  });
});
