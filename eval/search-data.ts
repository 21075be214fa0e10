import { jsonLines } from './articles.js';

export interface SearchDocument {
  id: string;
  title: string;
  body: string;
}

export interface SearchQuestion {
  qid: string;
  query: string;
  relevant: string[];
}

/** The ARCD passages and, as distractors, every `step`-th article of both corpora (0: none). */
export function searchDocuments(step: number): SearchDocument[] {
  const passages = jsonLines<SearchDocument>('gold/search/arcd-passages.jsonl');
  if (step === 0) return passages;
  const corpora = ['corpus/ant-2018.jsonl.gz', 'corpus/saudi-2015.jsonl.gz'].flatMap((path) =>
    jsonLines<Partial<SearchDocument>>(path)
      .filter((_, at) => at % step === 0)
      .map(({ id, title = '', body = '' }, at) => ({ id: id ?? `${path}:${at}`, title, body })),
  );
  return [...passages, ...corpora];
}

export function searchQuestions(): SearchQuestion[] {
  return jsonLines<SearchQuestion>('gold/search/arcd-queries.jsonl');
}

/** Mean ndcg@10 (binary gains) and recall@100 of ranked ids. */
export function scoreRankings(
  questions: SearchQuestion[],
  rankingOf: (question: SearchQuestion) => string[],
): { ndcg: number; recall: number } {
  let ndcg = 0;
  let recall = 0;
  for (const question of questions) {
    const ranking = rankingOf(question);
    const relevant = new Set(question.relevant);
    let gain = 0;
    let ideal = 0;
    ranking
      .slice(0, 10)
      .forEach((id, at) => (gain += relevant.has(id) ? 1 / Math.log2(at + 2) : 0));
    for (let at = 0; at < Math.min(10, relevant.size); at++) ideal += 1 / Math.log2(at + 2);
    ndcg += gain / ideal;
    recall += ranking.slice(0, 100).filter((id) => relevant.has(id)).length / relevant.size;
  }
  return { ndcg: ndcg / questions.length, recall: recall / questions.length };
}
