import { startSampleNewsroom } from '../sample/newsroom.js';
import { collectOnce, documentsOf } from './collect/collector.js';
import { memoryFeedStates } from './collect/feed-states.js';
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
    const collected = collectOnce(newsroom.subscriptions, memoryFeedStates(), {
      connectTo: newsroom.connectTo,
      gapMs: 0,
    });
    const documents = documentsOf(collected, (event) => {
      if (event.event === 'failed') complain(event.subscription.address, event.failure.english);
    });
    let articles = 0;
    for await (const outcome of journey(documents, desk)) {
      if (outcome.became === 'refused') complain(outcome.name, outcome.reason);
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
