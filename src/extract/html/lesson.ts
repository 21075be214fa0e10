import type { SiteLesson } from '../../model/learned.js';
import { blockText } from '../../model/text.js';
import type { Cleaned } from './clean/cleaned.js';
import { wordsOf, type Piece } from './pieces.js';
import { boxName, type HtmlElement } from './tree.js';

/** Lines longer than this are an article's own. */
const LONGEST_LINE = 300;
const MOST_LINES = 80;
const MOST_BOXES = 60;
/** How far above a piece boxes are looked for. */
const STEPS = 10;

/**
 * What a page tells about its site: the short lines among its text, and the named boxes around them.
 * @param inside pieces of the container before cleaning
 * @param left boxes that were left out because they were learned, by name
 */
export function lessonOf(
  host: string,
  inside: readonly Piece[],
  winner: HtmlElement | undefined,
  { kept, removed }: Cleaned,
  left: ReadonlySet<string>,
): SiteLesson {
  const lines = [
    ...kept,
    ...removed.filter(({ rule }) => rule === 'learned').map(({ piece }) => piece),
  ]
    .filter(({ block }) => {
      const { length } = blockText(block);
      return length && length <= LONGEST_LINE;
    })
    .slice(0, MOST_LINES)
    .map(wordsOf)
    .filter(Boolean);
  const staying = new Set(kept);
  const boxes = new Map<string, { text: boolean; hash: number }>();
  for (const piece of inside) {
    const said = hash(blockText(piece.block));
    let at: HtmlElement | undefined = piece.element;
    for (let steps = 0; at && at !== winner && steps < STEPS; at = at.parent, steps += 1) {
      const box = boxName(at);
      if (!box) continue;
      let seen = boxes.get(box);
      if (!seen && boxes.size >= MOST_BOXES) continue;
      if (!seen) boxes.set(box, (seen = { text: false, hash: 7 }));
      seen.text ||= staying.has(piece);
      seen.hash = (Math.imul(seen.hash, 31) + said) | 0;
    }
  }
  const seen = [...boxes].map(([box, { text, hash: said }]) => ({ box, text, hash: said }));
  for (const box of left) if (!boxes.has(box)) seen.push({ box, text: false, hash: 0 });
  return { host, lines, boxes: seen };
}

function hash(text: string): number {
  let value = 7;
  for (let at = 0; at < text.length; at += 1)
    value = (Math.imul(value, 31) + text.charCodeAt(at)) | 0;
  return value;
}
