/**
 * Runs the extractor over gold pages and writes the run that `score.mjs extract` reads.
 *
 *   tsx eval/extract.ts GOLDDIR [--out RUN.jsonl] [--half train|check] [--worst N] [--show PAGE]
 *
 * Prints word-shingle precision, recall and F1 (the score's own measure), exact titles and dates, and
 * milliseconds a page. `--half` takes every second page, so that what was tuned on one half is checked on the other.
 */
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { extract } from '../src/extract/extract.js';
import { bodyText } from '../src/model/text.js';
import { compare, mean, median, type Gold } from './extract-score.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    out: { type: 'string' },
    half: { type: 'string' },
    worst: { type: 'string', default: '0' },
    show: { type: 'string' },
  },
});
const folder = positionals[0];
if (!folder) {
  console.error(
    'usage: tsx eval/extract.ts GOLDDIR [--out RUN.jsonl] [--half train|check] [--worst N]',
  );
  process.exit(2);
}

const names = readdirSync(folder)
  .filter((file) => file.endsWith('.gold.json'))
  .map((file) => file.slice(0, -'.gold.json'.length))
  .filter((_, at) => !values.half || (at % 2 === 0) === (values.half === 'train'));
const run: string[] = [];
const results: Array<{ name: string; p: number; r: number; f1: number; note: string }> = [];
const times: number[] = [];
const titles: number[] = [];
const dates: number[] = [];
for (const name of names) {
  if (values.show && name !== values.show) continue;
  const gold = JSON.parse(readFileSync(join(folder, `${name}.gold.json`), 'utf8')) as Gold;
  const textFile = join(folder, `${name}.gold.txt`);
  const want = existsSync(textFile) ? readFileSync(textFile, 'utf8') : gold.text;
  const bytes = gunzipSync(readFileSync(join(folder, `${name}.html.gz`)));
  const begun = performance.now();
  const extraction = extract({
    form: 'html',
    name,
    fetchedAt: new Date().toISOString(),
    bytes,
    ...(gold.url ? { url: gold.url } : {}),
  });
  times.push(performance.now() - begun);
  const article = 'articles' in extraction ? extraction.articles[0] : undefined;
  const text = article ? bodyText(article) : '';
  const title = article?.title ?? '';
  const date = article?.published ?? '';
  run.push(JSON.stringify({ name, title, text, date: date.slice(0, 10) }));
  const { p, r, f1, titleRight } = compare(text, want, title, gold.title);
  let note = 'refused' in extraction ? `${extraction.why}: ${extraction.refused}` : '';
  if (gold.title) {
    titles.push(titleRight ? 1 : 0);
    if (!titleRight) note += ` title «${title}» not «${gold.title}»`;
  }
  if (gold.date) {
    const right = date.slice(0, 10) === gold.date.slice(0, 10);
    dates.push(right ? 1 : 0);
    if (!right) note += ` date ${date || 'none'} not ${gold.date}`;
  }
  results.push({ name, p, r, f1, note });
  if (values.show) console.log(`--- got\n${text}\n--- gold\n${want}`);
}
if (values.out) writeFileSync(values.out, run.join('\n') + '\n');
const p = mean(results.map((result) => result.p));
const r = mean(results.map((result) => result.r));
console.log(
  `pages ${results.length} precision ${p.toFixed(4)} recall ${r.toFixed(4)} f1 ${((2 * p * r) / (p + r)).toFixed(4)}`,
  `title ${mean(titles).toFixed(3)} date ${mean(dates).toFixed(3)} ms median ${median(times).toFixed(1)} mean ${mean(times).toFixed(1)}`,
);
results.sort((a, b) => a.f1 - b.f1);
for (const { name, p, r, note } of results.slice(0, Number(values.worst)))
  console.log(name.slice(0, 24), `p ${p.toFixed(3)} r ${r.toFixed(3)}`, note.slice(0, 250));
