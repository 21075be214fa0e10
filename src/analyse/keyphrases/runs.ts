import type { Word } from '../reading.js';
import { MARK, PLACED } from './word-marks.js';

/** Words that stand together, by their indices in the article. */
export interface Run {
  first: number;
  last: number;
  /** Set where two runs stand joined: the word with «و» or «لل» that begins the second. */
  join?: number;
}

/** The words of an article with what decides where a phrase may stand, each by the word's index. */
export interface MarkedWords {
  words: Word[];
  /** As `marksOf`. */
  marks: ArrayLike<number>;
  /** Index of the name that a word belongs to, or -1. */
  names: Int32Array;
}

/**
 * Runs of words that may be noun phrases: within a clause, without verbs, function words and words with a pronoun,
 * started anew by «و» and by prepositions written with a word. Two runs joined by «وال…» or «لل…» are a third.
 */
export function runs(article: MarkedWords): Run[] {
  const found: Run[] = [];
  let before: Run | undefined;
  const end = (first: number, last: number) => {
    const run = { first, last };
    found.push(run);
    if (before && before.last + 1 === first && isJoin(article, before.first, first))
      found.push({ first: before.first, last, join: first });
    before = run;
  };
  const { marks, names } = article;
  let first = -1;
  for (let i = 0; i < marks.length; i += 1) {
    const name = names[i]!;
    const stands = name >= 0 || !(marks[i]! & PLACED.outside);
    const withinName = name >= 0 && i > 0 && name === names[i - 1];
    const begins =
      !withinName &&
      (!stands ||
        (marks[i]! & (PLACED.apart | MARK.clitic)) !== 0 ||
        (first >= 0 && beginsPhrase(article, i)));
    if (begins) {
      if (first >= 0) end(first, i - 1);
      first = stands ? i : -1;
    } else if (first < 0 && !goesOn(article, i)) first = i;
  }
  if (first >= 0) end(first, marks.length - 1);
  return found;
}

/** «التجارية» after «أعمالها»: an adjective of a word that no phrase holds. */
function goesOn({ marks, names }: MarkedWords, at: number): boolean {
  if (at === 0 || names[at]! >= 0) return false;
  if (!(marks[at]! & MARK.definite && marks[at]! & MARK.nisba)) return false;
  return (marks[at - 1]! & MARK.owned) !== 0;
}

/**
 * Whether a phrase ends before a word and another begins: nothing without the article goes on a definite noun
 * («الشمس | أقرب النجوم»), nor does a second noun with it («المنتخب المصري | التقدم»).
 */
function beginsPhrase({ marks, names }: MarkedWords, at: number): boolean {
  if (!(marks[at - 1]! & MARK.definite) && names[at - 1]! < 0) return false;
  return names[at]! < 0 && (!(marks[at]! & MARK.definite) || (marks[at]! & MARK.noun) !== 0);
}

/**
 * «والماء» after «وزارة الكهرباء», «والمالية» after «اللجنة الاقتصادية», «للأبحاث» after «المنظمة الأوروبية».
 * Two things side by side («النصر والهلال») are no phrase.
 */
function isJoin({ words, marks, names }: MarkedWords, first: number, at: number): boolean {
  const own = marks[at]!;
  const before = marks[at - 1]!;
  if (own & PLACED.apart || names[at]! >= 0 || names[at - 1]! >= 0) return false;
  if (!(own & MARK.definite && before & MARK.definite)) return false;
  const { lexeme } = words[at]!;
  if (lexeme.prepositional) return lexeme.folded.startsWith('لل');
  if (!(own & MARK.conjoined)) return false;
  return !(marks[first]! & MARK.definite) || (before & own & MARK.nisba) !== 0;
}
