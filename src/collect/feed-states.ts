import type { FeedState, FeedStates } from '../model/feed.js';

/** The state of a subscription that was never visited. */
export function newFeedState(): FeedState {
  return { seen: {}, failures: 0, gone: 0 };
}

/** States in memory: for one run, and for tests. */
export function memoryFeedStates(): FeedStates {
  const states = new Map<string, string>();
  return {
    get: (id) => {
      const kept = states.get(id);
      return Promise.resolve(kept === undefined ? undefined : (JSON.parse(kept) as FeedState));
    },
    put: (id, state) => {
      states.set(id, JSON.stringify(state));
      return Promise.resolve();
    },
    remove: (id) => {
      states.delete(id);
      return Promise.resolve();
    },
  };
}
