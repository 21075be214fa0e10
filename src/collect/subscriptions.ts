import type { Subscription } from '../model/feed.js';
import type { SettingsTable } from './feed-states.js';

/** The user's subscriptions. */
export interface Subscriptions {
  list(): Promise<Subscription[]>;
  /** Adds those whose id is new and puts in the others' place; returns how many were new. */
  put(subscriptions: readonly Subscription[]): Promise<number>;
  remove(id: string): Promise<void>;
}

const key = 'subscriptions';

/** Subscriptions kept as one row of a table of settings. Writes wait for each other. */
export function keptSubscriptions(table: SettingsTable): Subscriptions {
  let writing: Promise<unknown> = Promise.resolve();
  const list = async (): Promise<Subscription[]> => {
    const kept = await table.setting(key);
    return kept === undefined ? [] : (JSON.parse(kept) as Subscription[]);
  };
  const change = <T>(work: (kept: Map<string, Subscription>) => T): Promise<T> => {
    const done = writing.then(async () => {
      const kept = new Map((await list()).map((one) => [one.id, one]));
      const result = work(kept);
      await table.setSetting(key, JSON.stringify([...kept.values()]));
      return result;
    });
    writing = done.catch(() => undefined);
    return done;
  };
  return {
    list,
    put: (subscriptions) =>
      change((kept) => {
        const before = kept.size;
        for (const one of subscriptions) kept.set(one.id, one);
        return kept.size - before;
      }),
    remove: (id) => change((kept) => void kept.delete(id)),
  };
}
