import type { Block } from '../../model/article.js';
import { httpUrl } from '../canonical-url.js';
import { isAgency } from '../credits/credits.js';
import { oneLine } from '../text-cleaning.js';
import { attribute } from './parse.js';
import type { HtmlElement } from './tree.js';

const EMBED_HOSTS: Array<[RegExp, 'video' | 'audio' | 'post']> = [
  [/youtube|youtu\.be|vimeo|dailymotion|jwplayer|brightcove|kaltura|rumble|ooyala/i, 'video'],
  [/soundcloud|spotify|podbean|anchor\.fm|podcasts\.apple/i, 'audio'],
  [/twitter\.com|\/\/x\.com|facebook|instagram|tiktok|t\.me|telegram|threads\.net/i, 'post'],
];

/** A picture that is there to be seen, with its alternative text. @param base what addresses are resolved against */
export function imageBlock(element: HtmlElement, base: string | undefined): Block | undefined {
  const url = httpUrl(imageAddress(element), base)?.href;
  if (!url || isTrackingPixel(element, url)) return undefined;
  const alt = oneLine((attribute(element, 'alt') ?? '').slice(0, 500));
  return { type: 'image', url, ...(alt ? { alt } : {}) };
}

/** What plays or shows something of another host, as a placeholder; undefined where nobody would look for it. */
export function embedBlock(element: HtmlElement, base: string | undefined): Block | undefined {
  const address = attribute(element, 'src') ?? attribute(element, 'data-src') ?? '';
  const { tag } = element;
  const named = tag.includes('video') ? 'video' : tag.includes('audio') ? 'audio' : undefined;
  const kind = EMBED_HOSTS.find(([pattern]) => pattern.test(`${address} ${tag}`))?.[1] ?? named;
  if (!kind) return undefined;
  const url = httpUrl(address, base)?.href;
  const title = oneLine((attribute(element, 'title') ?? '').slice(0, 300));
  return { type: 'embed', kind, ...(url ? { url } : {}), ...(title ? { title } : {}) };
}

/** Where a picture really is: pages that load late keep it beside `src`. */
export function imageAddress(element: HtmlElement): string | undefined {
  const { attribs } = element;
  for (const name of ['data-src', 'data-lazy-src', 'data-original', 'src']) {
    const value = attribs[name]?.trim();
    if (value && value.length < 4096 && !/^(?:data|javascript|blob):/i.test(value)) return value;
  }
  return attribs.srcset?.slice(0, 4096).split(/[\s,]/, 1)[0] || undefined;
}

const CREDIT = [
  /\s*[-–—|/([،]\s*(?:تصوير|عدسة|بعدسة|كاميرا|الصورة|صورة|photo(?: by)?|photograph(?: by)?|credit)\s*[:：/]?\s+(?<credit>[^()[\]]{2,60})[)\]]?$/iu,
  /\s*[([/]\s*(?<agency>[^()[\]/]{2,40})\s*[)\]]?$/u,
];
const CREDIT_NAME = /(?:^|[\s_-])(?:credits?|copyright|photographer|source|img-source)(?=$|[\s_-])/;

/** Gives a picture its caption, who took it apart from what it shows. */
export function captioned(image: Extract<Block, { type: 'image' }>, caption: string): void {
  for (const pattern of CREDIT) {
    const found = pattern.exec(caption);
    const { credit, agency } = found?.groups ?? {};
    if (!found?.index || !(credit || (agency && isAgency(agency)))) continue;
    image.caption = caption.slice(0, found.index).trim();
    image.credit ??= (credit ?? agency)!.trim();
    return;
  }
  image.caption = caption;
}

/** Is it the box that says who took a picture? */
export const isCredit = ({ names, chars }: HtmlElement): boolean =>
  names !== '' && chars > 1 && chars <= 80 && CREDIT_NAME.test(names);

const PIXEL =
  /(?:pixel|beacon|track(?:er|ing)?|spacer|blank|1x1|counter|stat)s?\b[^/]*$|doubleclick|scorecardresearch|google-analytics|facebook\.com\/tr/i;
/** Is it there to count readers rather than to be seen? */
function isTrackingPixel({ attribs }: HtmlElement, url: string): boolean {
  const size = (name: string): number => Number.parseInt(attribs[name] ?? '', 10);
  if (size('width') <= 3 || size('height') <= 3) return true;
  return PIXEL.test(url);
}
