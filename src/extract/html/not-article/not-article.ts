import type { Refused } from '../../extract.js';
import { errorPage, sendsOn } from './errors.js';
import { listOrFront } from './lists.js';
import { evidenceOf, type PageSigns } from './signs.js';
import { botWall, cookieWall, loginPage } from './walls.js';

/**
 * Why a page is no article; undefined where it is one. Every judge wants the page to have little text besides,
 * and none to say when it was published; words that articles use too count only where they make up a title or
 * speak to the reader.
 */
export function notArticle(signs: PageSigns): Refused | undefined {
  const evidence = evidenceOf(signs);
  for (const judge of [botWall, errorPage, cookieWall, loginPage, sendsOn, listOrFront]) {
    const refused = judge(evidence);
    if (refused) return refused;
  }
  return undefined;
}
