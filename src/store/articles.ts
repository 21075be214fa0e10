import { setImmediate } from 'node:timers/promises';
import type { Topic } from '../model/analysis.js';
import type { Article, IsoTime } from '../model/article.js';
import type { Relations } from '../model/relations.js';
import { decodeContent, plain, type Content } from './codec.js';
import type { Database } from './database.js';
import type { StoredArticle } from './store.js';

type ArticleRow = [
  seq: number,
  content: Uint8Array,
  story: string,
  topic: Topic | null,
  group: string | null,
  how: NonNullable<Relations['copies']>['how'] | null,
  original: string | null,
];

const SELECT = `
  SELECT articles.seq, content, stories.id, topic, copy_groups.id, copy_how, original
  FROM articles JOIN contents ON contents.seq = articles.seq
  JOIN stories ON stories.number = story
  LEFT JOIN copy_groups ON copy_groups.number = copy_group`;

function toStored([seq, content, story, topic, group, how, original]: ArticleRow): StoredArticle {
  const { article, keyphrases, entities, brief } = decodeContent(content);
  const relations: Relations = { story };
  if (group !== null && how && original !== null) relations.copies = { group, how, original };
  const stored: StoredArticle = { seq, article, keyphrases, entities, brief, relations };
  if (topic) stored.topic = topic;
  return stored;
}

export function article(database: Database, id: string): StoredArticle | undefined {
  const row = database.row<ArticleRow>(`${SELECT} WHERE articles.id = ?`, plain(id));
  return row && toStored(row);
}

/** Those of `ids` that are kept, in the order asked for. */
export function articles(database: Database, ids: string[]): StoredArticle[] {
  return ids.flatMap((id) => article(database, id) ?? []);
}

const SCAN_STEP = 200;

/** By seq, a few hundred at a time, so that writes may go on in between. */
export async function* scan(database: Database, fromSeq: number): AsyncGenerator<StoredArticle> {
  for (let from = fromSeq; ;) {
    const rows = database.rows<ArticleRow>(
      `${SELECT} WHERE articles.seq >= ? ORDER BY articles.seq LIMIT ${SCAN_STEP}`,
      from,
    );
    for (const row of rows) yield toStored(row);
    const last = rows.at(-1);
    if (!last || rows.length < SCAN_STEP) return;
    from = last[0] + 1;
    await setImmediate();
  }
}

export function known(
  database: Database,
  ids: string[],
): Map<string, { seq: number; hash: string }> {
  const found = new Map<string, { seq: number; hash: string }>();
  for (const id of ids) {
    const row = database.row<[number, Uint8Array]>(
      'SELECT seq, hash FROM articles WHERE id = ?',
      plain(id),
    );
    if (row) found.set(id, { seq: row[0], hash: Buffer.from(row[1]).toString('hex') });
  }
  return found;
}

export function nextSeq(database: Database): number {
  return (
    (database.value<number>("SELECT seq FROM sqlite_sequence WHERE name = 'articles'") ?? 0) + 1
  );
}

export function byUrl(database: Database, url: string): string | undefined {
  return database.value<string>(
    'SELECT id FROM articles WHERE url = ? ORDER BY seq DESC LIMIT 1',
    plain(url),
  );
}

/** Earlier versions, oldest first; `at` is when the next one replaced it. */
export function versions(database: Database, id: string): Array<{ at: IsoTime; article: Article }> {
  return database
    .rows<[string, Uint8Array]>(
      `SELECT versions.at, content FROM versions JOIN articles ON articles.seq = versions.seq
       WHERE articles.id = ? ORDER BY version`,
      plain(id),
    )
    .map(([at, content]) => ({ at, article: decodeContent(content).article }));
}

/** What is kept of an article beside its row. */
export function contentOf(database: Database, seq: number): Content | undefined {
  const content = database.value<Uint8Array>('SELECT content FROM contents WHERE seq = ?', seq);
  return content && decodeContent(content);
}
