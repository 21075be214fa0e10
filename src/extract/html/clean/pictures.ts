import { endsSentence } from '../../lines/shape.js';
import type { Piece } from '../pieces.js';
import { captioned } from '../media.js';
import { isInside, isLink, type HtmlElement } from '../tree.js';

const LONGEST_CAPTION = 250;
/** Letters that a linked title has at least. */
const LINKED_TITLE = 20;

/**
 * Is a piece all the text of a box with a picture? Then it is the picture's caption, and is kept with it.
 * @param at the piece's place among `pieces`
 */
export function captionsBox(pieces: readonly Piece[], at: number, text: string): boolean {
  const { block, element, chars, linkChars } = pieces[at]!;
  if (block.type !== 'paragraph' || chars > LONGEST_CAPTION || linkChars * 2 > chars) return false;
  if (/[?؟…:”"]$/.test(text) || (chars > 100 && endsSentence(text))) return false;
  let box: HtmlElement | undefined = element;
  for (let steps = 0; box && steps < 5 && box.chars <= chars + 2; steps += 1, box = box.parent) {
    if (!box.pictures) continue;
    const around = box;
    const shown = [pieces[at - 1], pieces[at + 1]].find(
      (near) => near?.block.type === 'image' && isInside(near.element, around),
    );
    if (shown?.block.type !== 'image') return false;
    if (!shown.block.caption) captioned(shown.block, text);
    return true;
  }
  return false;
}

/** Is it the picture of a link that says more than its picture does? */
export function showsLinkedTitle({ block, element }: Piece): boolean {
  if (block.type !== 'image') return false;
  let at: HtmlElement | undefined = element.parent;
  for (let steps = 0; at && steps < 6; steps += 1, at = at.parent)
    if (isLink(at)) return at.chars >= LINKED_TITLE;
  return false;
}
