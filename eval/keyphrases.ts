/** Keyphrases of a gold set, for `score.mjs keyphrases`. Usage: tsx eval/keyphrases.ts > RUN.jsonl */
import { analyse } from '../src/analyse/analyse.js';
import { jsonLines, plainArticle } from './articles.js';

for (const { id, body } of jsonLines<{ id: string; body: string }>(
  'gold/keyphrases/akec-train.jsonl',
)) {
  const { keyphrases } = analyse(plainArticle(id, '', body));
  console.log(JSON.stringify({ id, keyphrases: keyphrases.map(({ text }) => text) }));
}
