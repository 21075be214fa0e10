import { isFunctionWord } from '../function-words/function-words.js';
import { cliticsOf, endingsOf } from './affixes.js';
import { Remembered } from '../letters/remembered.js';
import { SINGULARS } from './broken-plurals.js';
import { wholeWords, type Vocabulary } from './vocabulary.js';

/** So many stems are remembered: all the words of some hundred thousand articles but the rarest. */
const MOST_REMEMBERED = 200_000;
/** «شركاتها» carries two. */
const MOST_ENDINGS = 2;
const LONGEST_WORD = 24;
/** Letters that an unknown word keeps when its article goes. */
const LEAST_UNKNOWN = 3;

const remembered = new Remembered<string>(MOST_REMEMBERED / 2);

/** One way to take a word apart. */
interface Reading {
  stem: string;
  /** Decimal logarithm of how likely it is: that of the plain word, less the costs of its affixes. */
  likelihood: number;
}

/**
 * The stem of one folded word: what its inflected and clitic forms share, itself a word («وبالمدارس» has
 * «مدرسه», «مدينتها» has «مدينه»). A light stemmer (after Larkey, Ballesteros and Connell, "Light stemming for
 * Arabic information retrieval", 2007) guarded by a vocabulary of whole words: no word of it is touched, so that
 * names stay as they are (إيران, لبنان, وليد, حسين); of other words the affixes go that leave the likeliest
 * whole word; a word that leaves none loses its article only. The commonest broken plurals become their singular.
 * Function words stay as they are.
 * @param word folded, as `Token.folded`
 */
export function stem(word: string): string {
  return remembered.of(word, findWholeStem);
}

/** What stemming does besides taking the clitics away. */
export interface StemParts {
  endings: boolean;
  plurals: boolean;
}

const ALL_PARTS: StemParts = { endings: true, plurals: true };
const findWholeStem = (word: string): string => stemBy(word, ALL_PARTS);

/** As `stem`, with some of its parts only: for measuring what each of them brings. Remembers nothing. */
export function stemBy(word: string, { endings, plurals }: StemParts): string {
  if (word.length > LONGEST_WORD || isFunctionWord(word)) return word;
  const found = findStem(word, endings ? MOST_ENDINGS : 0);
  return (plurals && SINGULARS.get(found)) || found;
}

function findStem(word: string, mostEndings: number): string {
  const words = wholeWords();
  if (words.has(word)) return word;
  let best = withoutEndings(word, 0, words, mostEndings);
  for (const clitic of cliticsOf(word)) {
    if (word.length < clitic.text.length + clitic.least || !word.startsWith(clitic.text)) continue;
    const rest = word.slice(clitic.text.length);
    best = likelier(best, withoutEndings(rest, -clitic.cost, words, mostEndings));
  }
  return best?.stem ?? withoutArticle(word);
}

/** The likeliest whole word that `word` is, or is with endings; undefined where there is none. */
function withoutEndings(
  word: string,
  likelihood: number,
  words: Vocabulary,
  most: number,
): Reading | undefined {
  const whole = words.get(word);
  if (whole !== undefined) return { stem: word, likelihood: likelihood + whole };
  if (most === 0) return undefined;
  let best: Reading | undefined;
  for (const { text, becomes, least, cost } of endingsOf(word)) {
    if (word.length < text.length + least || !word.endsWith(text)) continue;
    const rest = word.slice(0, -text.length) + becomes;
    best = likelier(best, withoutEndings(rest, likelihood - cost, words, most - 1));
  }
  return best;
}

function likelier(one: Reading | undefined, other: Reading | undefined): Reading | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return other.likelihood > one.likelihood ? other : one;
}

/** An unknown word without its article. */
function withoutArticle(word: string): string {
  const [article = ''] = /^(?:[وف]?[بك]?ال|[وف]?لل)/.exec(word) ?? [];
  return word.length - article.length >= LEAST_UNKNOWN ? word.slice(article.length) : word;
}
