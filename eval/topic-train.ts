import type { Labelled } from './topic-data.js';

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

export function predict(model: Model, features: Map<string, number>): string {
  const sums = scores(model, features);
  return model.topics[sums.indexOf(Math.max(...sums))]!;
}

const EPOCHS = 6;
const RATE = 0.6;
const DECAY = 2e-5;
/** Stems of fewer articles are one outlet's names, not a topic's words. */
const MIN_ARTICLES = 4;

/**
 * Multinomial logistic regression by stochastic gradient, each topic and each outlet counting alike, whatever
 * the number of its articles: outlets differ in what their desks print, readers do not.
 */
export function train(articles: Labelled[]): Model {
  const topics = [...new Set(articles.map(({ topic }) => topic))].sort();
  const frequency = new Map<string, number>();
  const size = new Map<string, number>();
  const group = ({ topic, outlet }: Labelled) => `${topic} ${outlet}`;
  for (const article of articles) {
    size.set(group(article), (size.get(group(article)) ?? 0) + 1);
    for (const stem of article.features.keys()) frequency.set(stem, (frequency.get(stem) ?? 0) + 1);
  }
  const weights = new Map<string, Float64Array>();
  for (const [stem, n] of frequency)
    if (n >= MIN_ARTICLES) weights.set(stem, new Float64Array(topics.length));
  const rarity = (stem: string) => Math.log(articles.length / frequency.get(stem)!) / 5;
  const model: Model = { topics, bias: topics.map(() => 0), weights };
  const prepared = articles.map((article) => ({
    y: topics.indexOf(article.topic),
    importance: Math.min(
      8,
      (articles.length / topics.length / 4 / size.get(group(article))!) ** 0.8,
    ),
    x: [...article.features]
      .filter(([stem]) => weights.has(stem))
      .map(([stem, value]) => [weights.get(stem)!, value * rarity(stem)] as const),
  }));
  let seed = 1;
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    for (let i = prepared.length - 1; i > 0; i -= 1) {
      seed = (seed * 1103515245 + 12345) & 0x7fffffff;
      const j = seed % (i + 1);
      [prepared[i], prepared[j]] = [prepared[j]!, prepared[i]!];
    }
    const rate = RATE / (1 + epoch);
    for (const { x, y, importance } of prepared) {
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
  for (const [stem, w] of weights) for (let t = 0; t < w.length; t += 1) w[t]! *= rarity(stem);
  return model;
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
