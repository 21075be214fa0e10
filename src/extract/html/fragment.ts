import type { Block } from '../../model/article.js';
import { parsePage } from './parse.js';
import { toPieces } from './pieces.js';

/** A piece of markup (a feed's content) as blocks; plain text makes paragraphs at its line feeds. */
export function htmlToBlocks(html: string, base?: string): Block[] {
  if (!/<[a-z!/]|&[a-z#]/i.test(html))
    return html
      .split(/\n+/)
      .map((text): Block => ({ type: 'paragraph', text }))
      .filter((block) => block.type === 'paragraph' && block.text.trim());
  const decoded =
    /&lt;(?:p|br|div|a|img)\b/i.test(html) && !/<(?:p|br|div)\b/i.test(html)
      ? parsedText(html)
      : html;
  return toPieces(parsePage(decoded).root, new Set(), base).map(({ block }) => block);
}

/** Markup that was encoded twice, decoded once. */
function parsedText(html: string): string {
  return parsePage(html)
    .root.children.filter((child) => typeof child === 'string')
    .join('');
}
