/**
 * Topic of articles that were read by eye (eval/topic-read.tsv), of both corpora, as `warraq brief` tells it: the share
 * that would do, and the share that fits best. Usage: tsx eval/topic-read.ts [--wrong]
 */
import { readFileSync } from 'node:fs';
import { read } from '../src/analyse/reading.js';
import { topicOf } from '../src/analyse/topic/topic.js';
import { jsonLines, plainArticle } from './articles.js';

interface Line {
  id: string;
  title: string;
  body: string;
}

const judged = readFileSync(new URL('./topic-read.tsv', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line && !line.startsWith('#'))
  .map((line) => line.split('\t') as [sample: string, id: string, topics: string]);
const ids = new Set(judged.map(([, id]) => id));

for (const corpus of ['ant-2018', 'saudi-2015']) {
  const lines = jsonLines<Line>(`corpus/${corpus}.jsonl.gz`).filter(({ id }) => ids.has(id));
  const articles = new Map(lines.map((line) => [line.id, line]));
  for (const sample of ['1', '2']) {
    const rows = judged.filter(([of, id]) => of === sample && articles.has(id));
    let accepted = 0;
    let best = 0;
    for (const [, id, topics] of rows) {
      const { title, body } = articles.get(id)!;
      const said = topicOf({ kind: 'report' }, read(plainArticle(id, title, body)))?.topic ?? '';
      const fit = topics.split(',');
      if (fit.includes(said)) accepted += 1;
      else if (process.argv.includes('--wrong')) console.log(id, said, 'for', topics, title);
      if (fit[0] === said) best += 1;
    }
    const share = (n: number) => (n / rows.length).toFixed(3);
    console.log(
      `${corpus}, sample ${sample} (${rows.length}): accepted ${share(accepted)}, best ${share(best)}`,
    );
  }
}
