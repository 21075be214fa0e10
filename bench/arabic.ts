/**
 * Tokens a second of processor time (all threads, garbage collection too), over articles of the shared corpora: the
 * whole analyser (folding, tokens, function words, stems) beside the Arabic stemmers of two npm packages. These get words that are already cut out and folded,
 * which is less work; one is also run behind our tokeniser. Rounds alternate, so that what else the machine does
 * meets all of them.
 *
 *     npm install --prefix bench && tsx bench/arabic.ts
 */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { gunzipSync } from 'node:zlib';
import { bySubject } from '../src/arabic/analysers.js';
import { stem } from '../src/arabic/stems/stem.js';
import { tokenise } from '../src/arabic/words/tokenise.js';

const ARTICLES = 4000;
const ROUNDS = 5;

const corpus = new URL('../../shared/corpus/ant-2018.jsonl.gz', import.meta.url);
if (!existsSync(corpus)) {
  console.error(`${corpus.pathname} is absent; this measurement needs the shared corpora`);
  process.exit(2);
}
const texts = gunzipSync(readFileSync(corpus))
  .toString('utf8')
  .split('\n', ARTICLES)
  .map((line) => (JSON.parse(line) as { body: string }).body);
const tokens = texts.map((text) => tokenise(text).map(({ folded }) => folded));
const count = tokens.reduce((sum, words) => sum + words.length, 0);
console.log(
  `${texts.length} articles, ${count} tokens; million tokens a second, median of ${ROUNDS} rounds`,
);

const require = createRequire(new URL('package.json', import.meta.url));
const { newStemmer } = require('snowball-stemmers') as {
  newStemmer(language: string): { stem(word: string): string };
};
const snowball = newStemmer('arabic');
const { StemmerAr } = require('@nlpjs/lang-ar') as {
  StemmerAr: new (container: object) => { stem(words: string[]): string[] };
};
const nlpjs = new StemmerAr({});

const runs: Record<string, () => void> = {
  'Warraq, the whole analyser, from text': () => texts.forEach((text) => bySubject(text)),
  'Warraq, tokens only, from text': () => texts.forEach((text) => tokenise(text)),
  'Warraq, stems only, from folded words': () => tokens.forEach((words) => words.forEach(stem)),
  'snowball-stemmers 0.6, from folded words': () =>
    tokens.forEach((words) => words.forEach((word) => snowball.stem(word))),
  '@nlpjs/lang-ar 4.26, from folded words': () => tokens.forEach((words) => nlpjs.stem(words)),
  '@nlpjs/lang-ar 4.26, from text, behind our tokens': () =>
    texts.forEach((text) => nlpjs.stem(tokenise(text).map(({ folded }) => folded))),
};
const speeds = new Map(Object.keys(runs).map((name) => [name, [] as number[]]));
for (let round = 0; round < ROUNDS; round++)
  for (const [name, run] of Object.entries(runs)) {
    const start = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(start);
    speeds.get(name)?.push(count / (user + system));
  }
for (const [name, measured] of speeds) {
  const [median = 0] = measured.sort((a, b) => a - b).slice(ROUNDS >> 1);
  console.log(`${name.padEnd(52)} ${median.toFixed(2)} (best ${measured.at(-1)?.toFixed(2)})`);
}
