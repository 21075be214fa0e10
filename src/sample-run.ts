import { startSampleNewsroom } from '../sample/newsroom.js';
import { collectOnce } from './collect/collector.js';
import { memorySubscriptions } from './collect/subscriptions.js';
import type { Desk } from './desk.js';
import { journey } from './pipeline.js';

/** Remembers that the sample newsroom was read, or refused, so that it never comes back by itself. */
const KEY = 'sample';

/**
 * Fills an empty store from the sample newsroom: five small sites, served on loopback for the moment and
 * read over HTTP like any other. Does nothing where the store has articles, or had the sample once.
 * @returns how many articles came in
 */
export async function fillFromSample(
  desk: Desk,
  complain: (name: string, reason: string) => void,
): Promise<number> {
  const { store } = desk;
  if ((await store.setting(KEY)) || (await store.stats()).articles > 0) return 0;
  const newsroom = await startSampleNewsroom();
  try {
    const collected = collectOnce(memorySubscriptions(newsroom.subscriptions), {
      connectTo: newsroom.connectTo,
      gapMs: 0,
    });
    let articles = 0;
    for await (const item of journey(collected, desk, { prompt: true })) {
      if ('event' in item) {
        if (item.event === 'failed') complain(item.subscription.address, item.failure.english);
      } else if (item.became === 'refused') complain(item.name, item.reason);
      else articles += 1;
    }
    await store.setSetting(KEY, 'read');
    return articles;
  } finally {
    await newsroom.close();
  }
}

/** Takes the sample newsroom away, and keeps it away. */
export async function refuseSample(desk: Desk): Promise<number> {
  const removed = await desk.removeSample();
  await desk.store.setSetting(KEY, 'refused');
  return removed;
}
