import { fold } from '../../arabic/letters/fold.js';
import { blockText } from '../../model/text.js';
import { httpUrl } from '../canonical-url.js';
import type { Refused } from '../extract.js';
import type { Metadata } from './metadata/metadata.js';
import { metaOf } from './metadata/metadata.js';
import type { Piece } from './pieces.js';
import { find, type HtmlElement } from './tree.js';

/** What tells an article's page from another. */
export interface PageSigns {
  root: HtmlElement;
  metadata: Metadata;
  title: string | undefined;
  kept: readonly Piece[];
  /** Teasers of other articles that were found on the page. */
  cards: number;
  url: string | undefined;
}

const f = (source: string): RegExp => new RegExp(fold(source), 'iu');
const ERROR_TITLE = [
  /^(?:error\s*)?(?:404|403|410|500|502|503|504)\b|\b(?:404|page|file|article|content) (?:was )?not found\b|^not found$|\b(?:internal server error|bad gateway|service unavailable|gateway time-?out|access denied|forbidden|page (?:no longer exists|does not exist|isn.t available|unavailable)|something went wrong)\b/i,
  f(
    'الصفحه (?:المطلوبه )?(?:غير موجوده|غير متوفره|غير متاحه|لم تعد)|لم يتم العثور|لم نعثر|عذرا.{0,20}(?:الصفحه|الرابط)|خطا ?(?:404|500)|الخبر غير موجود|المقال غير موجود|الموقع تحت الصيانه',
  ),
];
const BOT_WALL =
  /^just a moment|attention required!? ?\|? ?cloudflare|checking (?:your browser|if the site connection)|verify(?:ing)? (?:that )?you are (?:a )?human|are you (?:a )?(?:robot|human)|ddos protection|enable javascript and cookies to continue|pardon our interruption|unusual traffic|security check(?:point)?$|captcha|bot (?:verification|detection)|access to this page has been denied|request unsuccessful\. incapsula/i;
const BOT_WALL_ARABIC = f(
  'لست روبوت|انا لست روبوت|التحقق من (?:انك|المتصفح)|جاري التحقق|يرجي تفعيل جافا ?سكريبت|تفعيل الجافا',
);
const COOKIES =
  /\bcookies?\b|\bconsent\b|personal data|ملفات تعريف الارتباط|الكوكيز|ملفات الارتباط/iu;
const LIST_BODY =
  /(?:^|\s)(?:archive|category|tag|search-results|search|home|blog|front|path-frontpage|is-front)(?=$|\s)/;
const SINGLE_BODY = /(?:^|\s|-)(?:single|article|post-template|node-type|page-node|story|postid)/;
const LIST_TYPES = ['CollectionPage', 'SearchResultsPage', 'ProfilePage'];
const LIST_PATH =
  /\/(?:tags?|category|categories|topics?|search|author|authors|archive|page\/\d+)(?:\/|$)|[?&](?:s|q|search)=/i;

/** Why a page is no article; undefined where it is one. Each sign needs the page to have little text besides. */
export function notArticle(signs: PageSigns): Refused | undefined {
  const { root, metadata, title, kept, url } = signs;
  const prose = kept.filter((piece) => piece.chars >= 60 && piece.linkChars < piece.chars * 0.5);
  const chars = prose.reduce((sum, piece) => sum + piece.chars, 0);
  const heading = `${title ?? ''}`.trim();
  const titles = [heading, metadata.htmlTitle];
  const body = kept
    .map(({ block }) => blockText(block))
    .slice(0, 40)
    .join('\n')
    .slice(0, 6000);
  if (
    chars < 1500 &&
    titles.some((text) => BOT_WALL.test(text) || BOT_WALL_ARABIC.test(fold(text)))
  )
    return {
      refused: 'is a check against robots, not the page; fetch it later or less often',
      why: 'bot-wall',
    };
  if (chars < 400 && (BOT_WALL.test(body) || BOT_WALL_ARABIC.test(fold(body))))
    return {
      refused: 'is a check against robots, not the page; fetch it later or less often',
      why: 'bot-wall',
    };
  if (
    chars < 1200 &&
    !dated(metadata) &&
    titles.some((text) => ERROR_TITLE.some((pattern) => pattern.test(fold(text))))
  )
    return { refused: `is an error page («${heading.slice(0, 60)}»)`, why: 'error-page' };
  if (prose.length && chars < 4000 && !dated(metadata)) {
    const aboutCookies = prose.filter(({ block }) => COOKIES.test(blockText(block)));
    if (aboutCookies.length >= prose.length * 0.6)
      return {
        refused: 'asks for consent to cookies instead of showing its text',
        why: 'cookie-wall',
      };
  }
  if (
    chars < 500 &&
    !dated(metadata) &&
    find(root, ({ tag, attribs }) => tag === 'input' && attribs.type === 'password')
  )
    return { refused: 'asks to log in instead of showing its text', why: 'login-page' };
  return listOrFront(signs, chars, url);
}

function dated(metadata: Metadata): boolean {
  return !!(
    metadata.linked?.published ??
    metaOf(metadata, 'article:published_time', 'og:published_time', 'datepublished')
  );
}

function listOrFront(
  { root, metadata, kept, cards }: PageSigns,
  chars: number,
  url: string | undefined,
): Refused | undefined {
  if (dated(metadata)) return undefined;
  const parsed = httpUrl(url);
  const path = parsed
    ? parsed.pathname.replace(/\/(?:index|default|home)\.\w+$|\/+$/i, '')
    : undefined;
  const atRoot =
    path !== undefined && /^(?:\/[a-z]{2}(?:-[a-z]{2})?)?$/i.test(path) && !parsed!.search;
  const body = find(root, ({ tag }) => tag === 'body');
  const names = body?.names ?? '';
  const namedList = LIST_BODY.test(names) && !SINGLE_BODY.test(names);
  const typedList = LIST_TYPES.some((type) => metadata.types.has(type)) && !metadata.linked;
  const longest = Math.max(
    0,
    ...kept.map((piece) => (piece.block.type === 'paragraph' ? piece.chars - piece.linkChars : 0)),
  );
  const teasers = cards >= 6 || root.linkChars > root.chars * 0.5;
  if (atRoot && teasers && chars < 3000)
    return {
      refused: 'is the front page of a site; give the address of an article',
      why: 'front-page',
    };
  const pathList = parsed ? LIST_PATH.test(parsed.pathname + parsed.search) : false;
  const signsOfList = [namedList, typedList, pathList, teasers && longest < 250].filter(
    Boolean,
  ).length;
  if (signsOfList >= 2 && longest < 600)
    return {
      refused: 'is a list of articles (a section, a tag, a search); give the address of an article',
      why: 'list-page',
    };
  return undefined;
}
