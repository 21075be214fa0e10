import { foreignness } from '../foreign-shape.js';
import type { Lexeme } from '../lexeme.js';
import { isNisba, isNoun } from '../nouns.js';
import { endsInPronoun, isAccusative } from '../pronouns.js';
import type { Passage, Word } from '../reading.js';
import { isVerb } from '../verbs.js';
import { definiteRarity, isKnownWord } from '../word-frequencies.js';
import { isModifierOnly } from './empty-words.js';

/**
 * What a word may do in a phrase, a bit each: every phrase of an article asks it of its words, so it is found out
 * once. The first bits are known of the word by itself, those of `PLACED` where it stands.
 */
export const MARK = {
  definite: 1 << 0,
  /** Carries no subject at the edge of a phrase. */
  empty: 1 << 1,
  /** Only an article or a name lets it stand in a phrase: a verb, a function word, a word with a pronoun. */
  barred: 1 << 2,
  /** Joined to a particle that begins a phrase anew. */
  clitic: 1 << 3,
  conjoined: 1 << 4,
  /** What an adjective before it may await: «من», «بالمواد». */
  governed: 1 << 5,
  /** «العام» of «الأمين العام»: belongs to the noun before it, which says little without it. */
  rank: 1 << 6,
  /** No phrase ends on it: it awaits another or says nothing. */
  noEnd: 1 << 7,
  /** One word is a keyphrase where it is called by its article or hardly ever used; «وقف», «فوري» are neither. */
  alone: 1 << 8,
  /** Of those, one that has no article, nor looks foreign: «ثكنة», «متكرر». */
  common: 1 << 9,
  /** With the article: surely a noun, or called after something. */
  noun: 1 << 10,
  nisba: 1 << 11,
  /** «أعمالها»: an adjective after it is of a word that no phrase holds. */
  owned: 1 << 12,
} as const;

/** Marks of a word where it stands. */
export const PLACED = {
  apart: 1 << 16,
  /** A preposition follows: an adjective may await it («المواد المكونة من»). */
  governs: 1 << 17,
  /** A clause begins with it, without the article: it may be a verb. */
  opens: 1 << 18,
  /** An adjective of rank follows that belongs to it. */
  beforeRank: 1 << 19,
  afterQuote: 1 << 20,
  beforeQuote: 1 << 21,
  heading: 1 << 22,
  /** May not stand in a run outside a name. */
  outside: 1 << 23,
} as const;

/** Minus log10 of the frequency from which on an indefinite word may stand alone. */
const RARE = 5;
const FOREIGN = 0.8;
const codes = (signs: string): Set<number> => new Set([...signs].map((sign) => sign.charCodeAt(0)));
const OPENING = codes('«"“(');
const CLOSING = codes('»"”)');
const PREPOSITIONS = new Set('من الي علي عن في بين مع الا ان'.split(' '));

/** Notes the marks of all words of a passage, in its order, from an index on. */
export function markWords(into: Int32Array, from: number, passage: Passage): void {
  const { words, text, field, sentences } = passage;
  const headings = field === 'body' && sentences.some(({ heading }) => heading);
  let lexical = words.length ? marksOf(words[0]!.lexeme) : 0;
  for (let i = 0; i < words.length; i += 1) {
    const word = words[i]!;
    let marks = lexical;
    const next = words[i + 1];
    if (next) lexical = marksOf(next.lexeme);
    if (next && !next.apart) {
      if (lexical & MARK.governed) marks |= PLACED.governs;
      if (marks & MARK.definite && lexical & MARK.rank) marks |= PLACED.beforeRank;
    }
    if (word.apart) marks |= PLACED.apart;
    if ((word.apart || marks & MARK.conjoined) && !(marks & MARK.definite)) marks |= PLACED.opens;
    if (OPENING.has(text.charCodeAt(word.start - 1))) marks |= PLACED.afterQuote;
    if (CLOSING.has(text.charCodeAt(word.end))) marks |= PLACED.beforeQuote;
    if (headings && sentences[word.sentence - words[0]!.sentence]?.heading) marks |= PLACED.heading;
    if (isOutside(word, marks, text)) marks |= PLACED.outside;
    into[from + i] = marks;
  }
}

function marksOf(lexeme: Lexeme): number {
  return (lexeme.marks ??= marksOfLexeme(lexeme));
}

function isOutside({ kind, end }: Word, marks: number, text: string): boolean {
  if (marks & MARK.barred || kind === 'number' || kind === 'address') return true;
  return !(marks & MARK.definite) && (isNunation(text, end - 1) || isNunation(text, end - 2));
}

/** «مشهداً»: stands in a sentence, not in a name of things. */
function isNunation(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0x64b && code <= 0x64d;
}

function marksOfLexeme(lexeme: Lexeme): number {
  const { bare, definite, conjoined, prepositional, functional, empty } = lexeme;
  let marks = 0;
  if (empty) marks |= MARK.empty;
  if (isBarred(lexeme)) marks |= MARK.barred;
  if (conjoined || prepositional) marks |= MARK.clitic;
  if (conjoined) marks |= MARK.conjoined;
  if (prepositional ? !conjoined : functional && PREPOSITIONS.has(lexeme.folded))
    marks |= MARK.governed;
  if (!functional && endsInPronoun(bare)) marks |= MARK.owned;
  return marks | (definite ? marksOfDefinite(lexeme) : marksOfIndefinite(lexeme));
}

function marksOfDefinite({ bare, empty }: Lexeme): number {
  let marks: number = MARK.definite;
  if (isModifierOnly(bare)) marks |= MARK.rank;
  else if (empty) marks |= MARK.noEnd;
  if (bare.length > 2) marks |= MARK.alone;
  if (isNoun(bare)) marks |= MARK.noun;
  if (isNisba(bare)) marks |= MARK.nisba;
  return marks;
}

function marksOfIndefinite({ bare, empty, rarity }: Lexeme): number {
  let marks = 0;
  if (empty || isModifierOnly(bare)) marks |= MARK.noEnd;
  if (bare.length <= 2 || rarity < RARE) return marks;
  marks |= MARK.alone;
  if (foreignness(bare) < FOREIGN) marks |= MARK.common;
  return marks;
}

function isBarred(lexeme: Lexeme): boolean {
  const { bare, definite, functional, furniture, verb } = lexeme;
  if (functional || furniture || bare.length < 2) return true;
  if (definite) return false;
  return verb || isFuture(bare) || endsInPronoun(bare) || isAccusative(bare);
}

/** «ستشهد»: the letter of the future before a verb. */
function isFuture(bare: string): boolean {
  if (bare.length < 5 || bare[0] !== 'س' || !'يتن'.includes(bare[1]!)) return false;
  const verb = bare.slice(1);
  return isVerb(verb) || (definiteRarity(bare) > 33 && isKnownWord(verb));
}
