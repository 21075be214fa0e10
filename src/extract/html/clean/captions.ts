import { endsSentence } from '../../lines/shape.js';
import type { Piece } from '../pieces.js';
import { isInside, type HtmlElement } from '../tree.js';

const LONGEST_CAPTION = 250;

/**
 * Is a piece all the text of a box with a picture? Then it is the picture's caption, and is kept with it.
 * @param at the piece's place among `pieces`
 */
export function captionsBox(pieces: readonly Piece[], at: number, text: string): boolean {
  const { block, element, chars } = pieces[at]!;
  if (block.type !== 'paragraph' || chars > LONGEST_CAPTION) return false;
  if (/[?؟…:”"]$/.test(text) || (chars > 100 && endsSentence(text))) return false;
  let box: HtmlElement | undefined = element;
  for (let steps = 0; box && steps < 5 && box.chars <= chars + 2; steps += 1, box = box.parent) {
    if (!box.pictures) continue;
    const around = box;
    const shown = [pieces[at - 1], pieces[at + 1]].find(
      (near) => near?.block.type === 'image' && isInside(near.element, around),
    );
    if (shown?.block.type !== 'image') return false;
    shown.block.caption ??= text;
    return true;
  }
  return false;
}
