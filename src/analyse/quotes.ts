import type { Entity, Quote } from '../model/analysis.js';
import type { Passage } from './reading.js';
import { SPEECH_VERBS } from './entities/name-lists.js';

/** Fewer words in quotation marks are a name or a word held at arm's length. */
const FEWEST_WORDS = 4;
const CLOSING: Record<string, string> = { '«': '»', '“': '”', '"': '"', '„': '“' };
/** A quotation ends in its paragraph, and within this many letters. */
const LONGEST = 1500;

/** What an article quotes word for word, with who said it where the sentence around it names a speaker. */
export function quotesOf(passage: Passage, entities: Entity[]): Quote[] {
  const { text, field } = passage;
  const quotes: Quote[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const closing = CLOSING[text[at]!];
    if (!closing) continue;
    const end = endOfQuote(text, at + 1, closing);
    if (end < 0) continue;
    const words = passage.words.filter(({ start, end: wordEnd }) => start > at && wordEnd <= end);
    if (words.length >= FEWEST_WORDS) {
      const by = speakerOf(passage, entities, at, end);
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

function endOfQuote(text: string, from: number, closing: string): number {
  const limit = Math.min(text.length, from + LONGEST);
  for (let at = from; at < limit; at += 1) {
    if (text[at] === '\n') return -1;
    if (text[at] === closing) return at;
  }
  return -1;
}

/** The person or body that stands beside a verb of speech in the same paragraph, nearest before the quote, else after it. */
function speakerOf(
  passage: Passage,
  entities: Entity[],
  start: number,
  end: number,
): string | undefined {
  const from = passage.text.lastIndexOf('\n', start) + 1;
  const lineEnd = passage.text.indexOf('\n', end);
  const to = lineEnd < 0 ? passage.text.length : lineEnd;
  const speakers = entities.filter(
    (entity) =>
      entity.field === passage.field &&
      entity.type !== 'place' &&
      entity.start >= from &&
      entity.end <= to,
  );
  const verbs = passage.words.filter(
    ({ start: at, lexeme }) => at >= from && at < to && SPEECH_VERBS.has(lexeme.bare),
  );
  const before = verbs.filter((verb) => verb.end <= start).at(-1);
  if (before) {
    const after = speakers.find((entity) => entity.start >= before.end && entity.end <= start);
    return (after ?? speakers.filter((entity) => entity.end <= before.start).at(-1))?.name;
  }
  const verb = verbs.find((each) => each.start >= end && each.start - end < 40);
  return (
    verb &&
    speakers.find((entity) => entity.start >= verb.end && entity.start - verb.end < 80)?.name
  );
}
