import { setTimeout as sleep } from 'node:timers/promises';
import type { RawDocument, Refusal } from '../model/document.js';
import type { FeedState, FeedStates, Subscription, VisitFailure } from '../model/feed.js';
import { Channel } from './channel.js';
import { newFeedState } from './feed-states.js';
import { createFetcher, type Fetcher, type FetchSettings } from './http.js';
import { visit } from './visit.js';

/** What happened to a subscription; comes after the documents of its visit. */
export type CollectEvent =
  | { event: 'visiting'; subscription: Subscription }
  | {
      event: 'visited';
      subscription: Subscription;
      /** Entries listed, and those of them not seen before. */
      found: number;
      fresh: number;
      state: FeedState;
      /** Keeps the state: to be called when every document of the visit is safe. */
      commit(): Promise<void>;
    }
  | { event: 'failed'; subscription: Subscription; failure: VisitFailure; state: FeedState };

export interface CollectOptions extends FetchSettings {
  /** Used instead of one made of the settings, and not closed at the end. */
  fetcher?: Fetcher;
  /** Also those whose next visit is not due, and those that were given up: 'retry now'. */
  all?: boolean;
  /** Hosts visited at the same time. */
  concurrency?: number;
  signal?: AbortSignal;
  /**
   * 'next' (default): a visit's state is kept when the item after its 'visited' event is asked for,
   * so a caller that stores each document before it asks for another loses nothing by a crash.
   * 'caller': the caller calls `commit`.
   */
  commit?: 'next' | 'caller';
}

/**
 * Visits every subscription that is due, once, and yields the documents of what is new: pages with
 * what their feed said of them, or the feed's own words where a page could not be had. Hosts are
 * visited side by side, the subscriptions of one host one after another, so that a slow one delays
 * nobody else. Memory is bounded: visits pause while the caller does not take documents.
 */
export async function* collectOnce(
  subscriptions: readonly Subscription[],
  states: FeedStates,
  options: CollectOptions = {},
): AsyncGenerator<RawDocument | Refusal | CollectEvent> {
  const fetcher = options.fetcher ?? createFetcher(options);
  const stop = new AbortController();
  const signal = options.signal ? AbortSignal.any([options.signal, stop.signal]) : stop.signal;
  const channel = new Channel<RawDocument | Refusal | CollectEvent>(16);
  const groups = [...byHost(subscriptions).values()];
  const worker = async () => {
    for (let group = groups.shift(); group; group = groups.shift())
      for (const subscription of group) {
        if (signal.aborted) return;
        await visitOne(subscription, states, fetcher, options, signal, channel);
      }
  };
  const workers = Promise.all(Array.from({ length: options.concurrency ?? 32 }, worker)).then(
    () => channel.close(),
    (error: unknown) => channel.close(error),
  );
  try {
    for await (const item of channel.read()) {
      yield item;
      if ('event' in item && item.event === 'visited' && options.commit !== 'caller')
        await item.commit();
    }
  } finally {
    stop.abort();
    channel.close();
    await workers;
    if (!options.fetcher) await fetcher.close();
  }
}

/** The documents of what `collectOnce` yields; events go to `onEvent`. */
export async function* documentsOf(
  items: AsyncIterable<RawDocument | Refusal | CollectEvent>,
  onEvent?: (event: CollectEvent) => void,
): AsyncGenerator<RawDocument | Refusal> {
  for await (const item of items) {
    if ('event' in item) onEvent?.(item);
    else yield item;
  }
}

function byHost(subscriptions: readonly Subscription[]): Map<string, Subscription[]> {
  const groups = new Map<string, Subscription[]>();
  for (const subscription of subscriptions) {
    if (subscription.paused) continue;
    const host = URL.canParse(subscription.address) ? new URL(subscription.address).host : '';
    const group = groups.get(host);
    if (group) group.push(subscription);
    else groups.set(host, [subscription]);
  }
  return groups;
}

async function visitOne(
  subscription: Subscription,
  states: FeedStates,
  fetcher: Fetcher,
  options: CollectOptions,
  signal: AbortSignal,
  channel: Channel<RawDocument | Refusal | CollectEvent>,
): Promise<void> {
  const state = (await states.get(subscription.id)) ?? newFeedState();
  const due = !state.nextVisit || Date.parse(state.nextVisit) <= Date.now();
  if (!options.all && (state.retired || !due)) return;
  await channel.push({ event: 'visiting', subscription });
  const documents = visit(subscription, state, fetcher, signal);
  for (;;) {
    const step = await documents.next();
    if (!step.done) {
      if (!(await channel.push(step.value))) return;
      continue;
    }
    const { failure, state: after, found, fresh } = step.value;
    if (failure) {
      await states.put(subscription.id, after);
      const { code, arabic, english } = failure;
      const at = new Date().toISOString();
      await channel.push({
        event: 'failed',
        subscription,
        failure: { at, code, arabic, english },
        state: after,
      });
      return;
    }
    const commit = () => states.put(subscription.id, after);
    await channel.push({ event: 'visited', subscription, found, fresh, state: after, commit });
    return;
  }
}

/** Longest sleep in ms, so that a new subscription is not overlooked for long. */
const longestSleep = 10_000;

/**
 * Collects for as long as it is let: visits what is due, then sleeps until the next is. Ends when
 * `options.signal` is aborted, after what was taken is handed over.
 * @param list asked anew before each round
 */
export async function* collectAlways(
  list: () => Promise<readonly Subscription[]>,
  states: FeedStates,
  options: CollectOptions & { signal: AbortSignal; longestSleepMs?: number },
): AsyncGenerator<RawDocument | Refusal | CollectEvent> {
  const fetcher = options.fetcher ?? createFetcher(options);
  const { signal } = options;
  try {
    while (!signal.aborted) {
      const subscriptions = await list();
      yield* collectOnce(subscriptions, states, { ...options, fetcher });
      if (signal.aborted) return;
      const pause = Math.min(
        await untilDue(subscriptions, states),
        options.longestSleepMs ?? longestSleep,
      );
      await sleep(pause, undefined, { signal }).catch(() => {});
    }
  } finally {
    if (!options.fetcher) await fetcher.close();
  }
}

/** Milliseconds until the next visit is due. */
async function untilDue(
  subscriptions: readonly Subscription[],
  states: FeedStates,
): Promise<number> {
  let next = Infinity;
  for (const { id, paused } of subscriptions) {
    if (paused) continue;
    const state = await states.get(id);
    if (state?.retired) continue;
    next = Math.min(next, state?.nextVisit ? Date.parse(state.nextVisit) : 0);
  }
  return Math.max(1000, next - Date.now());
}
