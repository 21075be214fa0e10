import { isFunctionWord } from './function-words/function-words.js';
import { stem } from './stems/stem.js';
import { tokenise, type Token } from './words/tokenise.js';

/** Changes the form of a word, or leaves the word out (undefined). Gets and gives folded words. */
export type WordFilter = (word: string, token: Token) => string | undefined;

/** A token with the form that an analyser gave it. */
export interface AnalysedToken extends Token {
  form: string;
}

/** Text to tokens with their forms, in order; left-out words are missing. */
export type Analyser = (text: string) => AnalysedToken[];

/** Leaves out words without a subject of their own. */
export const withoutFunctionWords: WordFilter = (word) => (isFunctionWord(word) ? undefined : word);

/** Leaves out web and mail addresses. */
export const withoutAddresses: WordFilter = (word, { kind }) =>
  kind === 'address' ? undefined : word;

/** The stem of an Arabic word or hashtag; other words as they are. */
export const stems: WordFilter = (word, { kind }) =>
  kind === 'arabic' || kind === 'hashtag' ? stem(word) : word;

/**
 * An analyser of the tokeniser and filters, applied in order.
 *
 *     const analyse = analyser(withoutFunctionWords, stems);
 *     analyse('وفي المدارس').map(({ form }) => form); // ['مدرسه']
 */
export function analyser(...filters: WordFilter[]): Analyser {
  return (text) => {
    const analysed: AnalysedToken[] = [];
    for (const token of tokenise(text)) {
      let form: string | undefined = token.folded;
      for (const filter of filters) {
        form = filter(form, token);
        if (form === undefined) break;
      }
      // The token is ours alone: a copy of it would cost as much as all the filters.
      if (form !== undefined) analysed.push(Object.assign(token, { form }));
    }
    return analysed;
  };
}

/** Folded words as they are: for finding what is written. */
export const asWritten: Analyser = analyser();

/** Stems of the words with a subject: for what a text is about. */
export const bySubject: Analyser = analyser(withoutAddresses, withoutFunctionWords, stems);
