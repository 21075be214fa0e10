import type { SiteLesson } from '../../model/learned.js';
import { blockText } from '../../model/text.js';
import { plainWords } from '../text-cleaning.js';
import type { Cleaned } from './clean/clean.js';
import type { Piece } from './pieces.js';
import type { HtmlElement } from './tree.js';

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
    .map(({ block }) => blockText(block))
    .filter((text) => text && text.length <= LONGEST_LINE)
    .slice(0, MOST_LINES)
    .map(plainWords)
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

/** A box as its site names it: tag, id, up to three classes, without names that count; '' where it has no name. */
export function boxName({ tag, attribs }: HtmlElement): string {
  const { id = '', class: classes = '' } = attribs;
  if (!id && !classes) return '';
  const names = classes
    .slice(0, 200)
    .split(/\s+/)
    .filter((name) => name && !/\d/.test(name))
    .slice(0, 3);
  const named = `${id && !/\d/.test(id) ? `#${id.slice(0, 60)}` : ''}${names.map((name) => `.${name}`).join('')}`;
  return named && tag + named;
}

function hash(text: string): number {
  let value = 7;
  for (let at = 0; at < text.length; at += 1)
    value = (Math.imul(value, 31) + text.charCodeAt(at)) | 0;
  return value;
}
