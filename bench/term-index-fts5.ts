import Database from 'libsql';
import { textOf, type CountedDocument } from './term-index-articles.js';

/** FTS5 over the same stems, without the text itself.  */
export function addToFts5(path: string, made: Iterable<CountedDocument>, flushEvery: number) {
  const db = new Database(path);
  db.exec('pragma journal_mode = wal; pragma synchronous = full');
  db.exec(
    `create virtual table articles using fts5(terms, content = '', tokenize = "unicode61 remove_diacritics 0")`,
  );
  const insert = db.prepare('insert into articles (rowid, terms) values (?, ?)');
  let spent = 0;
  let count = 0;
  for (const one of made) {
    const text = textOf(one);
    const start = performance.now();
    if (count % flushEvery === 0) db.exec('begin');
    insert.run(one.document.seq, text);
    if (++count % flushEvery === 0) db.exec('commit');
    spent += performance.now() - start;
  }
  if (db.inTransaction) db.exec('commit');
  const { bytes } = db
    .prepare('select page_count * page_size as bytes from pragma_page_count, pragma_page_size')
    .get() as { bytes: number };
  db.close();
  return { perSecond: Math.round((count / spent) * 1000), mb: Math.round(bytes / 2 ** 20) };
}

/** Milliseconds of each query: any of its terms, by bm25. */
export function queryFts5(path: string, queries: string[][], top: number): number[] {
  const db = new Database(path);
  const select = db.prepare(
    'select rowid from articles where articles match ? order by rank limit ?',
  );
  return queries.map((terms) => {
    const match = terms.map((term) => `"${term.replaceAll('"', '""')}"`).join(' OR ');
    const start = performance.now();
    select.all(match, top);
    return performance.now() - start;
  });
}
