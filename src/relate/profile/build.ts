import { findNumbers } from '../../arabic/values/numbers.js';
import type { Analysis, Entity, ReadWord, ReadWords } from '../../model/analysis.js';
import type { Article } from '../../model/article.js';
import { bodyText } from '../../model/text.js';
import { bodyWords } from '../copies/body-words.js';
import { sketch } from '../copies/sketch.js';
import type { DocumentTerms, IndexedDocument } from '../term-index/term-index.js';
import { packTerms, termNumber } from '../term-index/terms.js';
import { formsOf } from './forms.js';
import { isOutlet } from './outlets.js';
import { encodePayload } from './payload.js';
import type { KeyFigure, ProfileName, ProfileTerms } from './profile.js';
import { mayStateNumbers, termsWithin, type WordTerm } from './words.js';

/** Terms kept of an article, the weightiest first: a page of 50 MB costs no more than a long read. */
const MOST_TERMS = 400;
const MOST_NAMES = 24;
const MOST_PHRASES = 12;
const MOST_FIGURES = 16;
const MOST_LEAD_TERMS = 120;
const MOST_PROMINENT = 3;
/** Words that tell what the whole is about; what comes after is background, quotes and furniture. */
const HEAD_WORDS = 120;
/** Longer than any opening of so many words, shorter than a page of 50 MB. */
const HEAD_LENGTH = 1500;
/** UTF-16 units of the body that count as its lead where a figure or name stands in it. */
const LEAD_LENGTH = 400;
/** What is read of a title, UTF-16 units: longer ones are none. */
const LONGEST_TITLE = 500;
/** Where the figure stands that a report is about. */
const FIRST_SENTENCE = 200;

/**
 * How the occurrences of a term count, and how slowly they saturate (BM25F: Robertson et al. 2004).
 * A name of several words counts for less: its words are terms as well.
 */
export const TERM_WEIGHTS = { title: 2, lead: 1, k1: 10, b: 0.5, usualLength: 250, name: 0.5 };

/** The moment that an article counts from: its publication, else when we first had it; ms. */
export function articleTime(article: Article): number {
  const published = Date.parse(article.published ?? '');
  if (!Number.isNaN(published)) return published;
  const collected = Date.parse(article.collected);
  return Number.isNaN(collected) ? 0 : collected;
}

/** An article as the term index keeps it, but for its seq. */
export type Draft = Omit<IndexedDocument, 'seq'>;

/** Everything that relate wants to know of an article. Needs no other article, so that a thread may do it. */
export function draftOf(article: Article, analysis: Analysis): Draft {
  const body = bodyText(article);
  const read = analysis.words;
  const words = bodyWords(body, read?.body);
  const whole = { start: 0, end: LONGEST_TITLE };
  const titleWords = termsWithin(article.title, whole, Infinity, read?.title);
  const { opening = 0 } = analysis;
  const head = { start: opening, end: opening + HEAD_LENGTH };
  const headWords = termsWithin(body, head, HEAD_WORDS, read?.body);
  const found = names(analysis.entities);
  const terms = packTerms(weighTerms(analysis));
  const payload = encodePayload({
    id: article.id,
    title: article.title,
    sourceName: article.sourceName,
    titleTerms: titleTerms(titleWords),
    leadTerms: leadTerms(analysis),
    headCounts: headCounts([...titleWords, ...headWords], terms),
    principals: principals(found),
    names: found,
    nameTerms: nameTerms(found),
    phrases: analysis.keyphrases
      .slice(0, MOST_PHRASES)
      .map(({ key, text, score }) => ({ key, text, score })),
    figures: keyFigures(article.title, body, read),
    agencies: [...new Set(article.credits.filter((c) => c.kind === 'agency').map((c) => c.name))],
    words: words.length,
    sketch: sketch(words),
    forms: formsOf([...titleWords.map(({ folded }) => folded), ...words]),
  });
  return {
    time: articleTime(article),
    source: article.source,
    terms,
    payload,
  };
}

function weighTerms(analysis: Analysis): Array<{ term: string; weight: number }> {
  const { title, lead, k1, b, usualLength, name } = TERM_WEIGHTS;
  let length = 0;
  for (const term of analysis.terms) if (term.kind === 'word') length += term.count;
  const norm = k1 * (1 - b + (b * length) / usualLength);
  const weighted = analysis.terms.map((term) => {
    const tf = term.count + title * term.title + lead * term.lead;
    return { term: term.term, weight: ((term.kind === 'name' ? name : 1) * tf) / (tf + norm) };
  });
  if (weighted.length <= MOST_TERMS) return weighted;
  return weighted.sort((x, y) => y.weight - x.weight).slice(0, MOST_TERMS);
}

function leadTerms({ terms }: Analysis): ProfileTerms['leadTerms'] {
  const prominence = new Map<number, number>();
  for (const { term, title, lead } of terms) {
    if (title + lead === 0 || term.includes(' ')) continue;
    prominence.set(termNumber(term), Math.min(MOST_PROMINENT, 2 * title + lead));
    if (prominence.size === MOST_LEAD_TERMS) break;
  }
  const numbers = Uint32Array.from(prominence.keys()).sort();
  return { numbers, prominence: Uint8Array.from(numbers, (number) => prominence.get(number)!) };
}

/** How often each term stands in the title and the opening words. */
function headCounts(words: WordTerm[], { numbers }: DocumentTerms): Uint8Array {
  const counts = new Uint8Array(numbers.length);
  for (const { number } of words) {
    const at = placeOf(numbers, number);
    if (at >= 0 && counts[at]! < 255) counts[at]! += 1;
  }
  return counts;
}

/** Where a number stands in an ascending list, or -1. */
function placeOf(numbers: Uint32Array, wanted: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numbers[middle]! < wanted) low = middle + 1;
    else high = middle;
  }
  return numbers[low] === wanted ? low : -1;
}

/** Names in title and lead but for outlets, which report and are not reported on, and their countries. */
function principals(found: ProfileName[]): Uint32Array {
  const numbers = new Set<number>();
  for (const { key, text, title, lead, country } of found) {
    if (title + lead === 0 || isOutlet({ key, text })) continue;
    numbers.add(nameTerm(key));
    if (country) numbers.add(termNumber(`country:${country}`));
  }
  return Uint32Array.from(numbers).sort();
}

/** Stems of a title's words that carry a subject. */
function titleTerms(title: WordTerm[]): Uint32Array {
  const stems = new Set<number>();
  for (const { functional, number } of title) if (!functional) stems.add(number);
  return Uint32Array.from(stems).sort();
}

function nameTerms(found: ProfileName[]): ProfileTerms['nameTerms'] {
  const byNumber = new Map(found.map((name) => [nameTerm(name.key), name]));
  const numbers = Uint32Array.from(byNumber.keys()).sort();
  const mentions = (of: 'title' | 'lead' | 'count') =>
    Uint8Array.from(numbers, (number) => Math.min(255, byNumber.get(number)![of]));
  return { numbers, title: mentions('title'), lead: mentions('lead'), count: mentions('count') };
}

/** The index term of a name: its words joined, as `Term.term` has them. */
export function nameTerm(key: string): number {
  return termNumber(key.replaceAll(' ', '_'));
}

function names(entities: Entity[]): ProfileName[] {
  const byKey = new Map<string, ProfileName>();
  for (const entity of entities) {
    if (entity.dateline) continue;
    let name = byKey.get(entity.key);
    if (!name) {
      name = { key: entity.key, text: entity.name, type: entity.type, title: 0, lead: 0, count: 0 };
      if (entity.country) name.country = entity.country;
      byKey.set(entity.key, name);
    }
    name.count += 1;
    if (entity.field === 'title') name.title += 1;
    else if (entity.start < LEAD_LENGTH) name.lead += 1;
  }
  const weight = (n: ProfileName) => 3 * n.title + 2 * n.lead + n.count;
  return [...byKey.values()].sort((a, b) => weight(b) - weight(a)).slice(0, MOST_NAMES);
}

/** Numbers of title and first sentence by which two versions of a text differ as news. Years and list numbers tell nothing. */
function keyFigures(title: string, body: string, read: ReadWords | undefined): KeyFigure[] {
  const figures: KeyFigure[] = [];
  const look = (text: string, length: number, known: readonly ReadWord[] | undefined) => {
    if (!mayStateNumbers(text, length, known)) return;
    for (const found of findNumbers(text.slice(0, length))) {
      if (found.form === 'ordinal' || figures.length >= MOST_FIGURES) continue;
      if (!figures.some((figure) => figure.value === found.value))
        figures.push({ value: found.value });
    }
  };
  look(title, LONGEST_TITLE, read?.title);
  look(body, FIRST_SENTENCE, read?.body);
  return figures;
}
