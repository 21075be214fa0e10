import { repair } from '../arabic/letters/repair.js';
import type { Lexeme } from './lexeme.js';
import type { Passage, Word } from './reading.js';

/** Nothing to repair: Arabic letters with single spaces between. */
const PLAIN = /^[\u0621-\u063a\u0641-\u064a]+(?: [\u0621-\u063a\u0641-\u064a]+)*$/;
const MARK = /[\u064B-\u065F\u0670\u0640]/;

/** Where a phrase stands without the particles written with its first word. */
export function placeOf(text: string, words: Word[]): { start: number; end: number } {
  const first = words[0]!;
  return { start: first.start + particleLength(text, first), end: words.at(-1)!.end };
}

/** Length in `text` of the particles before a word's article: «و» of «والأمن», 0 for «للأمن», whose article is fused. */
function particleLength(text: string, { start, end, lexeme }: Word): number {
  const letters = lexeme.cliticLetters - articleLetters(lexeme);
  if (letters <= 0) return 0;
  let seen = 0;
  let at = start;
  while (at < end && seen < letters) {
    if (!MARK.test(text[at]!)) seen += 1;
    at += 1;
  }
  while (at < end && MARK.test(text[at]!)) at += 1;
  return at - start;
}

/** How many letters before `bare` are the article with what it is fused to: one in «للجنة», whose second ل is the noun's. */
function articleLetters({ definite, folded, cliticLetters }: Lexeme): number {
  if (!definite) return 0;
  return /(?:ال|لل)$/.test(folded.slice(0, cliticLetters)) ? 2 : 1;
}

/** The written form at one place: particles off, a fused article whole again («للأمم» → «الأمم»), no tatweel. */
export function writtenForm(text: string, words: Word[]): string {
  const { start, end } = placeOf(text, words);
  const slice = text.slice(start, end);
  const { lexeme } = words[0]!;
  const written = PLAIN.test(slice) ? slice : cleaned(slice);
  if (lexeme.definite && written.startsWith('لل'))
    return `ال${written.slice(articleLetters(lexeme))}`;
  return written;
}

function cleaned(slice: string): string {
  return repair(slice)
    .replace(/[\u0640#]/g, '')
    .replace(/_/g, ' ')
    .replace(/\s+/g, ' ');
}

/** The form readers meet most among the places of a phrase; of equals the first. */
export function commonestForm(places: Array<{ passage: Passage; words: Word[] }>): string {
  const counts = new Map<string, number>();
  for (const { passage, words } of places) {
    const form = writtenForm(passage.text, words);
    counts.set(form, (counts.get(form) ?? 0) + 1);
  }
  let best = '';
  for (const [form, count] of counts) if (!best || count > counts.get(best)!) best = form;
  return best;
}
