import { analyse } from '../analyse/analyse.js';
import { extract } from '../extract/extract.js';
import type { Analysis } from '../model/analysis.js';
import type { Article } from '../model/article.js';
import type { RawDocument } from '../model/document.js';
import { NOTHING_LEARNED, type Learned, type SiteLesson } from '../model/learned.js';
import type { Source } from '../model/source.js';

/** A document read and understood, before it meets the others. */
export type Prepared =
  | {
      name: string;
      /** The document's own article first, then those that its page prints whole. */
      articles: Array<{ article: Article; analysis: Analysis }>;
      sources: Source[];
      /** What the page tells about its site. */
      lesson?: SiteLesson;
      /** Milliseconds spent, for the breakdown by stage. */
      spent: { extract: number; analyse: number };
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
    const articles = extraction.articles.map((article) => ({
      article,
      analysis: analyse(article),
    }));
    const spent = { extract: extracted - begun, analyse: performance.now() - extracted };
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
