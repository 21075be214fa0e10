import type { Reading } from '../reading.js';

/** A word of the title says as much about the topic as this many in the body. */
const TITLE = 3;
/** Words of the body that are read: what an article is about shows early. */
const WORDS = 400;

/** Stems of an article with 1 + ln(count), normalised to length 1. */
export function topicFeatures({ title, body }: Reading): Map<string, number> {
  const counts = new Map<string, number>();
  const add = (words: Reading['body']['words'], weight: number) => {
    for (const { lexeme, kind } of words) {
      if (lexeme.functional || kind === 'number' || kind === 'address' || lexeme.furniture)
        continue;
      counts.set(lexeme.stem, (counts.get(lexeme.stem) ?? 0) + weight);
    }
  };
  add(title.words, TITLE);
  add(body.words.length > WORDS ? body.words.slice(0, WORDS) : body.words, 1);
  let norm = 0;
  for (const count of counts.values()) {
    const weight = weightOf(count);
    norm += weight * weight;
  }
  const scale = 1 / Math.sqrt(norm || 1);
  for (const [stem, count] of counts) counts.set(stem, weightOf(count) * scale);
  return counts;
}

function weightOf(count: number): number {
  return 1 + Math.log(count);
}
