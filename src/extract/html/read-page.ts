import type { HtmlDocument } from '../../model/document.js';
import type { Draft } from '../draft.js';
import type { Refused } from '../extract.js';
import { electContainer } from './container.js';
import { findFurniture } from './furniture.js';
import { measure } from './measure.js';
import { parsePage } from './parse.js';
import { toPieces, type Piece } from './pieces.js';
import { find, textOf, type HtmlElement } from './tree.js';

export function readPage(html: string, document: HtmlDocument): Draft[] | Refused {
  const { root } = parsePage(html);
  measure(root);
  const dropped = findFurniture(root);
  const pieces = toPieces(root, new Set(dropped.keys()), document.url);
  const [winner] = electContainer(pieces, root);
  const kept = winner ? pieces.filter((piece) => isInside(piece, winner.element)) : pieces;
  const h1 = find(root, ({ tag }) => tag === 'h1') ?? find(root, ({ tag }) => tag === 'title');
  return [
    {
      title: h1 && textOf(h1),
      blocks: kept.map(({ block }) => block),
      url: document.url,
      published: [document.entry?.published],
      source: document.source,
      collected: document.fetchedAt,
    },
  ];
}

function isInside(piece: Piece, container: HtmlElement): boolean {
  for (let at: HtmlElement | undefined = piece.element; at; at = at.parent)
    if (at === container) return true;
  return false;
}
