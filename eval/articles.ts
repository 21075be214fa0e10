import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { Article } from '../src/model/article.js';
import { testArticle } from '../src/model/testing.js';

/** Where gold and corpora lie, beside the checkout. */
export const shared = new URL('../../shared/', import.meta.url);

/** A file of gold or corpora, plain or gzipped. Ends the run with a clear message where it is absent. */
export function readShared(path: string): string {
  const url = new URL(path, shared);
  if (!existsSync(url)) {
    console.error(`${url.pathname} is absent; this measurement needs the shared gold and corpora`);
    process.exit(2);
  }
  const bytes = readFileSync(url);
  return (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
}

/** The lines of a JSON Lines file, read as `readShared` does. */
export function jsonLines<T>(path: string): T[] {
  return readShared(path)
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as T);
}

/** An article of plain text, a paragraph a line. */
export function plainArticle(id: string, title: string, body: string): Article {
  const paragraphs = body
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  const names = { source: 'eval', sourceName: 'eval', collected: '2020-01-01T00:00:00Z' };
  return testArticle(title, paragraphs, { id, ...names });
}
