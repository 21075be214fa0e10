import { oneLine } from '../text-cleaning.js';
import { walk, type HtmlElement } from './tree.js';

/** The rows of a table of data; undefined for a table that lays out a page. */
export function readTable(
  element: HtmlElement,
  skip: (element: HtmlElement) => boolean,
): { rows: string[][]; linkChars: number } | undefined {
  const rows: string[][] = [];
  let layout = false;
  let linkChars = 0;
  let links = 0;
  walk(
    element,
    (inner) => {
      if (layout || skip(inner)) return false;
      if (
        inner !== element &&
        (inner.tag === 'table' || inner.tag === 'article' || inner.tag === 'form')
      )
        layout = true;
      if (inner.tag === 'tr') rows.push([]);
      if (inner.tag === 'td' || inner.tag === 'th') {
        const paragraphs = findParagraphs(inner);
        if (paragraphs > 3) layout = true;
        rows.at(-1)?.push('');
      }
      if (inner.tag === 'a') links += 1;
      if ((inner.tag === 'p' || inner.tag === 'br' || inner.tag === 'div') && rows.at(-1)?.length)
        append(rows, ' ');
      return !layout;
    },
    (text) => {
      append(rows, text);
      if (links) linkChars += text.trim().length;
    },
    ({ tag }) => {
      if (tag === 'a') links -= 1;
    },
  );
  const cells = rows.map((row) => row.map(oneLine)).filter((row) => row.some(Boolean));
  if (
    layout ||
    cells.length < 2 ||
    Math.max(...cells.slice(0, 1000).map(({ length }) => length)) < 2
  )
    return undefined;
  return { rows: cells, linkChars };
}

function append(rows: string[][], text: string): void {
  const row = rows.at(-1);
  if (row?.length) row[row.length - 1] += text;
}

function findParagraphs(cell: HtmlElement): number {
  let count = 0;
  for (const child of cell.children) if (typeof child !== 'string' && child.tag === 'p') count += 1;
  return count;
}
