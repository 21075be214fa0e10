import type { HtmlDocument } from '../../model/document.js';
import type { Draft } from '../draft.js';
import type { Refused } from '../extract.js';
import { parsePage } from './parse.js';
import { toPieces } from './pieces.js';
import { find, textOf } from './tree.js';

export function readPage(html: string, document: HtmlDocument): Draft[] | Refused {
  const { root } = parsePage(html);
  const article = find(root, ({ tag }) => tag === 'article') ?? root;
  const h1 = find(root, ({ tag }) => tag === 'h1') ?? find(root, ({ tag }) => tag === 'title');
  return [
    {
      title: h1 && textOf(h1),
      blocks: toPieces(article, new Set(), document.url).map(({ block }) => block),
      url: document.url,
      published: [document.entry?.published],
      source: document.source,
      collected: document.fetchedAt,
    },
  ];
}
