import type { Lexeme } from '../lexeme.js';
import type { Passage, Reading } from '../reading.js';

/** A word of the title says as much about the topic as this many in the body. */
const TITLE = 3;
/** Words of the body that are read: what an article is about shows early. */
const WORDS = 400;

/** A stem of an article. */
export interface TopicFeature {
  /** A word that has it. */
  lexeme: Lexeme;
  /** 1 + ln(count), over all features normalised to length 1. */
  value: number;
}

/** What an article's topic is told from: its stems in the order in which they first stand. */
export function topicFeatures({ title, body, stems }: Reading): TopicFeature[] {
  const features: TopicFeature[] = [];
  const counts = new Int32Array(stems.spelt.length);
  const numbers: number[] = [];
  const add = ({ words }: Passage, most: number, weight: number) => {
    for (let i = 0; i < words.length && i < most; i += 1) {
      const { lexeme, kind, stemNumber } = words[i]!;
      if (lexeme.functional || kind === 'number' || kind === 'address' || lexeme.furniture)
        continue;
      if (!counts[stemNumber]) {
        features.push({ lexeme, value: 0 });
        numbers.push(stemNumber);
      }
      counts[stemNumber]! += weight;
    }
  };
  add(title, Infinity, TITLE);
  add(body, WORDS, 1);
  let norm = 0;
  features.forEach((feature, i) => {
    feature.value = 1 + Math.log(counts[numbers[i]!]!);
    norm += feature.value * feature.value;
  });
  const scale = 1 / Math.sqrt(norm || 1);
  for (const feature of features) feature.value *= scale;
  return features;
}
