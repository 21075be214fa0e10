import { tokenise, type Token } from '../arabic/words/tokenise.js';
import type { Span } from '../model/article.js';
import type { SearchPhrase, SearchQuery, Snippet } from '../model/search.js';
import { searchWords } from './search-text.js';

const ELLIPSIS = '…';
/** Longer texts are looked through up to here. */
const MOST_TEXT = 100_000;
/** A snippet begins so many characters before its first hit at most, if it does not begin a sentence. */
const LEAD_IN = 40;
const SENTENCE_END = /[.!?؟؛…\n]/;

/** A stretch of text that answers a phrase of the query. */
interface Match extends Span {
  phrase: number;
}

/**
 * The whole of a short text with what the query asks for marked, in the form written there: a reader who
 * types «أرمن» sees «الأرمن» marked, vowel marks and all.
 */
export function highlight(title: string, query: SearchQuery): Snippet {
  const matches = matchesOf(title, query, 'title');
  return { text: title, hits: merged(matches) };
}

/**
 * The stretch of `text` that shows most of what the query asks for, with it marked.
 * @param maxLength in UTF-16 units, ellipses included; at least 1
 * @returns text on one line («…» where it was cut); the beginning of the text where nothing of the query is in it
 */
export function snippet(text: string, query: SearchQuery, maxLength: number): Snippet {
  const source = text.slice(0, MOST_TEXT).replace(/[\s\u2028\u2029]/g, ' ');
  const matches = matchesOf(text.slice(0, MOST_TEXT), query, 'any');
  if (source.length <= maxLength) return { text: source, hits: merged(matches) };
  const room = Math.max(1, maxLength - 2);
  const first = bestStart(matches, Math.max(1, room - LEAD_IN));
  const start = wordStart(source, sentenceStart(text, first, room));
  const end = wordEnd(source, start, Math.min(source.length, start + room));
  const before = start > 0 ? ELLIPSIS : '';
  const after = end < source.length ? ELLIPSIS : '';
  const shift = before.length - start;
  const hits = merged(matches.filter((match) => match.start >= start && match.end <= end)).map(
    (hit) => ({ start: hit.start + shift, end: hit.end + shift }),
  );
  return { text: before + source.slice(start, end) + after, hits };
}

/** Every place where one of the phrases that were asked for stands. */
function matchesOf(text: string, query: SearchQuery, field: 'any' | 'title'): Match[] {
  const phrases = query.all
    .flat()
    .filter(
      (phrase) => phrase.field === 'any' || phrase.field === 'keyword' || phrase.field === field,
    );
  if (phrases.length === 0) return [];
  const starts = startsOf(phrases);
  const words = tokenise(text).flatMap((token) =>
    searchWords(token).map((word) => ({ token, ...word })),
  );
  const matches: Match[] = [];
  words.forEach(({ word, stem, token }, at) => {
    for (const number of [...(starts.get(`w${word}`) ?? []), ...(starts.get(`s${stem}`) ?? [])]) {
      const phrase = phrases[number] as SearchPhrase;
      const last = lastToken(phrase, words, at);
      if (last) matches.push({ start: token.start, end: last.end, phrase: number });
    }
  });
  return matches;
}

/** A single word in quotes is meant as written; phrases match across clitics. */
function isLiteral(phrase: SearchPhrase): boolean {
  return phrase.exact && phrase.words.length === 1;
}

/** Phrases by their first word (exact ones) or first stem. */
function startsOf(phrases: SearchPhrase[]): Map<string, number[]> {
  const starts = new Map<string, number[]>();
  phrases.forEach((phrase, number) => {
    const first = isLiteral(phrase) ? `w${phrase.words[0]}` : `s${phrase.stems[0]}`;
    const known = starts.get(first);
    if (known) known.push(number);
    else starts.set(first, [number]);
  });
  return starts;
}

/** The token that ends the phrase, if the words from `at` on are it. */
function lastToken(
  phrase: SearchPhrase,
  words: Array<{ token: Token; word: string; stem: string }>,
  at: number,
): Token | undefined {
  const literal = isLiteral(phrase);
  const wanted = literal ? phrase.words : phrase.stems;
  for (let i = 0; i < wanted.length; i++) {
    const found = words[at + i];
    if (found === undefined || (literal ? found.word : found.stem) !== wanted[i]) return undefined;
  }
  return words[at + wanted.length - 1]?.token;
}

/** Ranges in order, overlapping ones joined. */
function merged(matches: Match[]): Span[] {
  const spans: Span[] = [];
  for (const { start, end } of [...matches].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = spans.at(-1);
    if (last && start < last.end) last.end = Math.max(last.end, end);
    else spans.push({ start, end });
  }
  return spans;
}

/** Where the window of `width` begins that holds most different phrases, then most matches. */
function bestStart(matches: Match[], width: number): number {
  const inWindow = new Map<number, number>();
  let best = { start: matches[0]?.start ?? 0, different: 0, all: 0 };
  let next = 0;
  matches.forEach((match, at) => {
    while (next < matches.length && (matches[next] as Match).end <= match.start + width) {
      const { phrase } = matches[next++] as Match;
      inWindow.set(phrase, (inWindow.get(phrase) ?? 0) + 1);
    }
    const all = next - at;
    if (inWindow.size > best.different || (inWindow.size === best.different && all > best.all))
      best = { start: match.start, different: inWindow.size, all };
    if (next <= at) {
      next = at + 1;
      return;
    }
    const left = (inWindow.get(match.phrase) ?? 1) - 1;
    if (left > 0) inWindow.set(match.phrase, left);
    else inWindow.delete(match.phrase);
  });
  return best.start;
}

/** The start of the sentence before `first`, where it is near; else a little before `first`. */
function sentenceStart(text: string, first: number, room: number): number {
  const least = Math.max(0, first - Math.min(room >> 1, 2 * LEAD_IN));
  for (let at = first - 1; at >= least; at--)
    if (SENTENCE_END.test(text[at] as string) && /\s/.test(text[at + 1] ?? ' ')) return at + 1;
  return least === 0 ? 0 : Math.max(0, first - LEAD_IN);
}

/** The next start of a word at or after `at`, unless that is far. */
function wordStart(text: string, at: number): number {
  if (at === 0) return 0;
  let start = at;
  while (
    start < text.length &&
    start < at + LEAD_IN &&
    text[start] !== ' ' &&
    text[start - 1] !== ' '
  )
    start++;
  while (start < text.length && text[start] === ' ') start++;
  return start;
}

/** The last end of a word at or before `at`, unless that is far. */
function wordEnd(text: string, start: number, at: number): number {
  if (at === text.length) return at;
  const space = text.lastIndexOf(' ', at);
  return space > start + (at - start) / 2 ? space : at;
}
