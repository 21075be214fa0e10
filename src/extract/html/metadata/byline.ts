import { fold } from '../../../arabic/letters/fold.js';
import { ARABIC_PLACES } from '../../../arabic/names/arabic-places.js';
import { FOREIGN_PLACES } from '../../../arabic/names/foreign-places.js';
import { labelOf } from '../../lines/labels.js';
import { oneLine } from '../../text-cleaning.js';
import { find, textOf, type HtmlElement } from '../tree.js';
import { metaOf, type Metadata } from './metadata.js';

const BYLINE =
  /(?:^|[\s_-])(?:byline\w*|write-?by|written-?by|writer-name|reporter-name|author(?:-name|s|_name)?|writer|reporter|post-author|article-author|entry-author)(?=$|[\s_-])/;
const NOT_A_NAME =
  /https?:|@|\.com\b|^(?:admin|editor|staff|administrator|user|root|null|undefined)$/i;

/** Who wrote an article, as far as the page's data and the boxes named for it tell. */
export function bylineOf(metadata: Metadata, root: HtmlElement): string | undefined {
  const { linked, props } = metadata;
  const named = (linked?.authors ?? []).map(cleanName).filter((name): name is string => !!name);
  if (named.length) return [...new Set(named)].slice(0, 5).join('، ');
  for (const value of [
    metaOf(
      metadata,
      'author',
      'article:author',
      'dc.creator',
      'byl',
      'parsely-author',
      'sailthru.author',
      'dcterms.creator',
    ),
    props.get('author'),
  ]) {
    const name = cleanName(value);
    if (name) return name;
  }
  const element = find(
    root,
    (candidate) =>
      candidate.chars > 2 &&
      candidate.chars < 100 &&
      (candidate.attribs.rel === 'author' ||
        (candidate.names !== '' && BYLINE.test(candidate.names))),
  );
  return element && cleanName(textOf(element));
}

const PLACES = new Set(
  `${ARABIC_PLACES}\n${FOREIGN_PLACES}`.match(/[\u0621-\u064A]+/g)?.map((word) => fold(word)),
);
const BEHIND_PLACE =
  /^(?<place>[\u0621-\u0652]+)\s*[:：–-]\s*(?<name>[\u0621-\u0652]+(?: [\u0621-\u0652]+){1,3})$/u;

/** «عمّان: ليلى ناصر»: the name behind a place, on a line of its own. */
export function bylineBehindPlace(line: string): string | undefined {
  const { place = '', name } = BEHIND_PLACE.exec(line.trim())?.groups ?? {};
  return PLACES.has(fold(place).replace(/^ال/u, '')) ? name : undefined;
}

/** A name without «كتب», "By", dates and the like; undefined where what is left is none. */
export function cleanName(value: string | undefined): string | undefined {
  const text = oneLine((value ?? '').slice(0, 200));
  const label = labelOf(text);
  const name = (label?.kind === 'byline' && label.rest ? label.rest : text)
    .replace(
      /^(?:by|written by|posted by|كتبت?|كتبه|كتبها|بقلم|(?:مرسلة |أرسلت |نشرت |أضيفت? )?بواسطة|إعداد|تحرير)\s*(?:[-–—:：]\s*|\s)/iu,
      '',
    )
    .replace(/\s*[:：]$/u, '')
    .replace(/\s*[|,،–-]\s*(?:\d|[٠-٩]).*$/u, '')
    .trim();
  if (name.length < 2 || name.length > 100 || NOT_A_NAME.test(name) || /\d{3}/.test(name))
    return undefined;
  return name;
}
