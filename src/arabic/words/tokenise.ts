import { fold } from '../letters/fold.js';

export type TokenKind =
  'arabic' | 'latin' | 'number' | 'hashtag' | 'mention' | 'address' | 'abbreviation';

/** A word of a text: where it stands (UTF-16, end exclusive) and its form for finding. */
export interface Token {
  start: number;
  end: number;
  folded: string;
  kind: TokenKind;
}

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}\u0640]*/gu;

/** The words of a text in order. Offsets delimit each in the text as given, marks and all. */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(WORD)) {
    const folded = fold(match[0]);
    if (!folded) continue;
    const kind = /\p{N}/u.test(folded)
      ? 'number'
      : /[\u0600-\u06FF]/.test(folded)
        ? 'arabic'
        : 'latin';
    tokens.push({ start: match.index, end: match.index + match[0].length, folded, kind });
  }
  return tokens;
}
