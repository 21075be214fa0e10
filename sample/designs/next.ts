import type { SampleArticle } from '../articles.js';
import {
  easternDigits,
  escape,
  localTime,
  renderBlocks,
  tableRows,
  type BlockMarkup,
} from '../markup.js';
import { siteUrl, type SampleSite } from '../sites.js';

/** Rendered by a script framework: class names without meaning, the data once more as JSON. */
const markup: BlockMarkup = {
  paragraph: (text) => `<div class="css-1k2l9x"><p class="css-158dogj">${text}</p></div>`,
  heading: (text) => `<div class="css-1k2l9x"><h2 class="css-1vg6q84">${text}</h2></div>`,
  quote: (text) => `<div class="css-q0a7zz"><q class="css-0">${text}</q></div>`,
  list: (items) =>
    `<div class="css-1k2l9x"><ul class="css-8h2k1c">${items.map((item) => `<li class="css-li9">${item}</li>`).join('')}</ul></div>`,
  table: (rows) => `<div class="css-tb77"><table>${tableRows(rows)}</table></div>`,
  readAlso: (other) =>
    `<div class="css-9f3kd1" data-testid="inline-promo"><span class="css-lbl2">اقرأ المزيد</span><a class="css-prm1" href="${other.path}">${escape(other.title)}</a></div>`,
  picture: (name, caption) =>
    `<figure class="css-gal1"><img src="/img/${name}.svg" alt=""/><figcaption class="css-cap">${caption}</figcaption></figure>`,
  between: {
    2: '<div class="css-ad0x1" data-testid="ad"><small>مساحة إعلانية</small></div>',
    4: '<div class="css-nl44" data-testid="newsletter"><p class="css-158dogj">اشترك في نشرة «أفق الصباح» لتصلك أهم القصص يومياً</p><button>اشترك</button></div>',
  },
};

function document(site: SampleSite, title: string, head: string, body: string, data: unknown) {
  const nav = site.sections.map(
    (section) => `<a class="css-n1" href="/section/${encodeURIComponent(section)}">${section}</a>`,
  );
  const json = JSON.stringify({ props: { pageProps: data }, page: '/', buildId: 'k3JfQ' });
  return `<!DOCTYPE html><html lang="ar" dir="rtl"><head><meta charSet="utf-8"/><meta name="viewport" content="width=device-width"/><title>${escape(title)}</title>${head}<meta name="next-head-count" content="9"/><link rel="alternate" type="application/rss+xml" href="/rss.xml"/></head><body><div id="__next"><div class="css-app"><div class="css-hd1"><a class="css-logo" href="/">${site.name}</a><div class="css-nav">${nav.join('')}</div><button class="css-btn" aria-label="القائمة">☰</button></div>${body}<div class="css-ft1"><div class="css-ft2">© ${site.name} ٢٠٢٣. كل الحقوق محفوظة.</div><div class="css-ft3"><a href="/about">عن المنصة</a><a href="/privacy">الخصوصية</a><a href="/jobs">وظائف</a></div></div></div></div><script id="__NEXT_DATA__" type="application/json">${json.replaceAll('<', '\\u003c')}</script></body></html>`;
}

function card(article: SampleArticle): string {
  return `<div class="css-card7"><a class="css-cardlink" href="${article.path}"><div class="css-cardttl">${escape(article.title)}</div></a><div class="css-cardmeta">${article.section}</div></div>`;
}

export function nextArticle(article: SampleArticle, all: readonly SampleArticle[]): string {
  const { site, image } = article;
  const time = localTime(article);
  const others = all.filter((other) => other.site === site && other !== article);
  const head = `<link rel="canonical" href="${article.url}"/><meta property="og:title" content="${escape(article.title)}"/><meta property="og:description" content="${escape(article.summary)}"/><meta property="og:type" content="article"/>${image ? `<meta property="og:image" content="${siteUrl(site)}/img/${image.name}.svg"/>` : ''}<meta name="author" content="${escape(article.author ?? site.name)}"/>`;
  const body = `<div class="css-main"><div class="css-col8"><div class="css-kick">${article.section}</div><h1 class="css-ttl1">${escape(article.title)}</h1><div class="css-by1">${article.author ? `<div class="css-by2">${escape(article.author)}</div>` : ''}<div class="css-dt1">${easternDigits(time.day)} ${time.easternMonthName} ${easternDigits(time.year)}، ${easternDigits(time.clock12)}</div><div class="css-rd">مدة القراءة: ${easternDigits(2)} دقيقة</div></div>${image ? `<figure class="css-fig"><img src="/img/${image.name}.svg" alt="${escape(image.caption)}" loading="lazy"/><figcaption class="css-cap">${escape(image.caption)}</figcaption></figure>` : ''}<div class="css-shr"><button>نسخ الرابط</button><button>مشاركة</button></div><div class="css-body5">${renderBlocks(article, all, markup).replaceAll('\n', '')}</div><div class="css-tags">${article.tags.map((tag) => `<a class="css-tag" href="/topic/${encodeURIComponent(tag)}">#${escape(tag)}</a>`).join('')}</div></div><div class="css-col4"><div class="css-sidettl">يُقرأ الآن</div>${others.slice(0, 6).map(card).join('')}</div></div><div class="css-more"><div class="css-sidettl">قد يعجبك أيضاً</div>${others.slice(-3).map(card).join('')}</div>`;
  const data = {
    article: {
      id: article.number,
      headline: article.title,
      description: article.summary,
      datePublished: time.iso,
      author: article.author ? { name: article.author } : null,
      section: article.section,
      keywords: article.tags,
      body: article.blocks.flatMap((block) =>
        'text' in block ? [{ kind: block.type, html: block.text }] : [],
      ),
    },
  };
  return document(site, `${article.title} | ${site.name}`, head, body, data);
}

export function nextFront(site: SampleSite, own: readonly SampleArticle[]): string {
  return document(
    site,
    `${site.name} | ${site.motto}`,
    `<link rel="canonical" href="${siteUrl(site)}/"/>`,
    `<div class="css-main"><div class="css-grid">${own.map(card).join('')}</div></div>`,
    { articles: own.map((article) => ({ id: article.number, headline: article.title })) },
  );
}
