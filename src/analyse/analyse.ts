import type { Analysis, DocumentFrequencies } from '../model/analysis.js';
import type { Article } from '../model/article.js';

/**
 * What an article says. Pure and safe to run in a worker.
 * @param frequencies of the user's own store, where one is at hand; without it a built-in table serves
 */
export function analyse(article: Article, _frequencies?: DocumentFrequencies): Analysis {
  return {
    id: article.id,
    searchText: { titleWords: '', titleStems: '', bodyWords: '', bodyStems: '' },
    terms: [],
    keyphrases: [],
    entities: [],
    quotes: [],
    figures: [],
    brief: [],
  };
}
