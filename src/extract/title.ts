import { sentences } from '../arabic/words/sentences.js';

/** The length that a headline keeps to. */
const LONGEST = 110;
const SHORTEST_CUT = 45;
/** Where a clause ends: after its punctuation, or before a word that opens the next one. */
const CLAUSE_END =
  /[،,;؛:](?=\s)|\s(?=(?:و\p{L}{2,}|حيث|مما|بعدما|فيما|بينما|وذلك|الذي|التي|عقب)(?:\s|$))/gu;

/**
 * A title for a text that has none: its first sentence, cut at the end of a clause where it is too long
 * for a headline, at the end of a word (with «…») where no clause ends in time.
 */
export function deriveTitle(text: string): string {
  const line = text.slice(0, 2000).split('\n', 1)[0] ?? '';
  const first = sentences(line).at(0);
  const sentence = (first ? line.slice(first.start, first.end) : line)
    .trim()
    .replace(/[.،؛:\s]+$/u, '');
  if (sentence.length <= LONGEST) return sentence;
  let cut = 0;
  for (const match of sentence.matchAll(CLAUSE_END)) {
    if (match.index > LONGEST) break;
    if (match.index >= SHORTEST_CUT) cut = match.index;
  }
  if (cut) return sentence.slice(0, cut).replace(/[،,;؛:\s]+$/u, '');
  const space = sentence.lastIndexOf(' ', LONGEST);
  return `${sentence.slice(0, space > SHORTEST_CUT ? space : LONGEST)}…`;
}
