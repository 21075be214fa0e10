import type { Analysis, Topic } from '../../model/analysis.js';
import type { Article } from '../../model/article.js';
import { stem } from '../../arabic/stems/stem.js';
import { fold } from '../../arabic/letters/fold.js';
import { tableLines } from '../data-table.js';
import type { Reading } from '../reading.js';
import { topicFeatures } from './features.js';
import { TOPIC_WORDS } from './topic-words.js';

/** Weights in the table are twentieths. */
const SCALE = 20;
/** Share of an article's weight on a topic's own words from which on it is of that topic. */
const ENOUGH = 0.075;
/** Fewer words than these tell nothing. */
const FEWEST_WORDS = 15;

interface Model {
  topics: Topic[];
  bias: number[];
  stems: Map<string, Told>;
}

/** What a stem tells. */
export interface Told {
  /** Of each topic of the model. */
  weights?: number[];
  /** The topic whose own word it is. */
  own?: Topic;
}

const NOTHING: Told = {};

let model: Model | undefined;

function load(): Model {
  const [topics = '', bias = '', ...lines] = tableLines('topic-weights.txt.gz');
  const numbers = (parts: string[]) => parts.map((part) => Number(part) / SCALE);
  const stems = new Map<string, Told>();
  for (const line of lines) {
    const [word = '', ...rest] = line.split(' ');
    stems.set(word, { weights: numbers(rest) });
  }
  for (const [topic, list] of Object.entries(TOPIC_WORDS))
    for (const word of list.trim().split(/\s+/)) {
      const own = stem(fold(word));
      stems.set(own, { ...stems.get(own), own: topic as Topic });
    }
  return { topics: topics.split(' ') as Topic[], bias: numbers(bias.split(' ')), stems };
}

/**
 * What an article is about, coarsely. Politics, economy, sport, technology and culture by a linear model
 * (scripts/data/topic-weights.ts); health, accidents, weather, society and religion by their own words;
 * opinion by the article's kind. Undefined where the text is too short to tell.
 */
export function topicOf(article: Pick<Article, 'kind'>, reading: Reading): Analysis['topic'] {
  if (article.kind === 'opinion') return { topic: 'opinion', confidence: 1 };
  if (reading.title.words.length + reading.body.words.length < FEWEST_WORDS) return undefined;
  const { topics, bias, stems } = (model ??= load());
  const sums = [...bias];
  const own = new Map<Topic, number>();
  for (const { lexeme, value } of topicFeatures(reading)) {
    const told = (lexeme.topicTold ??= stems.get(lexeme.stem) ?? NOTHING);
    const { weights, own: topic } = told;
    if (weights) for (let t = 0; t < sums.length; t += 1) sums[t]! += value * weights[t]!;
    if (topic) own.set(topic, (own.get(topic) ?? 0) + value * value);
  }
  const [special, share] = [...own].sort((a, b) => b[1] - a[1])[0] ?? [undefined, 0];
  if (special && share > ENOUGH)
    return { topic: special, confidence: rounded(Math.min(1, 0.5 + share - ENOUGH)) };
  const most = Math.max(...sums);
  const total = sums.reduce((sum, x) => sum + Math.exp(x - most), 0);
  return { topic: topics[sums.indexOf(most)]!, confidence: rounded(1 / total) };
}

function rounded(share: number): number {
  return Math.round(share * 1000) / 1000;
}
