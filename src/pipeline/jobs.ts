import type { Explanation } from '../extract/explain.js';
import type { Article } from '../model/article.js';
import type { RawDocument } from '../model/document.js';
import type { Learned } from '../model/learned.js';
import type { Prepared } from './prepare.js';

/** What threads can be asked to do with a document, and what they answer. */
export interface JobAnswers {
  /** extract → analyse */
  prepare: Prepared;
  extract: { name: string; articles: Article[] } | { name: string; refused: string };
  explain: { name: string; explanation: Explanation } | { name: string; refused: string };
}
export type Job = keyof JobAnswers;

type Doing<J extends Job> = (document: RawDocument, learned: Learned) => JobAnswers[J];

/** Each loads what it needs and no more: reading a page needs none of the tables of `analyse`. */
export const JOBS: { [J in Job]: () => Promise<Doing<J>> } = {
  prepare: async () => (await import('./prepare.js')).prepare,
  extract: async () => {
    const { extract } = await import('../extract/extract.js');
    return (document, learned) => {
      const extraction = extract(document, learned);
      const { name } = document;
      return 'refused' in extraction
        ? { name, refused: extraction.refused }
        : { name, articles: extraction.articles };
    };
  },
  explain: async () => {
    const { explainExtraction } = await import('../extract/explain.js');
    return (document, learned) => ({
      name: document.name,
      explanation: explainExtraction(document, learned),
    });
  },
};
