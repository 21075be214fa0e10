/**
 * Retrieval over the ARCD passages with both corpora as distractors: ours through the store, beside FTS5 over
 * plain, Snowball and light10 texts.
 *
 *     tsx eval/search.ts [--step 1] [--only ours|baselines|<part of a baseline's name>] [--content-words]
 *
 * `--content-words` leaves out the baselines' runs with function words, which are slow and no better.
 * `--step 5` takes every fifth distractor, for a quick look.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { parseQuery } from '../src/analyse/query.js';
import { searchText } from '../src/analyse/search-text.js';
import { openStore } from '../src/store/open.js';
import { plainArticle } from './articles.js';
import { baselines, fts5Ranker } from './search-baselines.js';
import {
  scoreRankings,
  searchDocuments,
  searchQuestions,
  type SearchDocument,
} from './search-data.js';

const { values } = parseArgs({
  options: {
    step: { type: 'string', default: '1' },
    only: { type: 'string', default: 'all' },
    'content-words': { type: 'boolean', default: false },
  },
});
const documents = searchDocuments(Number(values.step));
const questions = searchQuestions();
console.log(`${documents.length} texts, ${questions.length} questions`);

function report(name: string, { ndcg, recall }: { ndcg: number; recall: number }, more = ''): void {
  console.log(
    `${name.padEnd(44)} ndcg@10 ${ndcg.toFixed(4)}  recall@100 ${recall.toFixed(4)}${more}`,
  );
}

if (values.only !== 'ours')
  for (const [name, preparation] of Object.entries(baselines)) {
    if (values.only !== 'all' && values.only !== 'baselines' && !name.includes(values.only))
      continue;
    const rank = fts5Ranker(documents, preparation());
    if (!values['content-words'])
      report(
        name,
        scoreRankings(questions, ({ query }) => rank(query, false)),
      );
    report(
      `${name}, no function words`,
      scoreRankings(questions, ({ query }) => rank(query, true)),
    );
  }
if (values.only === 'all' || values.only === 'ours') await ours(documents);

async function ours(texts: SearchDocument[]): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), 'warraq-search-'));
  const store = await openStore(directory);
  try {
    for (let at = 0; at < texts.length; at += 1000)
      await store.save(texts.slice(at, at + 1000).map(entryOf));
    const found = new Map<string, string[]>();
    const times: number[] = [];
    for (const { qid, query } of questions) {
      const start = performance.now();
      const { hits } = await store.search(parseQuery(query), { limit: 100 });
      times.push(performance.now() - start);
      found.set(
        qid,
        hits.map(({ id }) => id),
      );
    }
    times.sort((a, b) => a - b);
    const at = (share: number) => times[Math.floor(share * (times.length - 1))]?.toFixed(1);
    const latency = `  ms: median ${at(0.5)}, p95 ${at(0.95)}, p99 ${at(0.99)}`;
    report(
      'Warraq',
      scoreRankings(questions, ({ qid }) => found.get(qid) ?? []),
      latency,
    );
  } finally {
    await store.close();
    rmSync(directory, { recursive: true });
  }
}

/** An entry with what search reads of it only. */
function entryOf({ id, title, body }: SearchDocument) {
  return {
    article: plainArticle(id, title, body),
    analysis: {
      id,
      searchText: searchText(title, body),
      terms: [],
      keyphrases: [],
      entities: [],
      quotes: [],
      figures: [],
      brief: [],
    },
    relations: { story: id },
  };
}
