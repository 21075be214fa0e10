import type { FeedState, Followed, Push, Subscription, Subscriptions } from '../model/feed.js';

/** The state of a subscription that was never visited. */
export function newFeedState(): FeedState {
  return { seen: {}, failures: 0, gone: 0 };
}

interface Kept {
  subscription: Subscription;
  state?: string;
  due: number | undefined;
  push?: Push;
}

/** Subscriptions in memory: for one run, and for tests. */
export function memorySubscriptions(first: readonly Subscription[] = []): Subscriptions {
  const kept = new Map<string, Kept>();
  const followed = ({ subscription, state }: Kept): Followed => ({
    subscription,
    ...(state ? { state: JSON.parse(state) as FeedState } : {}),
  });
  const dueOf = (subscription: Subscription, state: FeedState | undefined) =>
    subscription.paused || state?.retired ? undefined : Date.parse(state?.nextVisit ?? '') || 0;
  const put = (subscriptions: readonly Subscription[]): number => {
    const before = kept.size;
    for (const subscription of subscriptions) {
      const known = kept.get(subscription.id);
      const state = known && followed(known).state;
      kept.set(subscription.id, { ...known, subscription, due: dueOf(subscription, state) });
    }
    return kept.size - before;
  };
  put(first);
  return {
    list: async () => [...kept.values()].map(followed),
    get: async (id) => {
      const one = kept.get(id);
      return one && followed(one);
    },
    put: async (subscriptions) => put(subscriptions),
    remove: async (id) => void kept.delete(id),
    due: async (now) =>
      [...kept.values()]
        .filter(({ due }) => due !== undefined && due <= now)
        .sort((a, b) => a.due! - b.due!)
        .map(({ subscription: { id, address } }) => ({
          id,
          host: URL.canParse(address) ? new URL(address).host : '',
        })),
    retry: async (id) => {
      const one = kept.get(id);
      if (!one || one.subscription.paused) return false;
      one.due = -Date.now();
      return true;
    },
    saveState: async (id, state) => {
      const one = kept.get(id);
      if (!one) return;
      one.state = JSON.stringify(state);
      const askedSince = -(one.due ?? 0) > (Date.parse(state.visited ?? '') || 0);
      if (!askedSince) one.due = dueOf(one.subscription, state);
    },
    push: async (id) => kept.get(id)?.push,
    savePush: async (id, push) => {
      const one = kept.get(id);
      if (!one) return;
      if (push) one.push = push;
      else delete one.push;
    },
  };
}
