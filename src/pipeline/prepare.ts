import { analyse } from '../analyse/analyse.js';
import { extract } from '../extract/extract.js';
import type { DocumentFrequencies, StoredAnalysis } from '../model/analysis.js';
import type { Article } from '../model/article.js';
import type { RawDocument } from '../model/document.js';
import { NOTHING_LEARNED, type Learned, type SiteLesson } from '../model/learned.js';
import type { Source } from '../model/source.js';
import { draftOf, type Draft } from '../relate/profile/build.js';
import { encodeArticle, type EncodedArticle } from '../store/codec.js';
import { frequenciesOf } from './learned-terms.js';

/** An article with all that can be made of it before it meets the others. */
export interface PreparedArticle {
  article: Article;
  analysis: StoredAnalysis;
  /** As relate's index takes it. */
  draft: Draft;
  /** As the store writes it. */
  encoded: EncodedArticle;
}

/** Milliseconds spent in each stage, summed over threads. */
export interface Spent {
  extract: number;
  analyse: number;
  relate: number;
  store: number;
}

/** A document read and understood, before it meets the others. */
export type Prepared =
  | {
      name: string;
      /** The document's own article first, then those that its page prints whole. */
      articles: PreparedArticle[];
      sources: Source[];
      /** What the page tells about its site. */
      lesson?: SiteLesson;
      spent: Spent;
    }
  | { name: string; refused: string };

/**
 * extract → analyse for one document: the part of the journey that needs no other article. Throws nothing.
 * @param learned what the store's articles have taught so far
 */
export function prepare(document: RawDocument, learned: Learned = NOTHING_LEARNED): Prepared {
  try {
    const begun = performance.now();
    const extraction = extract(document, learned);
    if ('refused' in extraction) return { name: document.name, refused: extraction.refused };
    const extracted = performance.now();
    const spent: Spent = { extract: extracted - begun, analyse: 0, relate: 0, store: 0 };
    const frequencies = frequenciesOf(learned.terms);
    const articles = extraction.articles.map((article) =>
      prepareArticle(article, frequencies, learned, spent),
    );
    const { sources, lesson } = extraction;
    return { name: document.name, articles, sources, spent, ...(lesson && { lesson }) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return {
      name: document.name,
      refused: `could not be read: ${reason}; please report this page`,
    };
  }
}

function prepareArticle(
  article: Article,
  frequencies: DocumentFrequencies,
  { people }: Learned,
  spent: Spent,
): PreparedArticle {
  const begun = performance.now();
  const analysis = analyse(article, frequencies, people);
  const analysed = performance.now();
  const draft = draftOf(article, analysis);
  const drafted = performance.now();
  const encoded = encodeArticle(article, analysis);
  spent.analyse += analysed - begun;
  spent.relate += drafted - analysed;
  spent.store += performance.now() - drafted;
  const { searchText, keyphrases, entities, topic, brief, opening } = analysis;
  const optional = { ...(topic && { topic }), ...(opening && { opening }) };
  const kept = { searchText, keyphrases, entities, brief, ...optional };
  return { article, analysis: kept, draft, encoded };
}
