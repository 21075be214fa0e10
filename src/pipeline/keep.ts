import type { Article } from '../model/article.js';
import type { Outcome } from '../model/outcome.js';
import type { RelationChange } from '../model/relations.js';
import type { SiteRules } from '../model/site-rules.js';
import type { Source } from '../model/source.js';
import type { Relater } from '../relate/relater.js';
import type { SiteLesson } from '../model/learned.js';
import type { Entry, Store } from '../store/store.js';
import { inTurn } from './in-turn.js';
import type { Learning } from './learned.js';
import { clear, note } from './unsettled.js';
import type { Prepared, PreparedArticle, Spent } from './prepare.js';

/** What articles are related in and kept in. */
export interface Newsroom {
  store: Store;
  relater: Relater;
  /** The user's rules for sites. */
  siteRules?: SiteRules;
}

interface Arriving extends PreparedArticle {
  name: string;
  lesson?: SiteLesson | undefined;
}

/**
 * relate → store for documents that are prepared: articles are related one by one in order and saved together.
 * @returns what became of each, once it is durable
 */
export async function keep(
  batch: Prepared[],
  newsroom: Newsroom,
  spent: Spent,
  learning: Learning,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  let group: Arriving[] = [];
  const ids = new Set<string>();
  for (const prepared of batch) {
    if ('refused' in prepared) {
      outcomes.push(...(await keepGroup(group, newsroom, spent, learning)));
      group = [];
      outcomes.push({ name: prepared.name, became: 'refused', reason: prepared.refused });
      continue;
    }
    for (const stage of ['extract', 'analyse', 'relate', 'store'] as const)
      spent[stage] += prepared.spent[stage];
    for (const source of prepared.sources) await meetSource(source, newsroom.store);
    for (const [index, made] of prepared.articles.entries()) {
      if (ids.has(made.article.id)) {
        // The same article twice in one batch: the second is compared with the first as kept.
        outcomes.push(...(await keepGroup(group, newsroom, spent, learning)));
        group = [];
        ids.clear();
      }
      ids.add(made.article.id);
      const lesson = index === 0 ? prepared.lesson : undefined;
      group.push({ ...made, name: prepared.name, lesson });
    }
  }
  outcomes.push(...(await keepGroup(group, newsroom, spent, learning)));
  return outcomes;
}

async function keepGroup(
  group: Arriving[],
  newsroom: Newsroom,
  spent: Spent,
  learning: Learning,
): Promise<Outcome[]> {
  if (!group.length) return [];
  return inTurn(newsroom.store, () => keepInTurn(group, newsroom, spent, learning));
}

async function keepInTurn(
  group: Arriving[],
  { store, relater }: Newsroom,
  spent: Spent,
  learning: Learning,
): Promise<Outcome[]> {
  const begun = performance.now();
  const known = await store.known(group.map(({ article }) => article.id));
  let seq = await store.nextSeq();
  const looked = performance.now();
  const entries: Entry[] = [];
  const changes: RelationChange[] = [];
  const outcomes: Outcome[] = [];
  const fresh: Arriving[] = [];
  for (const arriving of group) {
    const { name, article, analysis, draft, encoded } = arriving;
    const kept = known.get(article.id);
    if (kept && (kept.hash === encoded.hash || (await isLess(article, store)))) {
      outcomes.push({ name, became: 'unchanged', id: article.id });
      continue;
    }
    const related = kept
      ? await relater.replace({ seq: kept.seq, draft })
      : await relater.add({ seq: seq++, draft });
    changes.push(...related.changes);
    entries.push({ article, analysis, encoded, relations: related.relations });
    const { copies } = related.relations;
    if (kept) outcomes.push({ name, became: 'updated', id: article.id });
    else if (copies && copies.original !== article.id)
      outcomes.push({ name, became: 'copy', id: article.id, of: copies.original });
    else {
      outcomes.push({ name, became: 'stored', id: article.id });
      fresh.push(arriving);
    }
  }
  const relatedAt = performance.now();
  if (entries.length) await save(entries, changes, known, { store, relater });
  // Copies and newer versions would teach an article's own lines as its site's.
  for (const arriving of fresh) learning.learn(arriving);
  spent.relate += relatedAt - looked;
  spent.store += looked - begun + (performance.now() - relatedAt);
  return outcomes;
}

/** A feed's few words do not take the place of a page that was read before. */
async function isLess({ id, fromFeed }: Article, store: Store): Promise<boolean> {
  if (!fromFeed) return false;
  const stored = await store.article(id);
  return stored !== undefined && !stored.article.fromFeed;
}

async function save(
  entries: Entry[],
  changes: RelationChange[],
  known: ReadonlyMap<string, unknown>,
  { store, relater }: Newsroom,
): Promise<void> {
  const changed = entries.map(({ article }) => article.id).filter((id) => known.has(id));
  if (changed.length) await note(store, { changed });
  await store.save(entries, changes);
  await relater.flush();
  if (changed.length) await clear(store);
}

/** Sources already met in this process; a source is written once, not with each of its articles. */
const met = new WeakMap<Store, Set<string>>();

async function meetSource(source: Source, store: Store): Promise<void> {
  let seen = met.get(store);
  if (!seen) met.set(store, (seen = new Set()));
  if (seen.has(source.id)) return;
  seen.add(source.id);
  if (!(await store.source(source.id))) await store.saveSource(source);
}
