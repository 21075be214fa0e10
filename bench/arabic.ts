/**
 * Tokens a second of processor time (all threads, garbage collection too), over articles of the shared corpora: the whole analyser (folding, tokens, function
 * words, stems) beside the Arabic stemmers of two npm packages. These get words that are already cut out and folded,
 * which is less work; they are also run behind our tokeniser.
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
const ROUNDS = 3;

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
console.log(`${texts.length} articles, ${count} tokens, best of ${ROUNDS} rounds`);

function measure(name: string, run: () => void): void {
  let best = Infinity;
  for (let round = 0; round < ROUNDS; round++) {
    const start = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(start);
    best = Math.min(best, (user + system) / 1000);
  }
  console.log(`${name.padEnd(52)} ${(count / best / 1000).toFixed(2)} million tokens/s`);
}

const require = createRequire(new URL('package.json', import.meta.url));
const { newStemmer } = require('snowball-stemmers') as {
  newStemmer(language: string): { stem(word: string): string };
};
const snowball = newStemmer('arabic');
const { StemmerAr } = require('@nlpjs/lang-ar') as {
  StemmerAr: new (container: object) => { stem(words: string[]): string[] };
};
const nlpjs = new StemmerAr({});

measure('Warraq, the whole analyser, from text', () => texts.forEach((text) => bySubject(text)));
measure('Warraq, tokens only, from text', () => texts.forEach((text) => tokenise(text)));
measure('Warraq, stems only, from folded words', () =>
  tokens.forEach((words) => words.forEach(stem)),
);
measure('snowball-stemmers 0.6, from folded words', () =>
  tokens.forEach((words) => words.forEach((word) => snowball.stem(word))),
);
measure('@nlpjs/lang-ar 4.26, from folded words', () =>
  tokens.forEach((words) => nlpjs.stem(words)),
);
