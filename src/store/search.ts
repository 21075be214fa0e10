import type { SearchPage, SearchPhrase, SearchQuery } from '../model/search.js';
import type { Database } from './database.js';
import type { Facets } from './facets.js';
import { limitOf } from './lists.js';
import { anyExpression, titleExpression } from './search-expression.js';
import { asksForSource, filterOf, type Allowed } from './search-filter.js';
import type { SearchIndexReader } from './search-index-reader.js';
import type { ListOptions } from './store.js';

export type SearchOptions = ListOptions & { sort?: 'relevance' | 'date' };

interface Found {
  seq: number;
  score: number;
}

/** Where all words together find fewer, articles with most of the words follow. */
const ENOUGH = 10;
/** Up to so many hits are ranked by bm25; of more, those with a rarer word or one in the title, then the newest. */
const RANKED = 2500;
/** By date, a question finds what has at least this part of the best score. */
const RELATED = 0.5;
/** How much of the weight of the words an article must have where it has not all of them. */
const LEAST_WEIGHT = 0.3;

/**
 * Articles with all that is asked for, best or newest first; where they are few and there are
 * several words, those with most of the weight of the words come after them. `total` counts both,
 * copies folded where that is asked for.
 */
export function search(
  database: Database,
  facets: Facets,
  index: SearchIndexReader,
  query: SearchQuery,
  options: SearchOptions = {},
): SearchPage {
  facets.refresh();
  if (!query.all.some(asksForAnything) && (query.all.length || !restricts(query)))
    return { hits: [], total: 0 };
  const allowed = filterOf(database, facets, index, query, options);
  const groups = query.all.filter((group) => asksForAnything(group) && !asksForSource(group));
  const found = conjunction(facets, index, groups).filter(allowed);
  const wanted = startOf(options) + limitOf(options);
  const byDate = options.sort === 'date' || !groups.length;
  let ordered: (atLeast: number) => Found[] = byDate
    ? (atLeast) => newest(facets, found, atLeast)
    : (atLeast) => best(facets, index, groups, found, atLeast);
  let seqs: Iterable<number> = found;
  if (byDate && found.length > ENOUGH && groups.some(isQuestion)) {
    const related = best(facets, index, groups, found, 1);
    const least = (related[0]?.score ?? 0) * RELATED;
    const dated = related.filter(({ score }) => score > least).sort(newestFirst(facets));
    ordered = () => dated;
    seqs = dated.map(({ seq }) => seq);
  } else if (found.length < ENOUGH && groups.length > 1) {
    const all = best(facets, index, groups, found, found.length);
    const have = new Set(found);
    const others: Allowed = (seq) => !have.has(seq) && allowed(seq);
    const more = mostWords(facets, index, groups, others, LEAST_WEIGHT);
    // By date, what has only some of the words stays behind what has them all.
    const parts = byDate ? [all, more].map((part) => part.sort(newestFirst(facets))) : [all, more];
    const both = parts.flat();
    ordered = () => both;
    seqs = both.map(({ seq }) => seq);
  }
  const page = options.foldCopies
    ? folded(facets, seqs, ordered, wanted)
    : { found: ordered(wanted), total: Array.isArray(seqs) ? seqs.length : found.length };
  const hits = page.found.slice(startOf(options), wanted).flatMap(({ seq, score }) => {
    const id = database.value<string>('SELECT id FROM articles WHERE seq = ?', seq);
    return id === undefined ? [] : [{ id, score }];
  });
  return { hits, total: page.total };
}

function startOf({ from = '' }: SearchOptions): number {
  return /^\d{1,9}$/.test(from) ? Number(from) : 0;
}

/** Whether a query without words to find still says something: what to leave out, or when. */
function restricts({ none, after, before }: SearchQuery): boolean {
  return none.length > 0 || after !== undefined || before !== undefined;
}

function asksForAnything(group: SearchPhrase[]): boolean {
  return asksForSource(group) || anyExpression(group, 'find') !== undefined;
}

function conjunction(
  facets: Facets,
  index: SearchIndexReader,
  groups: SearchPhrase[][],
): Int32Array {
  const [question] = groups;
  if (groups.length === 1 && question && isQuestion(question))
    return union(facets, index, question);
  const parts = groups.flatMap((group) => anyExpression(group, 'find') ?? []);
  if (parts.length) return index.find(parts.join(' AND '));
  return Int32Array.from({ length: facets.size }, (_, seq) => seq);
}

/** Articles with one of the phrases, ascending; each is looked up alone, as ranking will need them. */
function union(facets: Facets, index: SearchIndexReader, phrases: SearchPhrase[]): Int32Array {
  const found = new Uint8Array(facets.size);
  let count = 0;
  for (const phrase of phrases) {
    const expression = anyExpression([phrase], 'find');
    for (const seq of expression ? index.find(expression) : []) {
      if (found[seq] === 0) count += 1;
      found[seq] = 1;
    }
  }
  const seqs = new Int32Array(count);
  let place = 0;
  for (let seq = 0; place < count; seq += 1) if (found[seq] === 1) seqs[place++] = seq;
  return seqs;
}

/** By relevance, at least the first `atLeast`. */
function best(
  facets: Facets,
  index: SearchIndexReader,
  groups: SearchPhrase[][],
  found: Int32Array,
  atLeast: number,
): Found[] {
  if (!found.length) return [];
  if (found.length <= RANKED) {
    const parts = groups.flatMap((group) => anyExpression(group, 'rank') ?? []);
    const scores = index.rank(parts.join(' AND '));
    return Array.from(found, (seq) => ({ seq, score: scores.get(seq) ?? 0 })).sort(
      bestFirst(facets),
    );
  }
  const scores = groups.some((group) => group.length > 1)
    ? byRarity(facets, index, groups, found)
    : byTitle(index, groups);
  const ranked: Found[] = [];
  const rest = found.filter((seq) => {
    const score = scores.get(seq);
    if (score !== undefined) ranked.push({ seq, score });
    return score === undefined;
  });
  ranked.sort(bestFirst(facets));
  return ranked.length >= atLeast
    ? ranked
    : ranked.concat(newest(facets, rest, atLeast - ranked.length));
}

/** Scores of those with a word in the title. */
function byTitle(index: SearchIndexReader, groups: SearchPhrase[][]): Map<number, number> {
  const inTitle = groups.flatMap((group) => titleExpression(group) ?? []);
  return inTitle.length ? index.rank(inTitle.join(' OR ')) : new Map<number, number>();
}

/** Scores of those with one of the rarer words, where one word of a group is enough. */
function byRarity(
  facets: Facets,
  index: SearchIndexReader,
  groups: SearchPhrase[][],
  found: Int32Array,
): Map<number, number> {
  const among = new Uint8Array(facets.size);
  for (const seq of found) among[seq] = 1;
  const words = groups.flat().map((phrase) => [phrase]);
  const ranked = mostWords(facets, index, words, (seq) => among[seq] === 1, 0);
  return new Map(ranked.map(({ seq, score }) => [seq, score]));
}

/** Of the many words of a question one is enough, so that by date it needs a bound of its own. */
function isQuestion(group: SearchPhrase[]): boolean {
  return group.length > 3;
}

function bestFirst(facets: Facets): (a: Found, b: Found) => number {
  return (a, b) => b.score - a.score || facets.at(b.seq) - facets.at(a.seq) || b.seq - a.seq;
}

function newestFirst(facets: Facets): (a: Found, b: Found) => number {
  return (a, b) => facets.at(b.seq) - facets.at(a.seq) || b.seq - a.seq;
}

/** By time, at least the newest `atLeast`; finds their limit before it sorts only those. */
function newest(facets: Facets, found: Int32Array, atLeast: number): Found[] {
  let chosen = found;
  if (found.length > 4 * atLeast) {
    const times = Float64Array.from(found, (seq) => facets.at(seq)).sort();
    const limit = times[times.length - atLeast] ?? Number.NEGATIVE_INFINITY;
    chosen = found.filter((seq) => facets.at(seq) >= limit);
  }
  return Array.from(chosen, (seq) => ({ seq, score: 0 })).sort(newestFirst(facets));
}

/** Most words that are looked up one by one; a longer query keeps its longest words. */
const LOOKED_UP = 24;
/** Below so many words in both forms an article is short, however much shorter. */
const SHORT = 100;
const VERBOSITY = 0.1;
/** So many articles, those with most of the weight of the words, are ranked exactly. */
const CANDIDATES = 1000;

/** Articles with a good part of the words, weighed by how rare they are. */
function mostWords(
  facets: Facets,
  index: SearchIndexReader,
  groups: SearchPhrase[][],
  allowed: Allowed,
  leastWeight: number,
): Found[] {
  const looked = groups
    .flatMap((group) => {
      const expression = anyExpression(group, 'find');
      return expression ? [{ group, expression }] : [];
    })
    .sort((a, b) => b.expression.length - a.expression.length)
    .slice(0, LOOKED_UP)
    .map(({ group, expression }) => ({ group, seqs: index.find(expression) }))
    .filter(({ seqs }) => seqs.length)
    .sort((a, b) => a.seqs.length - b.seqs.length);
  const weight = (seqs: Int32Array): number => Math.log(1 + facets.size / seqs.length);
  const least = leastWeight * looked.reduce((sum, { seqs }) => sum + weight(seqs), 0);
  const covered = new Float32Array(facets.size);
  for (const { seqs } of looked) {
    const gain = weight(seqs);
    for (const seq of seqs) covered[seq] = (covered[seq] as number) + gain;
  }
  for (let seq = 0; seq < covered.length; seq += 1)
    if ((covered[seq] as number) > 0 && !allowed(seq)) covered[seq] = 0;
  const candidates = greatest(covered, CANDIDATES, least);
  if (!candidates.length) return [];
  const scores = index.rank(
    looked.flatMap(({ group }) => anyExpression(group, 'rank') ?? []).join(' OR '),
    candidates,
  );
  const lengths = index.lengths(candidates);
  return Array.from(candidates, (seq, at) => ({
    seq,
    score: (scores.get(seq) ?? 0) * brevity(lengths[at] as number),
  })).sort(bestFirst(facets));
}

/**
 * Where some of the words are enough, a long article has many of them by its length alone, more than bm25
 * makes up for: a factor that falls slowly with length (10 times as long: four fifths).
 */
function brevity(length: number): number {
  return (length + SHORT) ** -VERBOSITY;
}

/**
 * Places, ascending, of the `most` greatest values that are above 0 and at least `least`. Of those equal to the
 * last, as many again are taken, the newest first: words of the same weight are often all that many have.
 */
function greatest(values: Float32Array, most: number, least: number): Int32Array {
  const above = values.filter((value) => value > 0 && value >= least).sort();
  const limit = above[Math.max(0, above.length - most)] ?? Number.POSITIVE_INFINITY;
  const greater: number[] = [];
  const equal: number[] = [];
  for (let place = 0; place < values.length; place += 1) {
    const value = values[place] as number;
    if (value > limit) greater.push(place);
    else if (value === limit) equal.push(place);
  }
  return Int32Array.from([...greater, ...equal.slice(-2 * most + greater.length)]).sort();
}

/** One hit for each copy group, at the place of its best: its original where that was found too. */
function folded(
  facets: Facets,
  seqs: Iterable<number>,
  ordered: (atLeast: number) => Found[],
  wanted: number,
): { found: Found[]; total: number } {
  const speakers = new Map<number, number>();
  let all = 0;
  let total = 0;
  for (const seq of seqs) {
    all += 1;
    const group = facets.group(seq);
    if (!group || !speakers.has(group)) total += 1;
    if (group && (!speakers.has(group) || facets.isOriginal(seq))) speakers.set(group, seq);
  }
  for (let atLeast = wanted * 2; ; atLeast *= 4) {
    const shown = new Set<number>();
    const found: Found[] = [];
    for (const { seq, score } of ordered(Math.min(all, atLeast))) {
      const group = facets.group(seq);
      if (group && shown.has(group)) continue;
      if (group) shown.add(group);
      found.push({ seq: group ? (speakers.get(group) as number) : seq, score });
    }
    if (found.length >= wanted || atLeast >= all) return { found, total };
  }
}
