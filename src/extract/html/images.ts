import type { HtmlElement } from './tree.js';

/** Where a picture really is: pages that load late keep it beside `src`. */
export function imageAddress(element: HtmlElement): string | undefined {
  const { attribs } = element;
  for (const name of ['data-src', 'data-lazy-src', 'data-original', 'src']) {
    const value = attribs[name]?.trim();
    if (value && value.length < 4096 && !/^(?:data|javascript|blob):/i.test(value)) return value;
  }
  return attribs.srcset?.slice(0, 4096).split(/[\s,]/, 1)[0] || undefined;
}

const PIXEL =
  /(?:pixel|beacon|track(?:er|ing)?|spacer|blank|1x1|counter|stat)s?\b[^/]*$|doubleclick|scorecardresearch|google-analytics|facebook\.com\/tr/i;
/** Is it there to count readers rather than to be seen? */
export function isTrackingPixel({ attribs }: HtmlElement, url: string): boolean {
  const size = (name: string): number => Number.parseInt(attribs[name] ?? '', 10);
  if (size('width') <= 3 || size('height') <= 3) return true;
  return PIXEL.test(url);
}
