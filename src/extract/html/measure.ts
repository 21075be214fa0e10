import { BLOCK_TAGS, blockAround, isLink, walk, type HtmlElement } from './tree.js';

/** A run of text at least this long, within one block, reads as prose. */
const PROSE = 60;
const HEADING = /^h[1-6]$/;
const SILENT = new Set(
  'script style noscript template svg select option button textarea'.split(' '),
);

/** Fills in how much text, link text and prose each element of a tree holds. One pass. */
export function measure(root: HtmlElement): void {
  let links = 0;
  /** Text of the open block, not yet known to be prose. */
  let run = 0;
  let runLinks = 0;
  const flush = (element: HtmlElement): void => {
    if (run >= PROSE && runLinks * 2 < run) element.prose += run;
    run = runLinks = 0;
  };
  walk(
    root,
    (element) => {
      if (SILENT.has(element.tag)) return false;
      if (isLink(element)) links += 1;
      else if (HEADING.test(element.tag)) element.headings += 1;
      else if (element.tag === 'img' || element.tag === 'amp-img') element.pictures += 1;
      if (BLOCK_TAGS.has(element.tag)) flush(blockAround(element.parent ?? element));
      return true;
    },
    (text, parent) => {
      const length = text.trim().length;
      if (!length) return;
      parent.chars += length;
      run += length;
      if (links) {
        parent.linkChars += length;
        runLinks += length;
      }
    },
    (element) => {
      if (isLink(element)) links -= 1;
      if (BLOCK_TAGS.has(element.tag)) flush(element);
      const { parent } = element;
      if (!parent) return;
      parent.chars += element.chars;
      parent.linkChars += element.linkChars;
      parent.prose += element.prose;
      parent.headings += element.headings;
      parent.pictures += element.pictures;
    },
  );
}
