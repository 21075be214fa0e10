import type { Topic } from '../src/model/analysis.js';
import type { Labelled } from './topic-data.js';
import { topicStems } from './topic-words.js';

/** A linear model: a weight per stem and topic, times rarity, and a bias per topic. */
export interface Model {
  topics: string[];
  bias: number[];
  weights: Map<string, Float64Array>;
}

export const scores = (model: Model, features: Map<string, number>): number[] => {
  const sums = [...model.bias];
  for (const [stem, value] of features) {
    const weights = model.weights.get(stem);
    if (weights) for (let t = 0; t < sums.length; t += 1) sums[t]! += value * weights[t]!;
  }
  return sums;
};

/** The likeliest topic, of those in question. */
export function predict(
  model: Model,
  features: Map<string, number>,
  among: ReadonlySet<string> = new Set(model.topics),
): string {
  const sums = scores(model, features);
  let best = -1;
  model.topics.forEach((topic, t) => {
    if (among.has(topic) && (best < 0 || sums[t]! > sums[best]!)) best = t;
  });
  return model.topics[best]!;
}

const EPOCHS = 6;
const RATE = 0.6;
const DECAY = 2e-5;
/** Stems of fewer articles are one outlet's names, not a topic's words. */
const MIN_ARTICLES = 4;
/** Share of an article's weight on the words of a topic that no desk is for, from which on it is of that topic. */
const ENOUGH = 0.06;
/** A word of a topic counts in training as this share of all articles, each of nothing else with this value of it. */
const WORD_WEIGHT = 6e-4;
const WORD_VALUE = 0.5;

/**
 * Multinomial logistic regression by stochastic gradient, each topic and each outlet counting alike, whatever
 * the number of its articles: outlets differ in what their desks print, readers do not. Beside the articles it is
 * trained on the words of each topic (labelled features: Druck, Mann & McCallum 2008), and an article with many
 * words of a topic that no desk is for (health, accidents, weather, society, religion) is of that topic.
 * @param desksAlone whether the model is to know the topics of the desks only
 */
export function train(articles: Labelled[], desksAlone = false): Model {
  const desks = new Set(articles.map(({ topic }) => topic));
  const words = new Map([...topicStems()].filter(([, topic]) => !desksAlone || desks.has(topic)));
  const relabelled = articles.map((article) => ({
    ...article,
    topic: apartFromDesks(article, words, desks) ?? article.topic,
  }));
  const topics = [...new Set([...desks, ...words.values()])].sort();
  const frequency = new Map<string, number>();
  const size = new Map<string, number>();
  const group = ({ topic, outlet }: Labelled) => `${topic} ${outlet}`;
  for (const article of relabelled) {
    size.set(group(article), (size.get(group(article)) ?? 0) + 1);
    for (const stem of article.features.keys()) frequency.set(stem, (frequency.get(stem) ?? 0) + 1);
  }
  const weights = new Map<string, Float64Array>();
  const met = [...frequency].filter(([, n]) => n >= MIN_ARTICLES).map(([stem]) => stem);
  for (const stem of [...met, ...words.keys()]) weights.set(stem, new Float64Array(topics.length));
  const rarity = (stem: string) =>
    Math.log(articles.length / Math.max(MIN_ARTICLES, frequency.get(stem) ?? 0)) / 5;
  const inputs = (features: Iterable<[string, number]>) =>
    [...features]
      .filter(([stem]) => weights.has(stem))
      .map(([stem, value]) => [weights.get(stem)!, value * rarity(stem)] as const);
  const model: Model = { topics, bias: topics.map(() => 0), weights };
  const prepared = [
    ...relabelled.map((article) => ({
      y: topics.indexOf(article.topic),
      importance: Math.min(
        8,
        (articles.length / topics.length / 4 / size.get(group(article))!) ** 0.8,
      ),
      x: inputs(article.features),
    })),
    ...[...words].map(([stem, topic]) => ({
      y: topics.indexOf(topic),
      importance: WORD_WEIGHT * articles.length,
      x: inputs([[stem, WORD_VALUE]]),
    })),
  ].filter(({ x }) => x.length);
  descend(model, prepared);
  for (const [stem, w] of weights) for (let t = 0; t < w.length; t += 1) w[t]! *= rarity(stem);
  return model;
}

/** The topic that no desk is for whose words an article has most of, if it has enough of them. */
function apartFromDesks(
  { features }: Labelled,
  words: Map<string, Topic>,
  desks: Set<string>,
): string | undefined {
  const shares = new Map<string, number>();
  for (const [stem, value] of features) {
    const topic = words.get(stem);
    if (topic && !desks.has(topic)) shares.set(topic, (shares.get(topic) ?? 0) + value * value);
  }
  const [most] = [...shares].sort((a, b) => b[1] - a[1]);
  return most && most[1] > ENOUGH ? most[0] : undefined;
}

interface Example {
  y: number;
  importance: number;
  /** The weights of each stem, and its value. */
  x: Array<readonly [Float64Array, number]>;
}

function descend(model: Model, examples: Example[]): void {
  let seed = 1;
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    for (let i = examples.length - 1; i > 0; i -= 1) {
      seed = (seed * 1103515245 + 12345) & 0x7fffffff;
      const j = seed % (i + 1);
      [examples[i], examples[j]] = [examples[j]!, examples[i]!];
    }
    const rate = RATE / (1 + epoch);
    for (const { x, y, importance } of examples) {
      const sums = [...model.bias];
      for (const [w, value] of x)
        for (let t = 0; t < sums.length; t += 1) sums[t]! += value * w[t]!;
      const most = Math.max(...sums);
      const exps = sums.map((sum) => Math.exp(sum - most));
      const total = exps.reduce((a, b) => a + b, 0);
      for (let t = 0; t < sums.length; t += 1) {
        const slope = rate * importance * ((t === y ? 1 : 0) - exps[t]! / total);
        model.bias[t]! += slope * 0.02;
        for (const [w, value] of x) w[t]! += slope * value - DECAY * rate * w[t]!;
      }
    }
  }
}

/** Multinomial naive Bayes, add-one smoothing: the method to beat. */
export function trainNaiveBayes(articles: Labelled[]): Model {
  const topics = [...new Set(articles.map(({ topic }) => topic))].sort();
  const weights = new Map<string, Float64Array>();
  const totals = topics.map(() => 0);
  const prior = topics.map(() => 0);
  for (const { topic, counts } of articles) {
    const t = topics.indexOf(topic);
    prior[t]! += 1;
    for (const [stem, value] of counts) {
      let w = weights.get(stem);
      if (!w) weights.set(stem, (w = new Float64Array(topics.length)));
      w[t]! += value;
      totals[t]! += value;
    }
  }
  for (const w of weights.values())
    for (let t = 0; t < w.length; t += 1)
      w[t] = Math.log((w[t]! + 1) / (totals[t]! + weights.size));
  return { topics, bias: prior.map((n) => Math.log(n / articles.length)), weights };
}

export function macroF1(gold: string[], said: string[]): number {
  const topics = [...new Set(gold)];
  const f1s = topics.map((topic) => {
    const hit = gold.filter((g, i) => g === topic && said[i] === topic).length;
    const p = hit / Math.max(1, said.filter((s) => s === topic).length);
    const r = hit / gold.filter((g) => g === topic).length;
    return p + r ? (2 * p * r) / (p + r) : 0;
  });
  return f1s.reduce((a, b) => a + b, 0) / f1s.length;
}
