import type { HtmlElement } from './tree.js';

/**
 * The words that page designers name their boxes with, in classes and ids. Written from common practice
 * (WordPress, Drupal, news systems, BEM names); no word stands for one site.
 */
const words = (list: string): RegExp =>
  new RegExp(`(?:^|[\\s_-])(?:${list.trim().split(/\s+/).join('|')})(?=$|[\\s_-])`);

/** Boxes around an article that are no part of it. */
const FURNITURE = words(`
  related\\w* relatedposts recommend\\w* recirc\\w* share shares shared sharebar sharing share\\w*buttons? sharedaddy jp-relatedposts social\\w* addthis\\w* addtoany\\w* 
  followus follow-us newsletter\\w* subscri\\w* signup sign-up promo\\w* advert\\w* ad ads adv adbox adslot advads ad\\d+ adsense adsbygoogle adunit adwrapper dfp gpt
    sponsor\\w* outbrain\\w* taboola\\w* zergnet mgid sidebar\\w* side-bar rightbar leftbar breadcrumb\\w* crumbs   submenu nav navbar navigation
  pagination pager paging prevnext prev-next next-prev post-navigation popup\\w* modal\\w*  lightbox cookie\\w* consent gdpr cli-modal\\w* cli-privacy\\w* cky-\\w* cmplz\\w* onetrust\\w* didomi\\w* qc-cmp\\w* usercentrics\\w* iubenda\\w* borlabs\\w* eupopup\\w* privacy-overview tags taglist tag-list tagcloud tag-cloud
  post-tags entry-tags article-tags keywords author-bio authorbio author-box authorbox about-author author-info author-profile bio-box
  copyright footer  site-footer   article-tools  printfriendly     mostpopular most-popular mostread most-read
  mostviewed most-viewed most-shared more-news morenews more-stories more-articles also-read read-also readalso see-also seealso you-may-like youmaylike may-like
   log-in logon  paywall-prompt  skip-link screen-reader-text sr-only visually-hidden visuallyhidden a11y  table-of-contents
      poll polls reactions  like-button  post-views views carousel-nav slick-arrow ticker breaking-news-bar
  latest-news latestnews latest-posts top-stories topstories featured-posts upnext up-next next-article next-post prev-post previous-post other-news
  donate donation contribute membership app-promo download-app player-controls    searchform site-header masthead topbar top-bar
  post-meta entry-meta article-meta meta-info postmeta postmetadata entry-footer entry-utility byline\\w* dateline timestamp datetime publish-date pubdate post-date entry-date article-date article__date
  edit-link infobox-nav hatnote noprint mw-editsection navbox catlinks reflist references-wrap feedback correction-form report-error attribution-box trackback\\w* pingback\\w*
  wp-caption-text   img-caption image-caption photo-caption figcaption photo-credit image-credit   gallery-caption
  disclaimer-box  teaser-list related-links inline-related read-more-link readmore-link story-tools storytools widget-area  
`);

/** Words that name furniture only where they are a whole class or id: `widget`, not `elementor-widget-wrap`. */
const FURNITURE_WHOLE = new RegExp(
  `(?:^|\\s)(?:widget|widgets|banner|banners|rating|ratings|credits|credit|likes|counter|secondary|skip|print|tools|toolbar|popular|trending|search|captions|caption|overlay|jump-link|foot|complementary|tooltip|dropdown|vote|votes|toc|login|register|menu|menus|follow|promo|hidden)(?=$|\\s)`,
);

/** What readers wrote below it. */
const COMMENTS = words(
  'comment comments commentlist comment-list comments-area comment-respond commentform respond disqus disqus_thread discussion replies reply livefyre facebook-comments fb-comments user-comments responses',
);

/** Where an article's text stands. */
const BODY = words(`
  article-body articlebody article-content articlecontent article-text articletext article__body article__content article-main story-body storybody story-content storycontent story-text storytext
  post-body postbody post-content postcontent post-text entry-content entry-body entry entrytext news-body newsbody news-content newscontent news-text newstext news-details newsdetails content-body
  body-content body-copy bodycopy body-text bodytext main-content maincontent page-content single-content singlecontent detail-content details-content text-content richtext rich-text
  field-name-body field--name-body field-body node-content paragraphs wysiwyg cms-content article-detail articledetail article-details articledetails story-detail newsdetail
  blog-content blog-post-content td-post-content theiapoststickysidebar content__article-body post__content story__content single-post-content the-content mw-parser-output markdown-body
`);

/** Where a date stands. */
const DATE =
  /(?:^|[\s_-])(?:date|dates|time|published|publishdate|postdate|newsdate|articledate|pubdate|publish|dateline|timestamp|posted|created)(?=$|[\s_-])/;

/** Where something of the article may stand. */
const BODY_LIKE = words('article story post news text entry single detail details hentry blog');

/** What an element's names say of it. */
interface Said {
  furniture: boolean;
  comments: boolean;
  body: boolean;
  bodyLike: boolean;
  date: boolean;
}

const NOTHING: Said = {
  furniture: false,
  comments: false,
  body: false,
  bodyLike: false,
  date: false,
};
const MOST_REMEMBERED = 20_000;
/** Once for each spelling: elements of a page share all their names, pages of all sites single ones. */
let saidByAll = new Map<string, Said>();
let saidByOne = new Map<string, Said>();

function saidBy({ names }: HtmlElement): Said {
  if (!names) return NOTHING;
  const known = saidByAll.get(names);
  if (known) return known;
  if (saidByAll.size >= MOST_REMEMBERED) saidByAll = new Map();
  let said = NOTHING;
  for (const name of names.split(/\s+/)) said = both(said, saidByName(name));
  saidByAll.set(names, said);
  return said;
}

/** No word of the lists holds white space, so that each name is judged alone. */
function saidByName(name: string): Said {
  const known = saidByOne.get(name);
  if (known) return known;
  if (saidByOne.size >= MOST_REMEMBERED) saidByOne = new Map();
  const said: Said = {
    furniture: FURNITURE.test(name) || FURNITURE_WHOLE.test(name),
    comments: COMMENTS.test(name),
    body: BODY.test(name),
    bodyLike: BODY_LIKE.test(name),
    date: DATE.test(name),
  };
  const nothing = !Object.values(said).includes(true);
  saidByOne.set(name, nothing ? NOTHING : said);
  return said;
}

function both(one: Said, other: Said): Said {
  if (one === NOTHING || other === NOTHING) return one === NOTHING ? other : one;
  return {
    furniture: one.furniture || other.furniture,
    comments: one.comments || other.comments,
    body: one.body || other.body,
    bodyLike: one.bodyLike || other.bodyLike,
    date: one.date || other.date,
  };
}

export const isFurnitureName = (element: HtmlElement): boolean => saidBy(element).furniture;
export const isCommentsName = (element: HtmlElement): boolean => saidBy(element).comments;
export const isBodyName = (element: HtmlElement): boolean => saidBy(element).body;
export const isBodyLikeName = (element: HtmlElement): boolean => saidBy(element).bodyLike;
export const isDateName = (element: HtmlElement): boolean => saidBy(element).date;
