import type { Entity } from '../model/analysis.js';
import { plain } from './codec.js';
import type { Database } from './database.js';
import type { Store } from './store.js';

/** See `Store.namesWith`. Copies count once; the names of an article are found by its time and number. */
export function namesWith(
  database: Database,
  key: string,
  { newest, least }: { newest: number; least: number },
): Awaited<ReturnType<Store['namesWith']>> {
  const rows = database.rows<[string, string, Entity['type'], number, number]>(
    `WITH mine AS MATERIALIZED (
       SELECT links.at AS at, links.seq AS seq, links.label AS label,
         coalesce(articles.copy_group, -articles.seq) AS copies
       FROM article_entities AS links CROSS JOIN articles ON articles.seq = links.seq
       WHERE links.label = (SELECT number FROM entities WHERE key = ?)
       ORDER BY links.at DESC LIMIT ?
     )
     SELECT key, text, type, articles, together FROM (
       SELECT others.label AS label, count(DISTINCT mine.copies) AS together
       FROM mine CROSS JOIN article_entities AS others INDEXED BY article_entities_by_time
         ON others.at = mine.at AND others.seq = mine.seq AND others.label <> mine.label
       GROUP BY others.label HAVING together >= ?
     ) CROSS JOIN entities ON entities.number = label`,
    plain(key),
    newest,
    least,
  );
  return {
    all: database.value<number>('SELECT count(*) FROM articles') ?? 0,
    names: rows.map(([key, name, type, articles, together]) => ({
      key,
      name,
      type,
      articles,
      together,
    })),
  };
}
