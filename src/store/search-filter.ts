import type { SearchPhrase, SearchQuery } from '../model/search.js';
import { plain } from './codec.js';
import type { Database } from './database.js';
import type { Facets } from './facets.js';
import { timesOf } from './lists.js';
import { anyExpression } from './search-expression.js';
import type { SearchIndexReader } from './search-index-reader.js';
import { sourcesNamed } from './sources.js';
import type { ListOptions } from './store.js';

export type Allowed = (seq: number) => boolean;

/** All that restricts a search without ranking it: presence, time, source, topic, what is unwanted. */
export function filterOf(
  database: Database,
  facets: Facets,
  index: SearchIndexReader,
  query: SearchQuery,
  options: ListOptions,
): Allowed {
  const checks: Allowed[] = [(seq) => facets.has(seq)];
  for (const { after, before } of [timesOf(query), timesOf(options)]) {
    if (after !== undefined) checks.push((seq) => facets.at(seq) >= after);
    if (before !== undefined) checks.push((seq) => facets.at(seq) < before);
  }
  if (options.source !== undefined) {
    const source = sourceNumber(database, options.source);
    checks.push((seq) => facets.source(seq) === source);
  }
  if (options.topic !== undefined) {
    const topic = facets.topicNumber(options.topic);
    checks.push((seq) => facets.topic(seq) === topic);
  }
  for (const group of query.all.filter(asksForSource))
    checks.push(anyOf(database, facets, index, group));
  if (query.none.length) {
    const unwanted = anyOf(database, facets, index, query.none);
    checks.push((seq) => !unwanted(seq));
  }
  return (seq) => checks.every((check) => check(seq));
}

/** A group with a `source:` in it is a filter as a whole, since the index does not know sources. */
export function asksForSource(group: SearchPhrase[]): boolean {
  return group.some(({ field }) => field === 'source');
}

function anyOf(
  database: Database,
  facets: Facets,
  index: SearchIndexReader,
  phrases: SearchPhrase[],
): Allowed {
  const sources = new Set(
    phrases
      .filter(({ field }) => field === 'source')
      .flatMap(({ words }) => [...sourcesNamed(database, words)]),
  );
  const expression = anyExpression(phrases, 'find');
  const found = new Set(expression ? index.find(expression) : []);
  return (seq) => found.has(seq) || sources.has(facets.source(seq));
}

function sourceNumber(database: Database, id: string): number {
  return database.value<number>('SELECT number FROM sources WHERE id = ?', plain(id)) ?? -1;
}
