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

/** A table of texts by key, as the store's settings are. */
export interface SettingsTable {
  setting(key: string): Promise<string | undefined>;
  setSetting(key: string, value: string | null): Promise<void>;
}

const stateKey = (id: string) => `feed-state:${id}`;

/** States kept in a table of settings, one row each. A row that cannot be read counts as none. */
export function keptFeedStates(table: SettingsTable): FeedStates {
  return {
    get: async (id) => {
      const kept = await table.setting(stateKey(id));
      if (kept === undefined) return undefined;
      try {
        return { ...newFeedState(), ...(JSON.parse(kept) as Partial<FeedState>) };
      } catch {
        return undefined;
      }
    },
    put: (id, state) => table.setSetting(stateKey(id), JSON.stringify(state)),
    remove: (id) => table.setSetting(stateKey(id), null),
  };
}
