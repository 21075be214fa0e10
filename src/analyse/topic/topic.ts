import type { Analysis, Topic } from '../../model/analysis.js';
import type { Article } from '../../model/article.js';
import { tableLines } from '../data-table.js';
import type { Reading } from '../reading.js';
import { topicFeatures } from './features.js';

/** Weights in the table are twentieths. */
const SCALE = 20;
/** Fewer words than these tell nothing. */
const FEWEST_WORDS = 15;

interface Model {
  topics: Topic[];
  bias: number[];
  /** Of each stem of the table in turn, what it tells of each topic. */
  weights: Float64Array;
  /** Place of each stem in the table, from 0 on. */
  places: Map<string, number>;
}

let model: Model | undefined;

function load(): Model {
  const [topics = '', bias = '', ...lines] = tableLines('topic-weights.txt.gz');
  const biases = bias.split(' ').map((part) => Number(part) / SCALE);
  const weights = new Float64Array(lines.length * biases.length);
  const places = new Map<string, number>();
  lines.forEach((line, at) => {
    const [word = '', ...rest] = line.split(' ');
    rest.forEach((part, topic) => (weights[at * biases.length + topic] = Number(part) / SCALE));
    places.set(word, at);
  });
  return { topics: topics.split(' ') as Topic[], bias: biases, weights, places };
}

/**
 * What an article is about, coarsely: by a linear model over its stems (scripts/data/topic-weights.ts), opinion by the
 * article's kind. Undefined where the text is too short to tell.
 */
export function topicOf(article: Pick<Article, 'kind'>, reading: Reading): Analysis['topic'] {
  if (article.kind === 'opinion') return { topic: 'opinion', confidence: 1 };
  if (reading.title.words.length + reading.body.words.length < FEWEST_WORDS) return undefined;
  const { topics, bias, weights, places } = (model ??= load());
  const sums = [...bias];
  for (const { lexeme, value } of topicFeatures(reading)) {
    const from = (lexeme.topicPlace ??= places.get(lexeme.stem) ?? -1) * sums.length;
    if (from >= 0) for (let t = 0; t < sums.length; t += 1) sums[t]! += value * weights[from + t]!;
  }
  const most = Math.max(...sums);
  const total = sums.reduce((sum, x) => sum + Math.exp(x - most), 0);
  return { topic: topics[sums.indexOf(most)]!, confidence: rounded(1 / total) };
}

function rounded(share: number): number {
  return Math.round(share * 1000) / 1000;
}
