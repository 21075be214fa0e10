import type { SampleArticle } from './articles.js';
import { drupalArticle, drupalFront } from './designs/drupal.js';
import { nextArticle, nextFront } from './designs/next.js';
import { semanticArticle, semanticFront } from './designs/semantic.js';
import { tablesArticle, tablesFront } from './designs/tables.js';
import { wordpressArticle, wordpressFront } from './designs/wordpress.js';
import type { DesignName, SampleSite } from './sites.js';

/** How a site builds its pages. */
export interface Design {
  article(article: SampleArticle, all: readonly SampleArticle[]): string;
  front(site: SampleSite, own: readonly SampleArticle[]): string;
  /** Article pages print the summary above the text. */
  printsSummary: boolean;
}

export const designs: Record<DesignName, Design> = {
  wordpress: { article: wordpressArticle, front: wordpressFront, printsSummary: false },
  drupal: { article: drupalArticle, front: drupalFront, printsSummary: true },
  next: { article: nextArticle, front: nextFront, printsSummary: false },
  tables: { article: tablesArticle, front: tablesFront, printsSummary: false },
  semantic: { article: semanticArticle, front: semanticFront, printsSummary: true },
};
