import type { ListEntry, StoryLine, StoryPage } from '../desk.js';
import type { Relater } from '../relate/relater.js';
import type { ArticleSummary, Store } from '../store/store.js';
import { timeOf } from './time-of.js';

/** So many stories are looked at for each that is to lead, since those of one affair lead once. */
const LOOKED_AT = 3;

/** A story with its reports and its affair; where it was made one with another, that one. Undefined where there is none. */
export async function storyPage(
  store: Store,
  relater: Relater,
  id: string,
): Promise<StoryPage | undefined> {
  const summaries = await store.story(id);
  const story = await relater.story(id);
  if (!summaries.length && story && story.id !== id) return storyPage(store, relater, story.id);
  const first = summaries[0];
  const last = summaries.at(-1);
  if (!first || !last) return undefined;
  const affair = story?.related ?? (await store.relatedStories(id));
  return {
    id,
    title: story?.title ?? first.title,
    names: story?.names ?? [],
    terms: story?.terms ?? [],
    outlets: new Set(summaries.map((summary) => summary.source)).size,
    first: timeOf(first),
    last: timeOf(last),
    entries: foldCopies(summaries),
    ...(await around(store, relater, affair, timeOf(first))),
  };
}

/**
 * The stories that lead, by the store's rank: of one affair the first only, unless there is no other news. Its
 * others stand on its page, and in its `earlier` and `later`.
 */
export async function topStories(
  store: Store,
  relater: Relater,
  limit: number,
): Promise<StoryPage[]> {
  const { items } = await store.stories({ limit: limit * LOOKED_AT });
  const leading: StoryPage[] = [];
  const behind: StoryPage[] = [];
  for (const { id } of items) {
    if (leading.length === limit) break;
    const page = await storyPage(store, relater, id);
    if (!page) continue;
    (leading.some((other) => isOneAffair(other, page)) ? behind : leading).push(page);
  }
  return [...leading, ...behind].slice(0, limit);
}

function isOneAffair(a: StoryPage, b: StoryPage): boolean {
  const leadsTo = (from: StoryPage, to: StoryPage) =>
    [...from.earlier, ...from.later].some(({ id }) => id === to.id);
  return leadsTo(a, b) || leadsTo(b, a);
}

/** Stories of an affair, before and after one that began at `start`. */
async function around(
  store: Store,
  relater: Relater,
  affair: string[],
  start: string,
): Promise<Pick<StoryPage, 'earlier' | 'later'>> {
  const lines: Array<StoryLine & { first: number }> = [];
  for (const id of affair) {
    const articles = await store.story(id);
    const [first, last] = [articles[0], articles.at(-1)];
    if (!first || !last) continue;
    const title = (await relater.headline(id)) ?? last.title;
    lines.push({ id, title, last: timeOf(last), first: Date.parse(timeOf(first)) });
  }
  const began = Date.parse(start);
  const line = ({ id, title, last }: StoryLine) => ({ id, title, last });
  const byTime = lines.sort((a, b) => Date.parse(a.last) - Date.parse(b.last));
  const earlier = byTime.filter(({ first }) => first < began).reverse();
  const later = byTime.filter(({ first }) => first >= began);
  return { earlier: earlier.map(line), later: later.map(line) };
}

/** One entry for each copy group, at the place of its first article. */
function foldCopies(summaries: ArticleSummary[]): ListEntry[] {
  const entries: ListEntry[] = [];
  const byGroup = new Map<string, ListEntry>();
  for (const summary of summaries) {
    const entry = summary.copyGroup ? byGroup.get(summary.copyGroup) : undefined;
    if (entry) {
      entry.alsoIn.push(summary);
      continue;
    }
    const fresh: ListEntry = { summary, alsoIn: [] };
    entries.push(fresh);
    if (summary.copyGroup) byGroup.set(summary.copyGroup, fresh);
  }
  return entries;
}
