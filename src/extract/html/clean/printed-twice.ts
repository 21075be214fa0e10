import { blockText } from '../../../model/text.js';
import type { Piece } from '../pieces.js';

/** Characters from which on a paragraph says something of its own. */
const LONG = 80;
/** How many in the same order are no chance. */
const RUN = 3;

/**
 * The second printing of text that a page holds twice, for narrow and for wide screens. One paragraph again is a
 * pull quote, one again and again a question: it takes several in the same order.
 */
export function printedTwice(pieces: readonly Piece[]): Set<Piece> {
  const long = pieces.filter(({ chars }) => chars >= LONG);
  const firstAt = new Map<string, number>();
  const firsts = long.map(({ block }, at) => {
    const text = blockText(block);
    const first = firstAt.get(text);
    if (first === undefined) firstAt.set(text, at);
    return first;
  });
  const twice = new Set<Piece>();
  for (let at = 0, run = 0; at <= firsts.length; at += 1) {
    const first = firsts[at];
    const goesOn = first !== undefined && (!run || first === firsts[at - 1]! + 1);
    if (goesOn) run += 1;
    else {
      if (run >= RUN) for (let back = at - run; back < at; back += 1) twice.add(long[back]!);
      run = first === undefined ? 0 : 1;
    }
  }
  return twice;
}
