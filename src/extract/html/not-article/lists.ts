import { fold } from '../../../arabic/letters/fold.js';
import { httpUrl, writtenPath } from '../../canonical-url.js';
import type { Refused } from '../../extract.js';
import { countWords } from '../../lines/shape.js';
import { plainWords } from '../../text-cleaning.js';
import { metaOf } from '../metadata/metadata.js';
import { menuOf } from '../near-headline.js';
import type { Piece } from '../pieces.js';
import { find } from '../tree.js';
import { folded, isProse, type Evidence } from './signs.js';

const LIST_BODY =
  /(?:^|\s)(?:archive|category|tag|search-results|search|home|blog|front|path-frontpage|is-front)(?=$|\s)/;
const SINGLE_BODY = /(?:^|\s|-)(?:single|article|post-template|node-type|page-node|story|postid)/;
const LIST_TYPES = ['CollectionPage', 'SearchResultsPage', 'ProfilePage'];
const LIST_PATH =
  /\/(?:tags?|category|categories|topics?|search|authors?|writers?|columnists?|archives?|page\/\d+|وسم|وسوم|الوسوم|تصنيف|تصنيفات|كلمات-دلالية|بحث|أرشيف|كاتب|كتاب)(?:\/|$)|[?&](?:s|q|search|query|keywords?|word)=/iu;
const FRONT_PATH = /^(?:\/(?:[a-z]{2}(?:-[a-z]{2})?|arabic|english|home|main|front|portal)?)?$/i;
/** Headlines that name what is listed below them. */
const LIST_TITLE = [
  /^(?:tag|category|topic|archives?|author|search results?)\s*[:：]|^search results\b|^results for\b/i,
  folded(
    '^(?:نتائج البحث|البحث عن|(?:ال)?وسم\\s*[:：]|(?:ال)?تصنيف\\s*[:：]|ارشيف|جميع (?:الاخبار|المقالات)|مقالات الكاتب)',
  ),
];
/** Linked titles from which on a page may be a list of them. */
const MANY = 5;

/** A front page, or a list of articles: a section, a tag, a search, what somebody wrote. */
export function listOrFront(evidence: Evidence): Refused | undefined {
  const { root, kept, cards, chars, dated, url } = evidence;
  if (dated) return undefined;
  const parsed = httpUrl(url);
  const longest = Math.max(
    0,
    ...kept.map((piece) => (piece.block.type === 'paragraph' ? piece.chars - piece.linkChars : 0)),
  );
  const teasers = cards >= 6 || root.linkChars > root.chars * 0.5;
  const listing = isListing(evidence);
  const path = parsed?.pathname.replace(/\/(?:index|default|home)\.\w+$|\/+$/i, '');
  const atFront = path !== undefined && FRONT_PATH.test(path) && !parsed!.search;
  if (atFront && longest < 600 && ((teasers && chars < 3000) || listing))
    return {
      refused: 'is the front page of a site; give the address of an article',
      why: 'front-page',
    };
  const signs = signsOfList(evidence, parsed) + Number(listing || (teasers && longest < 250));
  if (signs - Number(standsAlone(evidence) && !listing) >= 2 && longest < 600)
    return {
      refused: 'is a list of articles (a section, a tag, a search); give the address of an article',
      why: 'list-page',
    };
  return undefined;
}

/** How many things say that the page is a list; a headline that says so counts twice. */
function signsOfList({ root, metadata, title, dropped }: Evidence, url: URL | undefined): number {
  const names = find(root, ({ tag }) => tag === 'body')?.names ?? '';
  const words = plainWords(title ?? '');
  const isSection = countWords(words) <= 3 && words !== '' && menuOf(dropped).has(words);
  return [
    LIST_BODY.test(names) && !SINGLE_BODY.test(names),
    (LIST_TYPES.some((type) => metadata.types.has(type)) && !metadata.linked) ||
      metaOf(metadata, 'og:type') === 'profile',
    LIST_PATH.test(writtenPath(url) + (url?.search ?? '')),
    isSection,
    ...Array<boolean>(2).fill(LIST_TITLE.some((pattern) => pattern.test(fold(title ?? '')))),
  ].filter(Boolean).length;
}

/** Is the container a row of linked titles, each with a few words at most? */
function isListing({ inside }: Evidence): boolean {
  const titles = inside.reduce((sum, piece) => sum + linkedTitles(piece), 0);
  return titles >= MANY && titles >= inside.filter(isProse).length * 0.7;
}

function linkedTitles({ block, chars, linkChars }: Piece): number {
  if (chars < 20 || linkChars < chars * 0.7) return 0;
  return block.type === 'list' ? block.items.length : 1;
}

/** A headline of a whole sentence above at least two paragraphs of prose: an article, whatever is around it. */
function standsAlone({ title, kept }: Evidence): boolean {
  return countWords(title ?? '') >= 4 && kept.filter(isProse).length >= 2;
}
