/** Entities of a gold set of tokens, for `score.mjs entities`. Usage: tsx eval/entities.ts > RUN.jsonl */
import { findEntities } from '../src/analyse/entities/entities.js';
import { read } from '../src/analyse/reading.js';
import { jsonLines, plainArticle } from './articles.js';

interface Sentence {
  id: string;
  tokens: string[];
}

for (const { id, tokens } of jsonLines<Sentence>('gold/entities/anercorp-train.jsonl')) {
  const entities = findEntities(read(plainArticle(id, '', tokens.join(' '))));
  console.log(
    JSON.stringify({
      id,
      entities: entities.map(({ type, start, end }) => ({ type, start, end })),
    }),
  );
}
