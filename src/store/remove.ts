import { plain } from './codec.js';
import type { Database } from './database.js';
import { ArticleWriter } from './save.js';
import type { Store } from './store.js';

export type Which = Parameters<Store['remove']>[0];

/** Removes articles with everything that hangs on them, in one transaction. */
export function remove(
  database: Database,
  which: Which,
): { removed: number; changed: Set<number> } {
  return database.transaction(() => {
    const seqs = seqsOf(database, which);
    const writer = new ArticleWriter(database);
    for (const seq of seqs) writer.remove(seq);
    writer.finish();
    if ('sample' in which)
      database.run(
        `DELETE FROM sources WHERE json_extract(source, '$.sample') = 1
         AND NOT EXISTS (SELECT 1 FROM articles WHERE articles.source = sources.number)`,
      );
    // A source that only its articles made known goes with the last of them.
    database.run(
      `DELETE FROM sources WHERE source IS NULL
       AND NOT EXISTS (SELECT 1 FROM articles WHERE articles.source = sources.number)`,
    );
    return { removed: seqs.length, changed: writer.changed };
  });
}

function seqsOf(database: Database, which: Which): number[] {
  if ('ids' in which)
    return [...new Set(which.ids)].flatMap(
      (id) => database.value<number>('SELECT seq FROM articles WHERE id = ?', plain(id)) ?? [],
    );
  const rows =
    'sample' in which
      ? database.rows<[number]>('SELECT seq FROM articles WHERE sample = 1')
      : database.rows<[number]>(
          'SELECT seq FROM articles WHERE source = (SELECT number FROM sources WHERE id = ?)',
          plain(which.source),
        );
  return rows.map(([seq]) => seq);
}
