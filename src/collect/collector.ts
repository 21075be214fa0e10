import { setTimeout as sleep } from 'node:timers/promises';
import type { RawDocument, Refusal } from '../model/document.js';
import type { FeedState, Subscription, Subscriptions, VisitFailure } from '../model/feed.js';
import { Channel } from './channel.js';
import { createFetcher, type Fetcher, type FetchSettings } from './http.js';
import { Rota } from './rota.js';
import { newFeedState } from './subscriptions.js';
import { visit } from './visit.js';

/**
 * What happens to a subscription. Those with `commit` come after the documents that they speak of;
 * `commit` keeps the state and is to be called once these documents are safe, so that a crash in
 * between brings them again and loses none.
 */
export type CollectEvent =
  | { event: 'visiting'; subscription: Subscription }
  | { event: 'partly'; subscription: Subscription; commit(): Promise<void> }
  | {
      event: 'visited';
      subscription: Subscription;
      /** Entries listed, and those of them not seen before. */
      found: number;
      fresh: number;
      state: FeedState;
      commit(): Promise<void>;
    }
  | {
      event: 'failed';
      subscription: Subscription;
      failure: VisitFailure;
      state: FeedState;
      commit(): Promise<void>;
    };

export type Collected = RawDocument | Refusal | CollectEvent;

export interface CollectOptions extends FetchSettings {
  /** Used instead of one made of the settings, and not closed at the end. */
  fetcher?: Fetcher;
  /** Hosts visited at the same time. */
  concurrency?: number;
  signal?: AbortSignal;
}

/**
 * Visits every subscription that is due, once, and yields the documents of what is new: pages with
 * what their feed said of them, or the feed's own words where a page could not be had. Hosts are
 * visited side by side, the subscriptions of one host one after another. Memory is bounded: visits
 * pause while the caller does not take documents.
 * @param options.all also those whose next visit is not due, and those given up; none paused
 */
export async function* collectOnce(
  subscriptions: Subscriptions,
  options: CollectOptions & { all?: boolean } = {},
): AsyncGenerator<Collected> {
  if (options.all)
    for (const { subscription } of await subscriptions.list())
      await subscriptions.retry(subscription.id);
  yield* collect(subscriptions, options, false);
}

/**
 * Collects for as long as it is let: visits what is due as soon as it is. Ends when
 * `options.signal` is aborted, after what was taken is handed over.
 */
export async function* collectAlways(
  subscriptions: Subscriptions,
  options: CollectOptions & { signal: AbortSignal },
): AsyncGenerator<Collected> {
  yield* collect(subscriptions, options, true);
}

/** Between two looks at what is due. */
const lookEveryMs = 500;

async function* collect(
  subscriptions: Subscriptions,
  options: CollectOptions,
  always: boolean,
): AsyncGenerator<Collected> {
  const fetcher = options.fetcher ?? createFetcher(options);
  const stop = new AbortController();
  const signal = options.signal ? AbortSignal.any([options.signal, stop.signal]) : stop.signal;
  const channel = new Channel<Collected>(16);
  const ended = dispatch(subscriptions, fetcher, { ...options, signal }, always, channel).then(
    () => channel.close(),
    (error: unknown) => channel.close(error),
  );
  try {
    yield* channel.read();
  } finally {
    stop.abort();
    channel.close();
    await ended;
    if (!options.fetcher) await fetcher.close();
  }
}

/** Starts visits as hosts are free, until nothing is due any more, or for ever. */
async function dispatch(
  subscriptions: Subscriptions,
  fetcher: Fetcher,
  { signal, concurrency = 64 }: CollectOptions & { signal: AbortSignal },
  always: boolean,
  channel: Channel<Collected>,
): Promise<void> {
  const rota = new Rota();
  const underway = new Set<Promise<void>>();
  let fault: { error: unknown } | undefined;
  let looked = 0;
  while (!signal.aborted && !fault) {
    if ((always || !looked) && Date.now() - looked >= lookEveryMs) {
      looked = Date.now();
      rota.add(await subscriptions.due(looked));
    }
    for (let next; underway.size < concurrency && (next = rota.take());) {
      const due = next;
      const going = visitOne(due.id, subscriptions, fetcher, signal, channel, rota)
        .catch((error: unknown) => void (fault ??= { error }))
        .finally(() => {
          underway.delete(going);
          rota.left(due);
        });
      underway.add(going);
    }
    if (!always && underway.size === 0) break;
    const pause = new AbortController();
    const ticks = sleep(lookEveryMs, undefined, {
      signal: AbortSignal.any([signal, pause.signal]),
    });
    await Promise.race([...underway, ticks.catch(() => {})]);
    pause.abort();
  }
  await Promise.all(underway);
  if (fault) throw fault.error;
}

async function visitOne(
  id: string,
  subscriptions: Subscriptions,
  fetcher: Fetcher,
  signal: AbortSignal,
  channel: Channel<Collected>,
  rota: Rota,
): Promise<void> {
  const kept = await subscriptions.get(id);
  if (!kept || kept.subscription.paused || signal.aborted) {
    rota.settled(id);
    return;
  }
  const { subscription, state = newFeedState() } = kept;
  await channel.push({ event: 'visiting', subscription });
  const steps = visit(subscription, state, fetcher, signal);
  for (;;) {
    const step = await steps.next();
    if (!step.done) {
      const { document, soFar } = step.value;
      if (!(await channel.push(document))) return;
      if (soFar) {
        const commit = () => subscriptions.saveState(id, soFar);
        await channel.push({ event: 'partly', subscription, commit });
      }
      continue;
    }
    const { failure, state: after, found, fresh } = step.value;
    const commit = async () => {
      await subscriptions.saveState(id, after);
      rota.settled(id);
    };
    if (failure) {
      const { code, arabic, english } = failure;
      const told = { at: new Date().toISOString(), code, arabic, english };
      await channel.push({ event: 'failed', subscription, failure: told, state: after, commit });
    } else
      await channel.push({ event: 'visited', subscription, found, fresh, state: after, commit });
    return;
  }
}
