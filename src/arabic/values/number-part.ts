import type { Bound } from './number-bounds.js';
import { numberWordBehind, type NumberWord } from './number-words.js';
import type { Scan } from './scan.js';

/** A number without its place; `end` where a sign after the last token belongs to it. */
export interface Stated {
  value: number;
  to?: number;
  bound: Bound;
  form: 'cardinal' | 'ordinal' | 'percent' | 'fraction';
  end?: number;
  /** The token that bounds stand before, where it is not the first of the number («بين 5 و7»). */
  first?: number;
}

/** One word or run of digits that states a number or part of one. */
export function readPart(
  scan: Scan,
  at: number,
): { word: NumberWord; joined: boolean } | undefined {
  const token = scan.tokens[at];
  if (!token) return undefined;
  if (token.kind === 'arabic') return numberWordBehind(token.folded);
  if (token.kind !== 'number' || !/^\d{1,15}(?:\.\d+)?$/.test(token.folded)) return undefined;
  const joined = scan.text[token.start - 1] === 'و';
  return { word: { role: 'unit', value: Number(token.folded) }, joined };
}
