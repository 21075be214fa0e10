import { findDates } from '../../arabic/values/dates.js';
import { labelOf } from '../lines/labels.js';
import { countWords, endsSentence, looksLikeHeading } from '../lines/shape.js';

/** What stands above the first paragraph of a page's text, and the paragraphs. */
export interface Head {
  title?: string;
  date?: string;
  updated?: string;
  byline?: string;
  section?: string;
  body: string[];
}

const PARAGRAPH = 100;
const BREADCRUMB = /\s(?:[/\\|»›>←])\s/u;

/** «أخبار / اقتصاد» */
export const isPath = (line: string): boolean => BREADCRUMB.test(line) && countWords(line) <= 12;

/**
 * Title, date, byline and section from the short lines above the first paragraph. The title is the longest
 * line of four words or more that is neither; a page that begins with a paragraph has none.
 */
export function readHead(lines: readonly string[]): Head {
  const first = lines.findIndex(
    (line) => line.length >= PARAGRAPH || (endsSentence(line) && countWords(line) >= 8),
  );
  if (first <= 0) return { body: first < 0 ? shortText(lines) : [...lines] };
  const head: Head = { body: lines.slice(first) };
  const rest: string[] = [];
  for (const line of lines.slice(0, first)) {
    if (!line) continue;
    const label = labelOf(line);
    if (label?.kind === 'byline' && label.rest) head.byline ??= label.rest;
    else if (label?.kind === 'date' && label.rest) head.date ??= label.rest;
    else if (isPath(line)) head.section ??= line.split(BREADCRUMB).at(-1)!;
    else if (countWords(line) <= 12 && isDate(line)) head.date ??= line;
    else rest.push(line);
  }
  const title = rest
    .filter((line) => countWords(line) >= 4)
    .reduce<string | undefined>(
      (best, line) => (best && best.length >= line.length ? best : line),
      undefined,
    );
  if (title) {
    head.title = title;
    // A standfirst stands below the title; a menu stands above it.
    const below = rest.slice(rest.indexOf(title) + 1);
    head.body.unshift(...below.filter((line) => countWords(line) >= 6 && !looksLikeHeading(line)));
  }
  return head;
}

/** A text of short lines only: all of it, the first as it is. */
const shortText = (lines: readonly string[]): string[] => [...lines];

function isDate(line: string): boolean {
  if (!/\d|[٠-٩]/u.test(line)) return false;
  try {
    if (findDates(line).length) return true;
  } catch {
    return false;
  }
  return /\b(?:19|20)\d\d\b|[٠-٩]{4}/u.test(line);
}
