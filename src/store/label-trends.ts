import type { Entity } from '../model/analysis.js';
import { milliseconds, plain } from './codec.js';
import type { Database } from './database.js';
import type { LabelKind } from './labels.js';
import type { LabelSpan, LabelTrend, LabelTrends, Store } from './store.js';

/** An article, or the copy group that it is in. */
const GROUP = 'coalesce(articles.copy_group, -articles.seq)';

type Row = [
  key: string,
  text: string,
  type: Entity['type'] | null,
  outlets: number,
  groups: string,
  earlier: number,
];

/** See `Store.labelTrends`. */
export function labelTrends(database: Database, span: LabelSpan): LabelTrends {
  const [before, since, until] = [span.before, span.since, span.until].map(milliseconds) as [
    number,
    number,
    number,
  ];
  const articlesIn = (from: number, to: number): number =>
    database.value<number>(
      `SELECT count(DISTINCT ${GROUP}) FROM articles WHERE at >= ? AND at < ?`,
      from,
      to,
    ) ?? 0;
  const trendsOf = (kind: LabelKind): LabelTrend[] =>
    database
      .rows<Row>(query(kind), since, until, span.least, before, since)
      .map(([key, text, type, outlets, groups, earlier]) => ({
        kind: kind === 'entities' ? 'entity' : 'keyphrase',
        key,
        text,
        ...(type === null ? {} : { type }),
        outlets,
        groups: JSON.parse(groups) as number[],
        earlier,
      }));
  return {
    articles: articlesIn(since, until),
    earlier: articlesIn(before, since),
    labels: [...trendsOf('entities'), ...trendsOf('keyphrases')],
  };
}

/** The recent rows come by the index over time, the earlier ones of each label found by its own key. */
function query(kind: LabelKind): string {
  return `
    WITH recent AS MATERIALIZED (
      SELECT links.label AS label, count(DISTINCT articles.source) AS outlets,
        json_group_array(DISTINCT ${GROUP}) AS groups
      FROM article_${kind} AS links INDEXED BY article_${kind}_by_time
      CROSS JOIN articles ON articles.seq = links.seq
      WHERE links.at >= ? AND links.at < ?
      GROUP BY links.label HAVING count(DISTINCT ${GROUP}) >= ?
    )
    SELECT key, text, ${kind === 'entities' ? 'type' : 'NULL'}, outlets, groups,
      (SELECT count(DISTINCT ${GROUP}) FROM article_${kind} AS links
       CROSS JOIN articles ON articles.seq = links.seq
       WHERE links.label = recent.label AND links.at >= ? AND links.at < ?)
    FROM recent CROSS JOIN ${kind} ON ${kind}.number = recent.label`;
}

/** See `Store.storiesWith`. */
export function storiesWith(
  database: Database,
  kind: LabelKind,
  key: string,
  limit: number,
): Awaited<ReturnType<Store['storiesWith']>> {
  return database
    .rows<[string, number, number]>(
      `SELECT stories.id, count(*), max(links.at) AS last
       FROM article_${kind} AS links CROSS JOIN articles ON articles.seq = links.seq
       JOIN stories ON stories.number = articles.story
       WHERE links.label = (SELECT number FROM ${kind} WHERE key = ?)
       GROUP BY articles.story HAVING count(*) > 1 ORDER BY last DESC, count(*) DESC LIMIT ?`,
      plain(key),
      limit,
    )
    .map(([id, articles, last]) => ({ id, articles, last: new Date(last).toISOString() }));
}
