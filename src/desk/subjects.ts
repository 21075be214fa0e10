import type { Rising, RisingItem } from '../desk.js';
import type { Relater } from '../relate/relater.js';
import type { ArticleSummary, Store } from '../store/store.js';
import { risen, type Risen } from './rising.js';

const HOUR = 60 * 60 * 1000;
/** What is rising is told of so many hours, against so many days before them. */
const SPAN_HOURS = 24;
const DAYS_BEFORE = 14;
/** In fewer articles than `SMALL`, two that carry a label are worth telling. */
const SMALL = 60;
const STORIES_OF_A_SUBJECT = 5;

/** What rises in the 24 hours that end with the newest article, so that an archive has it too. */
export async function risingIn(store: Store, limit: number): Promise<Rising> {
  const [newest] = (await store.latest({ limit: 1 })).items;
  if (!newest) return { items: [] };
  const end = instantOf(newest) + 1;
  const since = iso(end - SPAN_HOURS * HOUR);
  const until = iso(end);
  const before = iso(end - (SPAN_HOURS + DAYS_BEFORE * 24) * HOUR);
  const trends = await store.labelTrends({ before, since, until, least: 2 });
  const least = trends.articles < SMALL ? 2 : 3;
  const labels = trends.labels.filter(({ groups }) => groups.length >= least);
  const items = await Promise.all(
    risen({ ...trends, labels }, limit).map((one) => withNewest(store, one, since)),
  );
  return { span: { since, until: iso(end - 1) }, items };
}

async function withNewest(store: Store, one: Risen, after: string): Promise<RisingItem> {
  const options = { limit: 1, after, foldCopies: true };
  const { items } =
    one.kind === 'entity'
      ? await store.byEntity(one.key, options)
      : await store.byKeyphrase(one.key, options);
  return items[0] ? { ...one, newest: items[0] } : one;
}

/** Stories of several articles that a keyphrase or a name stands in, with their titles. */
export async function storiesWith(
  store: Store,
  relater: Relater,
  what: { keyphrase: string } | { entity: string },
): Promise<Array<{ id: string; title: string; articles: number; last: string }>> {
  const found = await store.storiesWith(what, STORIES_OF_A_SUBJECT);
  return Promise.all(
    found.map(async (story) => ({
      ...story,
      title: (await relater.headline(story.id)) ?? (await store.story(story.id))[0]?.title ?? '',
    })),
  );
}

/** In ms, also where what is published cannot be read. */
function instantOf({ published, collected }: ArticleSummary): number {
  const time = Date.parse(published ?? collected);
  return Number.isNaN(time) ? Date.parse(collected) : time;
}

function iso(time: number): string {
  return new Date(time).toISOString();
}
