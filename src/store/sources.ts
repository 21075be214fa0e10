import type { Article, IsoTime } from '../model/article.js';
import type { Source } from '../model/source.js';
import { plain } from './codec.js';
import type { Database } from './database.js';

type SourceRow = [id: string, name: string, source: string | null];

/** The number of the source of an article; one that nobody described yet is kept by its name. */
export function sourceNumber(database: Database, article: Article): number {
  const id = plain(article.source);
  return (
    database.value<number>('SELECT number FROM sources WHERE id = ?', id) ??
    database.run(
      'INSERT INTO sources (id, name) VALUES (?, ?)',
      id,
      plain(article.sourceName || article.source),
    ).lastInsertRowid
  );
}

export function saveSource(database: Database, source: Source): void {
  database.run(
    `INSERT INTO sources (id, name, source) VALUES (?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET name = excluded.name, source = excluded.source`,
    plain(source.id),
    plain(source.name),
    JSON.stringify(source),
  );
}

export function source(database: Database, id: string): Source | undefined {
  const row = database.row<SourceRow>(
    'SELECT id, name, source FROM sources WHERE id = ?',
    plain(id),
  );
  return row && toSource(row);
}

/** All sources with how many articles each has and the time of its latest, most articles first. */
export function sources(
  database: Database,
): Array<Source & { articles: number; latest?: IsoTime }> {
  return database
    .rows<[...SourceRow, number, number | null]>(
      `SELECT id, name, source,
         (SELECT count(*) FROM articles WHERE source = number) AS articles,
         (SELECT max(at) FROM articles WHERE source = number)
       FROM sources ORDER BY articles DESC, id`,
    )
    .map(([id, name, json, articles, latest]) => ({
      ...toSource([id, name, json]),
      articles,
      ...(latest === null ? {} : { latest: new Date(latest).toISOString() }),
    }));
}

function toSource([id, name, json]: SourceRow): Source {
  return json === null ? { id, name, kind: 'publisher' } : (JSON.parse(json) as Source);
}

/** The numbers of the sources that a reader's `source:` words may mean. */
export function sourcesNamed(database: Database, words: string[]): Set<number> {
  const wanted = looseKey(words.join(' '));
  const found = new Set<number>();
  if (!wanted) return found;
  const rows = database.rows<[number, string, string]>('SELECT number, id, name FROM sources');
  for (const [number, id, name] of rows)
    if (looseKey(id) === wanted || ` ${looseKey(name)} `.includes(` ${wanted} `)) found.add(number);
  return found;
}

/**
 * Coarser than the folding of any caller, so that its folded words and a written name meet: letters
 * and digits only, alef, ya, ta marbuta and Persian letters levelled, the article «ال» dropped.
 */
function looseKey(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}\u0640]/gu, '')
    .replace(/[ٱ]/g, 'ا')
    .replace(/[ىیئ]/g, 'ي')
    .replace(/ؤ/g, 'و')
    .replace(/ة/g, 'ه')
    .replace(/ک/g, 'ك')
    .split(/[^\p{L}\p{N}]+/u)
    .map((word) => word.replace(/^ال(?=...)/, ''))
    .filter(Boolean)
    .join(' ');
}
