import { plainWords } from '../text-cleaning.js';
import { blockText } from '../../model/text.js';
import { wordsOf, type Piece } from './pieces.js';
import { isInside, type HtmlElement } from './tree.js';

const NAMES =
  /(?:^|[\s_-])(?:summary|standfirst|lead|lede|intro|introduction|subtitle|sub-title|subheadline|sub-headline|subhead|dek|deck|excerpt|abstract|chapo|kicker-text|strapline|brief|sommaire|body|synopsis)(?=$|[\s_-])/;
const MOST = 8;
/** Pixels from which on a picture is no portrait or sign. */
const LARGE = 400;

/**
 * The standfirst where it stands between the headline and the container instead of inside it: prose that its
 * box is named for, or that stands in the same box as the container.
 */
export function standfirst(
  pieces: readonly Piece[],
  container: HtmlElement,
  title: string | undefined,
): Piece[] {
  const first = pieces.findIndex((piece) => isInside(piece.element, container));
  if (first <= 0 || !title) return [];
  const titleKey = plainWords(title);
  const from = Math.max(0, first - MOST);
  let headline = -1;
  for (let at = first - 1; at >= from; at -= 1) {
    const { block } = pieces[at]!;
    if (block.type === 'heading' || block.type === 'paragraph') {
      const text = wordsOf(pieces[at]!);
      if (text && (text === titleKey || (text.length > 20 && titleKey.includes(text)))) {
        headline = at;
        break;
      }
    }
  }
  if (headline < 0) return [];
  let media = 0;
  return pieces
    .slice(headline + 1, first)
    .filter(
      (piece) =>
        (isStandfirst(piece) && isNear(piece.element, container)) ||
        (isLeadMedia(piece) && (media += 1) === 1),
    );
}

/** The player or the large picture that a page shows between its headline and its text. */
function isLeadMedia({ block, element }: Piece): boolean {
  if (block.type === 'embed') return block.kind === 'video' || block.kind === 'audio';
  if (block.type !== 'image') return false;
  const width = Number.parseInt(element.attribs.width ?? '', 10);
  return width >= LARGE || !!block.caption;
}

/** Do they stand in the same box, or in boxes side by side? One in the page's header belongs to the headline. */
function isNear(element: HtmlElement, container: HtmlElement): boolean {
  const box = container.parent;
  return !!box && (isInside(element, box) || (!!box.parent && element.parent === box.parent));
}

function isStandfirst(piece: Piece): boolean {
  const { block, chars, linkChars, element } = piece;
  if (block.type !== 'paragraph' && block.type !== 'list') return false;
  if (chars < 40 || chars > 900 || linkChars > chars * 0.3) return false;
  const named = [element, element.parent, element.parent?.parent].some(
    (box) => box && NAMES.test(box.names),
  );
  return named || (/[.!؟?…:»"]$/u.test(blockText(block)) && chars > 80);
}
