import { ARABIC_LETTER, characterClass, DIGIT } from '../letters/characters.js';
import { foldSlice } from '../letters/fold.js';
import { ERA_LETTERS, isAbbreviated } from './abbreviations.js';
import { OPENING_SIGNS, quotedUntil } from './quotations.js';

/** Where a sentence stands: UTF-16 offsets, end exclusive. */
export interface SentenceSpan {
  start: number;
  end: number;
}

/** What follows a quotation. */
interface Quotation {
  end: number;
  endsSentence: boolean;
}

/** Longer runs of ending and closing signs are no punctuation; the bound keeps time linear. */
const MOST_SIGNS = 24;
const POINT = 0x2e;
const SEMICOLON = 0x61b;
const ELLIPSIS = 0x2026;
const ENDS = new Set([...'.!?؟؛…۔。！？'].map((sign) => sign.charCodeAt(0)));
const CLOSERS = new Set([...'"\'”’»›)]}“'].map((sign) => sign.charCodeAt(0)));
const LINE_FEEDS = new Set([0x0a, 0x0d, 0x2029]);
/** Units at which a sentence may end or a quotation begin: nearly all are others, and passed over fast. */
const telling = new Uint8Array(0x10000);
for (const code of [...ENDS, ...LINE_FEEDS]) telling[code] = 1;
for (const sign of OPENING_SIGNS) telling[sign.charCodeAt(0)] = 1;
const isSpace = (code: number) => code === 0x20 || code === 0xa0 || (code >= 9 && code <= 13);

/**
 * The sentences of a text in order, without the white space around them. They end at . ! ? ؟ ؛ … and at line
 * feeds; not at the stop of an abbreviation («د.», «أ.د.»), a decimal, an address or a list number, and not
 * inside a quotation that is part of a longer sentence. Linear in the length of `text`.
 */
export function sentences(text: string): SentenceSpan[] {
  const spans: SentenceSpan[] = [];
  const quoted = quotedUntil(text);
  let start = 0;
  let at = 0;
  const close = (end: number) => {
    const span = trimmed(text, start, end);
    if (span) spans.push(span);
    start = Math.max(start, end);
    while (start < text.length && isSpace(text.charCodeAt(start))) start++;
  };
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (!telling[code]) {
      at++;
      continue;
    }
    if (LINE_FEEDS.has(code)) {
      close(at);
      at++;
      continue;
    }
    const closing = quoted.get(at);
    if (closing !== undefined) {
      const after = afterQuotation(text, start, at, closing);
      at = after.end;
      if (after.endsSentence) close(at);
      continue;
    }
    if (!ENDS.has(code)) {
      at++;
      continue;
    }
    const end = signsEnd(text, at);
    if (endsSentence(text, start, at, end)) close(end);
    at = end;
  }
  close(text.length);
  return spans;
}

/**
 * Where to go on after a quotation: after its closing sign, or after the signs that end the sentence there.
 * A stop inside, before the closing sign, ends the sentence where words led to the quotation («قال: "…."»).
 */
function afterQuotation(text: string, start: number, opening: number, closing: number): Quotation {
  const end = signsEnd(text, closing);
  for (let at = closing + 1; at < end; at++)
    if (ENDS.has(text.charCodeAt(at))) return { end, endsSentence: true };
  const stopInside = text.charCodeAt(closing - 1) === POINT && closing - opening > 2;
  const ledTo = start < opening;
  return { end: closing + 1, endsSentence: stopInside && ledTo && text[closing] !== ')' };
}

/** The end of a run of ending signs with the quotes and brackets that close after them. */
function signsEnd(text: string, at: number): number {
  let end = at + 1;
  const most = Math.min(text.length, at + MOST_SIGNS);
  while (end < most && ENDS.has(text.charCodeAt(end))) end++;
  while (end < most && CLOSERS.has(text.charCodeAt(end))) end++;
  while (end < most && ENDS.has(text.charCodeAt(end))) end++;
  return end;
}

function trimmed(text: string, start: number, end: number): SentenceSpan | undefined {
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  return end > start ? { start, end } : undefined;
}

/** Whether the signs from `at` to `end` end the sentence that began at `start`. */
function endsSentence(text: string, start: number, at: number, end: number): boolean {
  const before = wordBefore(text, start, at);
  const open = end >= text.length || isSpace(text.charCodeAt(end));
  if (end - at > 1 || text.charCodeAt(at) !== POINT) {
    if (before === '' && start === at) return false;
    const code = text.charCodeAt(at);
    const trailsOff = code === ELLIPSIS || code === POINT;
    return open || (!trailsOff && code !== SEMICOLON && isLetterAt(text, end));
  }
  if (!open) {
    // Scrapers lose the space after a stop: «انتهى.وقال».
    return before.length > 1 && isArabic(before) && isWordAt(text, end);
  }
  if (before === '') return false;
  if (ERA_LETTERS.has(before) && followsNumber(text, at)) return true;
  if (isAbbreviated(before) && end < text.length && text.charCodeAt(end) !== 0x0a) return false;
  if (/^[a-z]$/.test(before) && end < text.length) return false;
  return !(/^\d{1,3}$/.test(before) && isWholeSentence(text, start, at, before));
}

/** The folded word that ends at `at`; '' where none does. */
function wordBefore(text: string, start: number, at: number): string {
  let first = at;
  const least = Math.max(start, at - 40);
  while (first > least && characterClass[text.charCodeAt(first - 1)]) first--;
  return foldSlice(text, first, at);
}

function isArabic(word: string): boolean {
  return characterClass[word.charCodeAt(0)] === ARABIC_LETTER;
}

function isLetterAt(text: string, at: number): boolean {
  return characterClass[text.charCodeAt(at)] === ARABIC_LETTER;
}

function isWordAt(text: string, at: number): boolean {
  return isLetterAt(text, at) && isLetterAt(text, at + 1);
}

/** «2018 م», «1439هـ»: the letter before `at` counts years. */
function followsNumber(text: string, at: number): boolean {
  return /\p{Nd}\s?[\p{L}\p{M}\u0640]{1,3}$/u.test(text.slice(Math.max(0, at - 8), at));
}

/** A list number («1. …») is all there is of the sentence so far. */
function isWholeSentence(text: string, start: number, at: number, word: string): boolean {
  return (
    text.slice(start, at).trim().length === word.length &&
    characterClass[text.charCodeAt(at - 1)] === DIGIT
  );
}
