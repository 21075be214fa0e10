import type { Analysis, DocumentFrequencies, SearchText } from '../model/analysis.js';
import type { Article } from '../model/article.js';
import { briefOf } from './brief.js';
import { findEntities } from './entities/entities.js';
import { figuresOf } from './figures.js';
import { keyphrasesOf } from './keyphrases/keyphrases.js';
import { quotesOf } from './quotes.js';
import { read, type Passage } from './reading.js';
import { searchWords } from './search-text.js';
import { termsOf } from './terms.js';
import { topicOf } from './topic/topic.js';

/**
 * What an article says. Pure and safe to run in a worker; linear in the length of the article.
 * @param frequencies of the user's own store, where one is at hand; without it a built-in table serves
 * @param people whom short forms mean in the user's own store, as in `Learned`
 */
export function analyse(
  article: Article,
  frequencies?: DocumentFrequencies,
  people?: ReadonlyMap<string, string>,
): Analysis {
  const reading = read(article);
  const entities = findEntities(reading, people);
  const keyphrases = keyphrasesOf(reading, entities, frequencies, article.sourceName);
  const topic = topicOf(article, reading);
  return {
    id: article.id,
    searchText: searchTextOf(reading.title, reading.body),
    terms: termsOf(reading, entities),
    keyphrases,
    entities,
    quotes: quotesOf(reading.body, entities),
    figures: [...figuresOf(reading.title), ...figuresOf(reading.body)],
    ...(topic ? { topic } : {}),
    brief: briefOf(reading.body, keyphrases),
    ...(reading.opening ? { opening: reading.opening } : {}),
    ...(reading.whole ? { words: { title: reading.title.words, body: reading.body.words } } : {}),
  };
}

/** As `searchText` of the article's title and body, without reading them a second time. */
function searchTextOf(title: Passage, body: Passage): SearchText {
  const ofTitle = searchable(title);
  const ofBody = searchable(body);
  return {
    titleWords: ofTitle.words.join(' '),
    titleStems: ofTitle.stems.join(' '),
    bodyWords: ofBody.words.join(' '),
    bodyStems: ofBody.stems.join(' '),
  };
}

function searchable(passage: Passage): { words: string[]; stems: string[] } {
  const words: string[] = [];
  const stems: string[] = [];
  for (const { kind, lexeme } of passage.words) {
    const found =
      kind === 'arabic' ? lexeme.searched : searchWords({ kind, folded: lexeme.folded });
    for (const one of found) {
      words.push(one.word);
      stems.push(one.stem);
    }
  }
  return { words, stems };
}
