import { isFunctionWord } from './function-words/function-words.js';
import { lastSlot, SLOTS } from './letters/interned.js';
import { stem } from './stems/stem.js';
import { eachToken, type Token, type TokenKind } from './words/tokenise.js';

/**
 * Changes the form of a word, or leaves the word out (undefined). Gets and gives folded words. What it gives may
 * depend on the word and its kind only: an analyser remembers it.
 */
export type WordFilter = (word: string, kind: TokenKind) => string | undefined;

/** A token with the form that an analyser gave it. */
export interface AnalysedToken extends Token {
  form: string;
}

/** Text to tokens with their forms, in order; left-out words are missing. */
export type Analyser = (text: string) => AnalysedToken[];

/** Leaves out words without a subject of their own. */
export const withoutFunctionWords: WordFilter = (word) => (isFunctionWord(word) ? undefined : word);

/** Leaves out web and mail addresses. */
export const withoutAddresses: WordFilter = (word, kind) => (kind === 'address' ? undefined : word);

/** The stem of an Arabic word or hashtag; other words as they are. */
export const stems: WordFilter = (word, kind) =>
  kind === 'arabic' || kind === 'hashtag' ? stem(word) : word;

/**
 * An analyser of the tokeniser and filters, applied in order.
 *
 *     const analyse = analyser(withoutFunctionWords, stems);
 *     analyse('وفي المدارس').map(({ form }) => form); // ['مدرسه']
 */
export function analyser(...filters: WordFilter[]): Analyser {
  const formOf = remembering(filters);
  return (text) => {
    const analysed: AnalysedToken[] = [];
    eachToken(text, (start, end, folded, kind) => {
      const form = formOf(folded, kind);
      if (form !== undefined) analysed.push({ start, end, folded, kind, form });
    });
    return analysed;
  };
}

/**
 * The filters in order as one. Forms of Arabic words, which are most and come again and again, are remembered
 * beside the words: a pair of word and form in the word's own slot, so that the processor finds both at once.
 */
function remembering(filters: readonly WordFilter[]): WordFilter {
  const pairs = new Array<string | undefined>(2 * SLOTS).fill(undefined);
  const filtered: WordFilter = (word, kind) => {
    let form: string | undefined = word;
    for (const filter of filters) {
      form = filter(form, kind);
      if (form === undefined) break;
    }
    return form;
  };
  return (word, kind) => {
    if (kind !== 'arabic') return filtered(word, kind);
    const at = 2 * lastSlot;
    if (pairs[at] === word) return pairs[at + 1];
    const form = filtered(word, kind);
    pairs[at] = word;
    pairs[at + 1] = form;
    return form;
  };
}

/** Folded words as they are: for finding what is written. */
export const asWritten: Analyser = analyser();

/** Stems of the words with a subject: for what a text is about. */
export const bySubject: Analyser = analyser(withoutAddresses, withoutFunctionWords, stems);
