import type { Word } from './reading.js';
import { isVerb } from './verbs.js';

/**
 * «واشنطن (وكالات) --», «عمان - وكالات:»: before the first sentence, its place and who reports it. A
 * colon alone is taken for one only where a dash stands before it, since a speaker's name ends with one too.
 */
const DATELINE =
  /^[^.؟?!:«"“]{0,60}?(?:\([^()]{2,25}\)\s*(?:--+|[—–:-])|\s--+|\s?[—–-]\s?[^.؟?!:«"“—–-]{2,30}:)\s*(?=\S)/;
const LONGEST_DATELINE = 100;

/**
 * Where a sentence begins after its dateline, which names where the reporter is and for whom, not what the
 * article is about.
 * @param start offset in `text` where the sentence begins, with the dateline if it has one
 * @param end where it ends
 * @param words those of the sentence, at least its first
 * @returns an offset in `text`; `start` where there is no dateline
 */
export function afterDateline(text: string, start: number, end: number, words: Word[]): number {
  const line = DATELINE.exec(text.slice(start, Math.min(end, start + LONGEST_DATELINE)));
  if (!line) return start;
  const after = start + line[0].length;
  for (const word of words) {
    if (word.end > after) break;
    if (isVerb(word.lexeme.bare)) return start;
  }
  return after;
}
