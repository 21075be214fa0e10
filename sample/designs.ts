import type { SampleArticle } from './articles.js';
import { wordpressArticle, wordpressFront } from './designs/wordpress.js';
import type { DesignName, SampleSite } from './sites.js';

/** How a site builds its pages. */
export interface Design {
  article(article: SampleArticle, all: readonly SampleArticle[]): string;
  front(site: SampleSite, own: readonly SampleArticle[]): string;
  /** Article pages print the summary above the text. */
  printsSummary: boolean;
}

const wordpress: Design = {
  article: wordpressArticle,
  front: wordpressFront,
  printsSummary: false,
};

export const designs: Record<DesignName, Design> = {
  wordpress,
  drupal: wordpress,
  next: wordpress,
  tables: wordpress,
  semantic: wordpress,
};
