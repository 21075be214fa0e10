import {
  ARABIC_LETTER,
  characterClass,
  DIGIT,
  MARK,
  OTHER_LETTER,
  SURROGATE,
  UNSEEN,
} from '../letters/characters.js';
import { fold, foldWord } from '../letters/fold.js';
import { addressEnd } from './addresses.js';
import { spelledOutEnd } from './initials.js';
import { numberEnd, plainNumber } from './numerals.js';

export type TokenKind =
  'arabic' | 'latin' | 'number' | 'hashtag' | 'mention' | 'address' | 'abbreviation';

/** A word of a text: where it stands (UTF-16, end exclusive) and its form for finding. */
export interface Token {
  start: number;
  end: number;
  /**
   * As `fold` makes it, and besides: a number without thousands separators and with a decimal point, a
   * hashtag or mention without its sign, an abbreviation without stops and spaces («أ ف ب» as «افب»).
   */
  folded: string;
  kind: TokenKind;
}

const HASH = 0x23;
const AT = 0x40;
const LOW_LINE = 0x5f;
const APOSTROPHE = 0x27;
const RIGHT_QUOTE = 0x2019;
const FULL_WIDTH_HASH = 0xff03;

/** Takes one word of a text: see `Token`. */
export type TakeToken = (start: number, end: number, folded: string, kind: TokenKind) => void;

/**
 * The words of a text in order. Offsets delimit each in the text as given, marks and all. A word ends where
 * the script changes («الـBBC», «في2018» are two words each), except in Latin words with digits ("F16").
 * Linear in the length of `text`.
 */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  eachToken(text, (start, end, folded, kind) => tokens.push({ start, end, folded, kind }));
  return tokens;
}

/** `tokenise` for whoever makes something else of the words than `Token`s. */
export function eachToken(text: string, take: TakeToken): void {
  const { length } = text;
  let at = 0;
  while (at < length) {
    const code = text.charCodeAt(at);
    switch (characterClass[code]) {
      case ARABIC_LETTER:
        at = arabicWord(text, at, take);
        break;
      case DIGIT:
        at = number(text, at, take);
        break;
      case OTHER_LETTER:
      case SURROGATE:
        at = otherWord(text, at, take);
        break;
      default:
        if (code === HASH || code === AT || code === FULL_WIDTH_HASH) at = tagged(text, at, take);
        else at++;
    }
  }
}

/** The end of a run of letters of one script with the marks in it, without controls after the last letter. */
function runEnd(text: string, start: number, letter: number): number {
  let end = start + 1;
  for (let at = start + 1; at < text.length; at++) {
    const kind = characterClass[text.charCodeAt(at)];
    if (kind === letter || kind === MARK) end = at + 1;
    else if (kind !== UNSEEN) break;
  }
  return end;
}

// Each of the following gives the word that starts at `start` and returns where to go on.

function arabicWord(text: string, start: number, take: TakeToken): number {
  const end = runEnd(text, start, ARABIC_LETTER);
  const folded = foldWord(text, start, end);
  if (folded.length > 1) {
    take(start, end, folded, 'arabic');
    return end;
  }
  const spelledOut = spelledOutEnd(text, start, end);
  if (spelledOut !== undefined) return initials(text, start, spelledOut, take);
  if (folded !== '') take(start, end, folded, 'arabic');
  return end;
}

/** Letters spelled out one by one, without what stands between them. */
function initials(text: string, start: number, end: number, take: TakeToken): number {
  const folded = fold(text.slice(start, end).replace(/[\s.]+/g, ''));
  if (folded !== '') take(start, end, folded, 'abbreviation');
  return end;
}

function number(text: string, start: number, take: TakeToken): number {
  const end = numberEnd(text, start);
  const folded = plainNumber(text, start, end);
  // "5G", "20th": one word, but "1,800km" is a number and its unit.
  const digitsOnly = folded.length === end - start && !folded.includes('.');
  if (digitsOnly && end < text.length && characterClass[text.charCodeAt(end)] === OTHER_LETTER)
    return otherWord(text, start, take);
  if (folded !== '') take(start, end, folded, 'number');
  return end;
}

/** A word of another script, with the digits in it; or the address that starts like one. */
function otherWord(text: string, start: number, take: TakeToken): number {
  let end = start;
  for (let at = start; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const kind = characterClass[code];
    if (kind === OTHER_LETTER || kind === DIGIT || kind === MARK) end = at + 1;
    else if (kind === SURROGATE) {
      const point = text.codePointAt(at) as number;
      if (point < 0x10000 || !/[\p{L}\p{N}\p{M}]/u.test(String.fromCodePoint(point))) break;
      end = ++at + 1;
    } else if (code === APOSTROPHE || code === RIGHT_QUOTE || code === LOW_LINE) {
      if (end !== at || characterClass[text.charCodeAt(at + 1)] !== OTHER_LETTER) break;
    } else if (kind !== UNSEEN) break;
  }
  if (end === start) return start + 1;
  const address = addressEnd(text, start, end);
  if (address === undefined) {
    const spelledOut = spelledOutEnd(text, start, end);
    if (spelledOut !== undefined) return initials(text, start, spelledOut, take);
  }
  const last = address ?? end;
  const folded = foldWord(text, start, last);
  if (folded !== '') take(start, last, folded, address === undefined ? 'latin' : 'address');
  return last;
}

/** A hashtag or mention: its sign, then letters, digits and low lines. */
function tagged(text: string, start: number, take: TakeToken): number {
  const mention = text.charCodeAt(start) === AT;
  let end = start + 1;
  let letters = false;
  for (let at = start + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const kind = characterClass[code];
    if (kind === ARABIC_LETTER || kind === OTHER_LETTER) letters = true;
    else if (kind !== DIGIT && kind !== MARK && code !== LOW_LINE) {
      if (kind === UNSEEN) continue;
      break;
    }
    end = at + 1;
  }
  if (!letters) return start + 1;
  const folded = foldWord(text, start + 1, end);
  if (folded !== '') take(start, end, folded, mention ? 'mention' : 'hashtag');
  return end;
}
