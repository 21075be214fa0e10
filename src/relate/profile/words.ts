import { isFunctionWord } from '../../arabic/function-words/function-words.js';
import { fold } from '../../arabic/letters/fold.js';
import { stem } from '../../arabic/stems/stem.js';
import { mayStateNumber } from '../../arabic/values/number-words.js';
import { eachToken } from '../../arabic/words/tokenise.js';
import type { ReadWord } from '../../model/analysis.js';
import type { Span } from '../../model/article.js';
import { termNumber } from '../term-index/terms.js';

/** A word of a text with the number of its term. */
export interface WordTerm {
  folded: string;
  functional: boolean;
  number: number;
}

/**
 * The first words of a part of a text, which may cut its last word.
 * @param most how many
 * @param known those of the whole text, where it was read before
 */
export function termsWithin(
  text: string,
  { start, end }: Span,
  most: number,
  known: readonly ReadWord[] | undefined,
): WordTerm[] {
  return (
    (known && knownWithin({ start, end }, most, known)) ?? readTerms(text.slice(start, end), most)
  );
}

/** @returns undefined where one is cut */
function knownWithin(
  { start, end }: Span,
  most: number,
  known: readonly ReadWord[],
): WordTerm[] | undefined {
  const found: WordTerm[] = [];
  for (const word of known) {
    if (word.start < start) continue;
    if (found.length === most || word.start >= end) break;
    if (word.end > end) return undefined;
    const { functional, stem } = word.lexeme;
    found.push({ folded: word.folded, functional, number: termNumber(stem) });
  }
  return found;
}

function readTerms(text: string, most: number): WordTerm[] {
  const found: WordTerm[] = [];
  eachToken(text, (_start, _end, folded) => {
    if (found.length === most) return;
    const functional = isFunctionWord(folded);
    found.push({ folded, functional, number: termNumber(stem(folded)) });
  });
  return found;
}

/** Whether `findNumbers` may find any in the first `length` units of a text. */
export function mayStateNumbers(
  text: string,
  length: number,
  known: readonly ReadWord[] | undefined,
): boolean {
  if (!known) return true;
  for (const { start, end, kind, lexeme } of known) {
    if (start >= length) return false;
    if (end > length) return kind !== 'arabic' || mayStateNumber(fold(text.slice(start, length)));
    if (kind === 'number' || lexeme.numeric) return true;
  }
  return false;
}
