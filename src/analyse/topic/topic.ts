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
  /** Of each stem of the table in turn, what it tells of each topic. */
  weights: Float64Array;
  /** Topics that have words of their own. */
  special: Topic[];
  /** What each stem tells, as `told` says. */
  stems: Map<string, number>;
}

/**
 * What a stem tells as one number: its place in the table of weights from 1 on, or 0, and above these bits the topic
 * whose own word it is, from 1 on, or 0.
 */
const PLACE_BITS = 16;
const PLACE = (1 << PLACE_BITS) - 1;

let model: Model | undefined;

function load(): Model {
  const [topics = '', bias = '', ...lines] = tableLines('topic-weights.txt.gz');
  const biases = bias.split(' ').map((part) => Number(part) / SCALE);
  const weights = new Float64Array(lines.length * biases.length);
  const stems = new Map<string, number>();
  lines.forEach((line, at) => {
    const [word = '', ...rest] = line.split(' ');
    rest.forEach((part, topic) => (weights[at * biases.length + topic] = Number(part) / SCALE));
    stems.set(word, at + 1);
  });
  const special = Object.keys(TOPIC_WORDS) as Topic[];
  Object.values(TOPIC_WORDS).forEach((list, index) => {
    for (const word of list.trim().split(/\s+/)) {
      const own = stem(fold(word));
      stems.set(own, ((stems.get(own) ?? 0) & PLACE) | ((index + 1) << PLACE_BITS));
    }
  });
  return { topics: topics.split(' ') as Topic[], bias: biases, weights, special, stems };
}

/**
 * What an article is about, coarsely. Politics, economy, sport, technology and culture by a linear model
 * (scripts/data/topic-weights.ts); health, accidents, weather, society and religion by their own words;
 * opinion by the article's kind. Undefined where the text is too short to tell.
 */
export function topicOf(article: Pick<Article, 'kind'>, reading: Reading): Analysis['topic'] {
  if (article.kind === 'opinion') return { topic: 'opinion', confidence: 1 };
  if (reading.title.words.length + reading.body.words.length < FEWEST_WORDS) return undefined;
  const { topics, bias, weights, special: specials, stems } = (model ??= load());
  const sums = [...bias];
  const own = new Map<Topic, number>();
  for (const { lexeme, value } of topicFeatures(reading)) {
    const told = (lexeme.topicTold ??= stems.get(lexeme.stem) ?? 0);
    const from = ((told & PLACE) - 1) * sums.length;
    if (from >= 0) for (let t = 0; t < sums.length; t += 1) sums[t]! += value * weights[from + t]!;
    const topic = specials[(told >> PLACE_BITS) - 1];
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
