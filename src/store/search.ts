import type { SearchPage, SearchPhrase, SearchQuery } from '../model/search.js';
import { plain } from './codec.js';
import type { Database } from './database.js';
import type { Facets } from './facets.js';
import { limitOf, timesOf } from './lists.js';
import { anyExpression, phraseExpression } from './search-expression.js';
import { sourcesNamed } from './sources.js';
import type { ListOptions } from './store.js';

export type SearchOptions = ListOptions & { sort?: 'relevance' | 'date' };

interface Found {
  seq: number;
  score: number;
}

/** bm25 weights of title_words, title_stems, body_words, body_stems, keywords. */
const WEIGHTS = '8, 6, 2, 1, 3';
/** Where all words together find fewer, articles with most of the words follow. */
const ENOUGH = 10;

/**
 * Articles with all that is asked for, best or newest first; where they are few and there are
 * several words, those with some of the words come after them. `total` counts both.
 */
export function search(
  database: Database,
  facets: Facets,
  query: SearchQuery,
  options: SearchOptions = {},
): SearchPage {
  facets.refresh();
  const groups = query.all.filter((group) => group.some(hasWords));
  if (!groups.length && query.all.some((group) => group.length)) return { hits: [], total: 0 };
  const allowed = filterOf(database, facets, query, options);
  const expression = conjunction(groups);
  let found = expression
    ? ranked(database, expression, query.none).filter(({ seq }) => allowed(seq))
    : everything(facets).filter(({ seq }) => allowed(seq));
  const words = groups.flatMap((group) => anyExpression(group, 'rank') ?? []);
  const byDate = options.sort === 'date' || !expression;
  if (found.length < ENOUGH && words.length > 1) {
    const have = new Set(found.map(({ seq }) => seq));
    const some = ranked(database, words.join(' OR '), query.none);
    found = found.concat(some.filter(({ seq }) => !have.has(seq) && allowed(seq)));
  }
  if (byDate) found.sort((a, b) => facets.at(b.seq) - facets.at(a.seq) || b.seq - a.seq);
  if (options.foldCopies) found = fold(facets, found);
  const start = /^\d{1,9}$/.test(options.from ?? '') ? Number(options.from) : 0;
  const hits = found.slice(start, start + limitOf(options)).flatMap(({ seq, score }) => {
    const id = database.value<string>('SELECT id FROM articles WHERE seq = ?', seq);
    return id === undefined ? [] : [{ id, score }];
  });
  return { hits, total: found.length };
}

function hasWords(phrase: SearchPhrase): boolean {
  return [...phrase.words, ...phrase.stems].some((word) => word.trim() !== '');
}

function conjunction(groups: SearchPhrase[][]): string | undefined {
  const parts = groups.flatMap((group) => anyExpression(group, 'rank') ?? []);
  return parts.length ? parts.join(' AND ') : undefined;
}

function ranked(database: Database, expression: string, none: SearchPhrase[]): Found[] {
  const not = none.flatMap((phrase) => phraseExpression(phrase, 'rank') ?? []);
  const match = not.length ? `(${expression}) NOT (${not.join(' OR ')})` : expression;
  return database
    .rows<[number, number]>(
      `SELECT rowid, -bm25(search, ${WEIGHTS}) AS score FROM search WHERE search MATCH ?
       ORDER BY score DESC, rowid DESC`,
      match,
    )
    .map(([seq, score]) => ({ seq, score }));
}

function everything(facets: Facets): Found[] {
  return Array.from({ length: facets.size }, (_, seq) => ({ seq, score: 0 }));
}

type Allowed = (seq: number) => boolean;

/** What is not asked of the index: that the article is there, its time, source and topic. */
function filterOf(
  database: Database,
  facets: Facets,
  query: SearchQuery,
  options: SearchOptions,
): Allowed {
  const checks: Allowed[] = [(seq) => facets.has(seq)];
  for (const { after, before } of [timesOf(query), timesOf(options)]) {
    if (after !== undefined) checks.push((seq) => facets.at(seq) >= after);
    if (before !== undefined) checks.push((seq) => facets.at(seq) < before);
  }
  if (options.source !== undefined) {
    const source =
      database.value<number>('SELECT number FROM sources WHERE id = ?', plain(options.source)) ??
      -1;
    checks.push((seq) => facets.source(seq) === source);
  }
  if (options.topic !== undefined) {
    const topic = facets.topicNumber(options.topic);
    checks.push((seq) => facets.topic(seq) === topic);
  }
  for (const group of query.all.filter((phrases) => phrases.some(isSource)))
    checks.push(inSources(database, facets, group.filter(isSource)));
  const unwanted = query.none.filter(isSource);
  if (unwanted.length) {
    const inUnwanted = inSources(database, facets, unwanted);
    checks.push((seq) => !inUnwanted(seq));
  }
  return (seq) => checks.every((check) => check(seq));
}

function isSource(phrase: SearchPhrase): boolean {
  return phrase.field === 'source';
}

function inSources(database: Database, facets: Facets, phrases: SearchPhrase[]): Allowed {
  const numbers = new Set(phrases.flatMap(({ words }) => [...sourcesNamed(database, words)]));
  return (seq) => numbers.has(facets.source(seq));
}

/** One hit for each copy group, at the place of its best: its original where that was found. */
function fold(facets: Facets, found: Found[]): Found[] {
  const speakers = new Map<number, Found>();
  for (const hit of found) {
    const group = facets.group(hit.seq);
    if (!group) continue;
    const speaker = speakers.get(group);
    if (!speaker) speakers.set(group, { ...hit });
    else if (facets.isOriginal(hit.seq)) speaker.seq = hit.seq;
  }
  const folded: Found[] = [];
  for (const hit of found) {
    const group = facets.group(hit.seq);
    const speaker = speakers.get(group);
    if (!speaker) folded.push(hit);
    else {
      if (!folded.includes(speaker)) folded.push(speaker);
    }
  }
  return folded;
}
