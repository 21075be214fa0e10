import type { Analysis, DocumentFrequencies, SearchText } from '../model/analysis.js';
import type { Article } from '../model/article.js';
import { findEntities } from './entities/entities.js';
import { keyphrasesOf } from './keyphrases/keyphrases.js';
import { read, type Passage } from './reading.js';
import { termsOf } from './terms.js';

/**
 * What an article says. Pure and safe to run in a worker; linear in the length of the article.
 * @param frequencies of the user's own store, where one is at hand; without it a built-in table serves
 */
export function analyse(article: Article, frequencies?: DocumentFrequencies): Analysis {
  const reading = read(article);
  const entities = findEntities(reading);
  return {
    id: article.id,
    searchText: searchTextOf(reading.title, reading.body),
    terms: termsOf(reading, entities),
    keyphrases: keyphrasesOf(reading, entities, frequencies),
    entities,
    quotes: [],
    figures: [],
    brief: [],
  };
}

function searchTextOf(title: Passage, body: Passage): SearchText {
  const words = ({ words }: Passage) => words.map(({ lexeme }) => lexeme.folded).join(' ');
  const stems = ({ words }: Passage) => words.map(({ lexeme }) => lexeme.stem).join(' ');
  return {
    titleWords: words(title),
    titleStems: stems(title),
    bodyWords: words(body),
    bodyStems: stems(body),
  };
}
