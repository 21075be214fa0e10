import { stem } from '../arabic/stems/stem.js';
import { tokenise, type Token } from '../arabic/words/tokenise.js';
import type { SearchText } from '../model/analysis.js';

/** A word as search knows it, in both forms. */
export interface SearchWord {
  word: string;
  stem: string;
}

/**
 * The words of a token as they are indexed and asked for. One for most; a hashtag gives its words one by one,
 * so that «#وقف_الحرب» is found by «وقف الحرب».
 */
export function searchWords(token: Pick<Token, 'folded' | 'kind'>): SearchWord[] {
  if (token.kind === 'hashtag' && token.folded.includes('_'))
    return token.folded
      .split('_')
      .filter(Boolean)
      .map((word) => ({ word, stem: stem(word) }));
  return [
    {
      word: token.folded,
      stem: token.kind === 'arabic' || token.kind === 'hashtag' ? stem(token.folded) : token.folded,
    },
  ];
}

/** Folded words and stems of one text: the same number of each, joined by single spaces. */
export function searchable(text: string): { words: string; stems: string } {
  const words: string[] = [];
  const stems: string[] = [];
  for (const token of tokenise(text))
    for (const found of searchWords(token)) {
      words.push(found.word);
      stems.push(found.stem);
    }
  return { words: words.join(' '), stems: stems.join(' ') };
}

/**
 * What full-text search stores of an article. The n-th word and the n-th stem of a field are of the same
 * token, so that a phrase may be looked for in either. Function words are kept: phrases run over them.
 */
export function searchText(title: string, body: string): SearchText {
  const ofTitle = searchable(title);
  const ofBody = searchable(body);
  return {
    titleWords: ofTitle.words,
    titleStems: ofTitle.stems,
    bodyWords: ofBody.words,
    bodyStems: ofBody.stems,
  };
}
