import { sensibleTime } from '../../times.js';
import { find, textOf, type HtmlElement } from '../tree.js';
import { isFurnitureName } from '../vocabulary.js';
import type { Metadata } from './metadata.js';

const URL_DATE =
  /\/((?:19|20)\d\d)(?:[/-]|\/[a-z_]{3,20}\/)?(0[1-9]|1[0-2]|[1-9](?!\d))[/-]?(0[1-9]|[12]\d|3[01]|[1-9](?!\d))(?=[/_-]|$)/i;
const SITE_TAGS = new Set(['header', 'nav', 'footer', 'aside']);

function urlDate(url: string | undefined): string[] {
  const match = URL_DATE.exec(url ?? '');
  if (!match) return [];
  const [, year, month, day] = match;
  return [`${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`];
}

/**
 * Times that the page shows, then the day in its address. Where the address has a day, what the page shows
 * counts only if it agrees: else it is a change, or the day of reading. Of one day, the clock is wanted too.
 */
export function shownTimes(
  metadata: Metadata,
  root: HtmlElement,
  headline: HtmlElement | undefined,
  url: string | undefined,
  reference: string,
): { published: string[]; modified: string[] } {
  const inUrl = urlDate(url);
  const published: string[] = [];
  const modified: string[] = [];
  for (const { value, updated } of visibleTimes(metadata, root, headline)) {
    const time = sensibleTime(value, { reference });
    if (time) (updated ? modified : published).push(time);
  }
  const shown = [...withClock(published), ...modified];
  if (!inUrl.length) return { published: shown, modified };
  const day = Date.parse(inUrl[0]!);
  const agree = shown.filter((time) => Math.abs(Date.parse(time) - day) < 36 * 3600 * 1000);
  return { published: [...agree, ...inUrl], modified };
}

/** A bare day gives way to a time of the same day. */
function withClock(times: string[]): string[] {
  const [first] = times;
  if (!first || first.length > 10) return times;
  const whole = times.find((time) => time.length > 10 && time.startsWith(first));
  return whole ? [whole, ...times] : times;
}

const UPDATED = /updat|modif|تحديث|تعديل/i;
const PUBLISHED = /publish|posted|نشر/i;
/** A site's own clock, and what is told of a reader's day. */
const CLOCK = /(?:^|[\s_-])(?:now|today|current|clock|hijri|weather|prayer)(?=$|[\s_-])/;
/** How many dates of a page are looked at. */
const MOST_TIMES = 8;

/** Dates that the page shows, those right before and after the headline first; changes last. */
function visibleTimes(
  { times }: Metadata,
  root: HtmlElement,
  headline: HtmlElement | undefined,
): Array<{ value: string; updated: boolean }> {
  if (!times.length) return [];
  const order = new Map<HtmlElement, number>();
  let at = 0;
  const wanted = new Set<HtmlElement>(times.map(({ element }) => element));
  if (headline) wanted.add(headline);
  find(root, (element) => {
    at += 1;
    if (wanted.has(element)) order.set(element, at);
    return false;
  });
  const above = new Set<HtmlElement>();
  for (let box = headline; box; box = box.parent) above.add(box);
  const from = headline ? (order.get(headline) ?? 0) : 0;
  const rank = (element: HtmlElement): number => {
    const gap = (order.get(element) ?? 0) - from;
    const marked =
      'pubdate' in element.attribs || /publish|posted|created/.test(element.names) ? 0.5 : 1;
    return (gap < 0 ? -gap * 3 : gap) * marked * (isBeside(element, above) ? 10 : 1);
  };
  const ranked = times.map(({ value, element }) => ({
    value: value.replace(/^[^\d٠-٩۰-۹]{0,40}?[:：]\s*/u, ''),
    updated:
      UPDATED.test(element.names) ||
      [element, element.parent].some((box) => box && box.chars < 60 && onlyUpdated(textOf(box))),
    rank: rank(element),
  }));
  return ranked
    .sort((a, b) => Number(a.updated) - Number(b.updated) || a.rank - b.rank)
    .slice(0, MOST_TIMES);
}

const onlyUpdated = (text: string): boolean => UPDATED.test(text) && !PUBLISHED.test(text);

/** Does a date stand in the site's own furniture, where the headline does not? */
function isBeside(element: HtmlElement, above: ReadonlySet<HtmlElement>): boolean {
  if (CLOCK.test(element.names)) return true;
  for (let at = element.parent; at && !above.has(at); at = at.parent)
    if (SITE_TAGS.has(at.tag) || isFurnitureName(at)) return true;
  return false;
}
