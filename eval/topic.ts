/**
 * Topic of ant-2018's articles, one outlet left out at a time: macro F1 over the five topics that are its desks, beside
 * multinomial naive Bayes. Ours knows ten topics; the likeliest of the five counts.
 * Usage: tsx eval/topic.ts [every n-th article, default 3]
 */
import { labelledArticles } from './topic-data.js';
import { macroF1, predict, train, trainNaiveBayes, type Model } from './topic-train.js';

const articles = labelledArticles(Number(process.argv[2] ?? 3));
const outlets = [...new Set(articles.map(({ outlet }) => outlet))];
const desks = new Set(articles.map(({ topic }) => topic));
const methods: Array<[string, (of: typeof articles) => Model, 'counts' | 'features']> = [
  ['naive Bayes', trainNaiveBayes, 'counts'],
  ['ours, knowing the five desks alone', (of) => train(of, true), 'features'],
  ['ours', train, 'features'],
];
for (const [name, method, reads] of methods) {
  const f1s = outlets.map((outlet) => {
    const model = method(articles.filter((article) => article.outlet !== outlet));
    const held = articles.filter((article) => article.outlet === outlet);
    return macroF1(
      held.map(({ topic }) => topic),
      held.map((article) => predict(model, article[reads], desks)),
    );
  });
  const mean = f1s.reduce((a, b) => a + b, 0) / f1s.length;
  console.log(
    name,
    'macro F1',
    mean.toFixed(4),
    outlets.map((o, i) => `${o} ${f1s[i]!.toFixed(3)}`).join(' '),
  );
}
