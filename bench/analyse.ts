/**
 * CPU time of all of `analyse` on one core, over articles of both corpora, each read once.
 * Usage: tsx bench/analyse.ts [--articles 6000]
 * CPU time of all threads of the process is counted, compiling and collecting garbage included.
 */
import { parseArgs } from 'node:util';
import { jsonLines, plainArticle } from '../eval/articles.js';
import { analyse } from '../src/analyse/analyse.js';
import { findEntities } from '../src/analyse/entities/entities.js';
import { read } from '../src/analyse/reading.js';

const { values } = parseArgs({ options: { articles: { type: 'string', default: '6000' } } });
const wanted = Number(values.articles);

interface Line {
  id: string;
  title?: string;
  body: string;
}

const articles = ['corpus/ant-2018.jsonl.gz', 'corpus/saudi-2015.jsonl.gz'].flatMap((path) => {
  const lines = jsonLines<Line>(path);
  const step = Math.max(1, Math.floor((2 * lines.length) / wanted));
  return lines
    .filter((_, i) => i % step === 0)
    .map(({ id, title = '', body }) => plainArticle(id, title, body));
});

function measure(name: string, work: () => void): void {
  const begun = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(begun);
  const each = (user + system) / 1000 / articles.length;
  console.log(`${name}\t${each.toFixed(3)} ms CPU each\t${Math.round(1000 / each)} a second`);
}

const all = (work: (article: (typeof articles)[number]) => unknown) => () => {
  for (const article of articles) work(article);
};
console.log(`${articles.length} articles`);
measure(
  'analyse, first pass (tables, words and code cold)',
  all((article) => analyse(article)),
);
measure(
  'analyse, second pass',
  all((article) => analyse(article)),
);
measure(
  'reading alone',
  all((article) => read(article)),
);
measure(
  'reading and entities',
  all((article) => findEntities(read(article))),
);
