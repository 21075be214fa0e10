import {
  collectAlways,
  collectOnce,
  type Collected,
  type CollectEvent,
} from './collect/collector.js';
import type { Fetcher } from './collect/http.js';
import type { Announcements } from './collect/websub.js';
import { Tidying } from './collecting/tidying.js';
import type { Desk } from './desk.js';
import type { Outcome } from './model/outcome.js';
import { journey } from './pipeline.js';

export interface CollectingOptions {
  fetcher: Fetcher;
  /** Ends collecting after what is under way. */
  signal: AbortSignal;
  /** Only what is due now, or everything, instead of for ever. */
  once?: 'due' | 'all';
  /** Renewed while collecting goes on. */
  announcements?: Announcements;
  /** Hosts visited at the same time. */
  concurrency?: number;
  /** Told of everything once it is kept. */
  told?: (news: Outcome | CollectEvent) => void;
}

const lookEveryMs = 10_000;

/**
 * Collects into a desk: visits what is due, takes what is new on its journey, and keeps what is
 * remembered of a subscription once its articles are durable. So a stop or a crash costs at most
 * the visits under way; they are made again, and articles that are kept already stay as they are.
 * @throws StoreError where the store cannot go on
 */
export async function collectInto(
  desk: Desk,
  { signal, once, told, announcements, ...options }: CollectingOptions,
): Promise<void> {
  const { subscriptions } = desk.store;
  const items = once
    ? collectOnce(subscriptions, { ...options, signal, all: once === 'all' })
    : collectAlways(subscriptions, { ...options, signal });
  const tidying = new Tidying(() => desk.tidy());
  const commits = new Set<Promise<void>>();
  let fault: unknown;
  const lookAfter = () =>
    Promise.all([tidying.look(), announcements?.renew()]).catch(
      (error: unknown) => (fault ??= error),
    );
  const timer = setInterval(() => void lookAfter(), lookEveryMs);
  try {
    for await (const news of journeyOnceNeeded(items, desk)) {
      if (fault) throw fault;
      if ('event' in news) {
        if ('commit' in news) {
          const commit = news.commit().catch((error: unknown) => void (fault ??= error));
          commits.add(commit);
          void commit.finally(() => commits.delete(commit));
        }
      } else if (news.became !== 'refused' && news.became !== 'unchanged') tidying.arrived();
      told?.(news);
    }
  } finally {
    clearInterval(timer);
    await Promise.all(commits);
  }
  if (fault) throw fault;
}

/** The journey from the first item on: its threads are not worth having before. */
async function* journeyOnceNeeded(
  items: AsyncGenerator<Collected>,
  desk: Desk,
): AsyncGenerator<Outcome | CollectEvent> {
  const first = await items.next();
  if (first.done) return;
  async function* all() {
    yield first.value as Collected;
    yield* items;
  }
  yield* journey<CollectEvent>(all(), desk, { prompt: true });
}
