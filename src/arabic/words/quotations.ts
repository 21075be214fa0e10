/** A longer quotation is a text of its own: its sentences count. */
const LONGEST_INSIDE_A_SENTENCE = 400;

const PAIRS: Readonly<Record<string, string>> = { '«': '»', '“': '”', '(': ')', '[': ']' };
const STRAIGHT = '"';
export const OPENING_SIGNS = `${Object.keys(PAIRS).join('')}${STRAIGHT}`;
const SIGNS = /[«»“”()[\]"\n\r]/g;

/**
 * The quotations and brackets of a text that a sentence runs through: offset of the opening sign → offset of
 * the closing one. Only those closed in the same line and not too long; the outermost of nested ones. One pass.
 */
export function quotedUntil(text: string): Map<number, number> {
  const found = new Map<number, number>();
  let opening = -1;
  let closer = '';
  let depth = 0;
  const reset = () => {
    opening = -1;
    depth = 0;
  };
  SIGNS.lastIndex = 0;
  for (let match = SIGNS.exec(text); match; match = SIGNS.exec(text)) {
    const [sign] = match;
    const at = match.index;
    if (sign === '\n' || sign === '\r') reset();
    else if (opening >= 0 && at - opening > LONGEST_INSIDE_A_SENTENCE) {
      const closes = sign === closer;
      reset();
      if (closes) continue;
    }
    if (opening >= 0) {
      if (sign === closer && (sign === STRAIGHT || --depth === 0)) {
        found.set(opening, at);
        reset();
      } else if (PAIRS[sign] === closer) depth++;
      continue;
    }
    const pair = sign === STRAIGHT ? STRAIGHT : PAIRS[sign];
    if (pair === undefined) continue;
    opening = at;
    closer = pair;
    depth = 1;
  }
  return found;
}
