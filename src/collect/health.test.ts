import { describe, expect, it } from 'vitest';
import type { FeedState, Subscription } from '../model/feed.js';
import { newFeedState } from './subscriptions.js';
import { healthOf } from './health.js';

const subscription: Subscription = {
  id: 'a',
  address: 'https://a.example/f',
  kind: 'feed',
  source: {},
};
const now = Date.UTC(2026, 10, 22);
const at = (daysAgo: number) => new Date(now - daysAgo * 86_400_000).toISOString();
const status = (state: Partial<FeedState>, more: Partial<Subscription> = {}) =>
  healthOf({ ...subscription, ...more }, { ...newFeedState(), ...state }, now).status;

describe('healthOf', () => {
  it('tells the states of a source apart', () => {
    const failure = { at: at(0), code: 'timeout', arabic: 'أ', english: 'b' };
    expect(healthOf(subscription, undefined, now).status).toBe('new');
    expect(status({ visited: at(0), lastSuccess: at(0), lastChange: at(1) })).toBe('well');
    expect(status({ visited: at(0), lastSuccess: at(0), lastChange: at(30) })).toBe('quiet');
    expect(status({ visited: at(0), failures: 2, lastFailure: failure })).toBe('failing');
    expect(status({ visited: at(0), failures: 9, lastFailure: failure, retired: true })).toBe(
      'gone',
    );
    expect(status({ visited: at(0) }, { paused: true })).toBe('paused');
  });
});
