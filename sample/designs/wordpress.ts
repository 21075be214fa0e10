import type { SampleArticle } from '../articles.js';
import { escape, localTime, renderBlocks, tableRows, type BlockMarkup } from '../markup.js';
import { siteUrl, type SampleSite } from '../sites.js';

/** A theme as blogs and small papers use it: classes for everything, widgets beside the text. */
const markup: BlockMarkup = {
  paragraph: (text) => `<p>${text}</p>`,
  heading: (text) => `<h2 class="wp-block-heading">${text}</h2>`,
  quote: (text) => `<blockquote class="wp-block-quote"><p>${text}</p></blockquote>`,
  list: (items) =>
    `<ul class="wp-block-list">${items.map((item) => `<li>${item}</li>`).join('')}</ul>`,
  table: (rows) =>
    `<figure class="wp-block-table"><table><tbody>${tableRows(rows)}</tbody></table></figure>`,
  readAlso: (other) =>
    `<div class="inline-related"><strong>اقرأ أيضاً:</strong> <a href="${other.path}">${escape(other.title)}</a></div>`,
  between: {
    2: '<div class="ad-slot ad-in-article"><span>إعلان</span><a href="/go/ad?c=17" rel="sponsored nofollow">اشترك الآن واحصل على خصم ٣٠٪ على الباقة السنوية</a></div>',
  },
};

/** The text alone, as the feed carries it. */
export function wordpressContent(article: SampleArticle, all: readonly SampleArticle[]): string {
  const figure = article.image
    ? `<figure class="wp-block-image size-large"><img src="/img/${article.image.name}.svg" alt="${escape(article.image.caption)}" width="1024" height="576"/><figcaption class="wp-element-caption">${escape(article.image.caption)}</figcaption></figure>\n`
    : '';
  return figure + renderBlocks(article, all, { ...markup, between: {} });
}

function head(site: SampleSite, title: string, extra: string): string {
  return `<!DOCTYPE html>
<html dir="rtl" lang="ar">
<head>
<meta charset="UTF-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)}</title>
<meta name="generator" content="WordPress 6.3.1">
<link rel="alternate" type="application/rss+xml" title="${escape(site.name)} &laquo; الخلاصة" href="/feed/">
<link rel="stylesheet" id="theme-style-css" href="/img/style.css">
${extra}
</head>`;
}

function header(site: SampleSite): string {
  const items = site.sections.map(
    (section, index) =>
      `<li id="menu-item-${70 + index}" class="menu-item menu-item-type-taxonomy"><a href="/category/${encodeURIComponent(section)}/">${section}</a></li>`,
  );
  return `<a class="skip-link screen-reader-text" href="#content">التجاوز إلى المحتوى</a>
<header id="masthead" class="site-header"><div class="site-branding"><p class="site-title"><a href="/" rel="home">${site.name}</a></p><p class="site-description">${site.motto}</p></div>
<nav id="site-navigation" class="main-navigation"><ul id="primary-menu" class="menu"><li class="menu-item"><a href="/">الرئيسية</a></li>${items.join('')}<li class="menu-item"><a href="/contact/">اتصل بنا</a></li></ul></nav></header>`;
}

function sidebar(article: SampleArticle | undefined, own: readonly SampleArticle[]): string {
  const others = own.filter((other) => other !== article);
  const items = (list: readonly SampleArticle[]) =>
    list.map((other) => `<li><a href="${other.path}">${escape(other.title)}</a></li>`).join('');
  return `<aside id="secondary" class="widget-area" role="complementary">
<section class="widget widget_search"><form role="search" action="/"><label><span class="screen-reader-text">البحث عن:</span><input type="search" name="s" placeholder="بحث …"></label><input type="submit" value="بحث"></form></section>
<section class="widget widget_recent_entries"><h2 class="widget-title">أحدث المقالات</h2><ul>${items(others.slice(0, 5))}</ul></section>
<section class="widget widget_top_posts"><h2 class="widget-title">الأكثر قراءة</h2><ol>${items(others.slice(-5))}</ol></section>
<section class="widget widget_text"><h2 class="widget-title">النشرة البريدية</h2><p>سجّل بريدك الإلكتروني ليصلك موجز الأخبار كل صباح، ويمكنك إلغاء الاشتراك متى شئت.</p></section>
</aside>`;
}

function footer(site: SampleSite): string {
  return `<footer id="colophon" class="site-footer"><div class="site-info">جميع الحقوق محفوظة &copy; ${site.name} | <a href="/privacy/">سياسة الخصوصية</a> | <a href="/about/">من نحن</a></div></footer>
<script>window.dataLayer=window.dataLayer||[];</script>
</body></html>`;
}

export function wordpressArticle(article: SampleArticle, all: readonly SampleArticle[]): string {
  const { site } = article;
  const own = all.filter((other) => other.site === site);
  const time = localTime(article);
  const tags = article.tags.map(
    (tag) => `<a href="/tag/${encodeURIComponent(tag)}/" rel="tag">${escape(tag)}</a>`,
  );
  const image = article.image
    ? `<figure class="post-thumbnail"><img class="wp-post-image" src="/img/${article.image.name}.svg" alt="${escape(article.image.caption)}" width="1024" height="576"><figcaption class="wp-caption-text">${escape(article.image.caption)}${article.image.credit ? ` (${escape(article.image.credit)})` : ''}</figcaption></figure>`
    : '';
  const meta = `<link rel="canonical" href="${article.url}">
<meta property="og:locale" content="ar_AR"><meta property="og:type" content="article">
<meta property="og:title" content="${escape(article.title)}"><meta property="og:description" content="${escape(article.summary)}">
<meta property="og:url" content="${article.url}"><meta property="og:site_name" content="${escape(site.name)}">
<meta property="article:published_time" content="${article.published.replace('Z', '+00:00')}">
${article.image ? `<meta property="og:image" content="${siteUrl(site)}/img/${article.image.name}.svg">` : ''}
<link rel="shortlink" href="/?p=${article.number}">`;
  return `${head(site, `${article.title} - ${site.name}`, meta)}
<body class="rtl post-template-default single single-post postid-${article.number}">
${header(site)}
<div id="content" class="site-content"><div id="primary" class="content-area"><main id="main" class="site-main">
<nav class="breadcrumbs"><a href="/">الرئيسية</a> » <a href="/category/${encodeURIComponent(article.section)}/">${article.section}</a> » <span>${escape(article.title)}</span></nav>
<article id="post-${article.number}" class="post-${article.number} post type-post status-publish format-standard hentry">
<header class="entry-header"><span class="cat-links"><a href="/category/${encodeURIComponent(article.section)}/">${article.section}</a></span>
<h1 class="entry-title">${escape(article.title)}</h1>
<div class="entry-meta"><span class="posted-on">نُشر في <time class="entry-date published" datetime="${time.iso}">${time.day} ${time.monthName}، ${time.year}</time></span>${article.author ? ` <span class="byline">بواسطة <span class="author vcard"><a class="url fn n" href="/author/${article.number}/">${escape(article.author)}</a></span></span>` : ''} <span class="comments-link"><a href="#respond">لا توجد تعليقات</a></span></div></header>
${image}
<div class="entry-content">
${renderBlocks(article, all, markup)}
<div class="sharedaddy sd-sharing-enabled"><h3 class="sd-title">شارك هذا الموضوع:</h3><ul><li><a href="/share/x">انقر للمشاركة على تويتر</a></li><li><a href="/share/f">انقر للمشاركة على فيسبوك</a></li><li><a href="/share/w">واتساب</a></li></ul></div>
<div id="jp-relatedposts" class="jp-relatedposts"><h3 class="jp-relatedposts-headline">مقالات ذات صلة</h3>${own
    .filter((other) => other !== article)
    .slice(0, 3)
    .map(
      (other) => `<a class="jp-relatedposts-post" href="${other.path}">${escape(other.title)}</a>`,
    )
    .join('')}</div>
</div>
<footer class="entry-footer"><span class="tags-links">الوسوم: ${tags.join('، ')}</span></footer>
</article>
<div id="comments" class="comments-area"><h2 class="comments-title">تعليقان على «${escape(article.title)}»</h2><ol class="comment-list"><li class="comment"><div class="comment-author">أبو سامي</div><div class="comment-content"><p>شكراً على التغطية المتواصلة، نرجو نشر المزيد من التفاصيل عند توافرها.</p></div></li><li class="comment"><div class="comment-author">قارئ متابع</div><div class="comment-content"><p>خبر مهم، لكن هل من مصدر آخر يؤكد هذه الأرقام؟</p></div></li></ol>
<div id="respond" class="comment-respond"><h3 id="reply-title">اترك تعليقاً</h3><p class="comment-notes">لن يتم نشر عنوان بريدك الإلكتروني. الحقول الإلزامية مشار إليها بـ *</p><form><textarea name="comment"></textarea><input type="submit" value="إرسال التعليق"></form></div></div>
</main></div>
${sidebar(article, own)}
</div>
${footer(site)}`;
}

export function wordpressFront(site: SampleSite, own: readonly SampleArticle[]): string {
  const posts = own.map(
    (article) =>
      `<article class="post type-post hentry"><header class="entry-header"><h2 class="entry-title"><a href="${article.path}" rel="bookmark">${escape(article.title)}</a></h2></header><div class="entry-summary"><p>${escape(article.summary)} <a class="more-link" href="${article.path}">متابعة القراءة</a></p></div></article>`,
  );
  return `${head(site, `${site.name} - ${site.motto}`, `<link rel="canonical" href="${siteUrl(site)}/">`)}
<body class="rtl home blog">
${header(site)}
<div id="content" class="site-content"><main id="main" class="site-main">
${posts.join('\n')}
</main>
${sidebar(undefined, own)}
</div>
${footer(site)}`;
}
