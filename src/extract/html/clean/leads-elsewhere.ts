import { blockText } from '../../../model/text.js';
import { siteHost } from '../../canonical-url.js';
import { countWords } from '../../lines/shape.js';
import { SHARES } from '../metadata/share-links.js';
import type { Piece } from '../pieces.js';

/** Words that a link says at least, if it is text and no button. */
const FEWEST_WORDS = 4;

/**
 * Does a linked line lead to another site? Then it is a source or a list of finds, and text: what a page offers
 * to read next is on its own site.
 */
export function leadsElsewhere({ href, block }: Piece, host: string | undefined): boolean {
  if (!host || block.type === 'table' || countWords(blockText(block)) < FEWEST_WORDS) return false;
  const to = siteHost(href);
  return !!to && domainOf(to) !== domainOf(host) && !SHARES.test(to);
}

/** A site's name without the parts before it, as far as that can be told without a list: «news.a.example» is of «a.example». */
const domainOf = (host: string): string =>
  /[^.]+\.(?:(?:com?|org|net|gov|edu|ac)\.)?[^.]+$/.exec(host)?.[0] ?? host;
