import type { Entity, Quote } from '../model/analysis.js';
import type { Passage } from './reading.js';
import { SPEECH_VERBS } from './entities/name-lists.js';

/** Fewer words in quotation marks are a name or a word held at arm's length. */
const FEWEST_WORDS = 4;
const CLOSING: Record<string, string> = { '«': '»', '“': '”', '"': '"', '„': '“' };
/** Whether a character whose code ends in this byte may open a quotation: nearly none does. */
const OPENS = new Uint8Array(256);
for (const sign of Object.keys(CLOSING)) OPENS[sign.charCodeAt(0) & 0xff] = 1;
/** A quotation ends in its paragraph, and within this many letters. */
const LONGEST = 1500;
/** A speaker stands no further than this from the quotation marks. */
const NEAR = 400;

/** What an article quotes word for word, with who said it where the sentence around it names a speaker. */
export function quotesOf(passage: Passage, entities: Entity[]): Quote[] {
  const { text, field } = passage;
  const quotes: Quote[] = [];
  const mine = entities.filter((entity) => entity.field === field && entity.type !== 'place');
  /** For each closing mark, the place before which none stands. */
  const unclosed: Record<string, number> = {};
  for (let at = 0; at < text.length; at += 1) {
    if (!OPENS[text.charCodeAt(at) & 0xff]) continue;
    const closing = CLOSING[text[at]!];
    if (!closing) continue;
    if ((unclosed[closing] ?? 0) > at) continue;
    const end = endOfQuote(text, at + 1, closing);
    if (end < 0) {
      unclosed[closing] = ~end;
      continue;
    }
    const count = firstFrom(passage.words, end) - firstFrom(passage.words, at + 1);
    if (count >= FEWEST_WORDS) {
      const by = speakerOf(passage, mine, at, end);
      quotes.push({
        field,
        start: at + 1,
        end,
        text: text.slice(at + 1, end),
        ...(by ? { by } : {}),
      });
    }
    at = end;
  }
  return quotes;
}

/** Where a quotation that begins at `from` is closed; where it is not, the complement (~) of where the search ended. */
function endOfQuote(text: string, from: number, closing: string): number {
  const limit = Math.min(text.length, from + LONGEST);
  for (let at = from; at < limit; at += 1) {
    if (text[at] === '\n') return ~at;
    if (text[at] === closing) return at;
  }
  return ~limit;
}

/** Index of the first of sorted spans that begins at `from` or later. */
function firstFrom(spans: Array<{ start: number }>, from: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle]!.start < from) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The person or body beside a verb of speech in the same paragraph, nearest before the quote, else after it. */
function speakerOf(
  { text, words }: Passage,
  named: Entity[],
  start: number,
  end: number,
): string | undefined {
  const from = Math.max(text.lastIndexOf('\n', start) + 1, start - NEAR);
  const line = text.slice(end, end + NEAR).indexOf('\n');
  const to = line < 0 ? Math.min(text.length, end + NEAR) : end + line;
  const within = <T extends { start: number }>(spans: T[]) =>
    spans.slice(firstFrom(spans, from), firstFrom(spans, to));
  const speakers = within(named);
  const verbs = within(words).filter(({ lexeme }) => SPEECH_VERBS.has(lexeme.bare));
  const before = verbs.filter((verb) => verb.end <= start).at(-1);
  if (before) {
    const after = speakers.find((entity) => entity.start >= before.end && entity.end <= start);
    return (after ?? speakers.filter((entity) => entity.end <= before.start).at(-1))?.name;
  }
  const verb = verbs.find((each) => each.start >= end && each.start - end < 40);
  return verb && speakers.find(({ start: at }) => at >= verb.end && at - verb.end < 80)?.name;
}
