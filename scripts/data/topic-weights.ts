/**
 * Makes src/analyse/data/topic-weights.txt.gz: tsx scripts/data/topic-weights.ts
 *
 * Source: the desks (labels) and words of ant-2018, the ANT corpus of Arabic news texts of BBC, CNN, France 24, Sky
 * News and Al Arabiya, 2018; and words of each topic, written by the project (eval/topic-words.ts). The table holds one
 * number per stem and topic and no text of any publisher.
 */
import { writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { labelledArticles } from '../../eval/topic-data.js';
import { train } from '../../eval/topic-train.js';

/** Stems kept: those that tell topics apart most. */
const STEMS = 6000;
/** Weights are written as whole numbers of this many to the unit. */
const SCALE = 20;

const model = train(labelledArticles(1));
const spread = (weights: Float64Array) => Math.max(...weights) - Math.min(...weights);
const kept = [...model.weights]
  .filter(([stem]) => /^[\u0621-\u064a]{2,}$/.test(stem))
  .sort((a, b) => spread(b[1]) - spread(a[1]))
  .slice(0, STEMS)
  .sort(([a], [b]) => (a < b ? -1 : 1));
const lines = [
  '# Weight of stems for topics, in twentieths; a linear model. Derived from word counts of the ANT corpus (2018);',
  '# holds no text of it. Made by scripts/data/topic-weights.ts. First line: topics; second: bias.',
  model.topics.join(' '),
  model.bias.map((b) => Math.round(b * SCALE)).join(' '),
  ...kept.map(([stem, w]) => `${stem} ${[...w].map((x) => Math.round(x * SCALE)).join(' ')}`),
];
const out = new URL('../../src/analyse/data/topic-weights.txt.gz', import.meta.url);
const packed = gzipSync(`${lines.join('\n')}\n`, { level: 9 });
writeFileSync(out, packed);
console.log(kept.length, 'stems,', packed.length, 'bytes');
