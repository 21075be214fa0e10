import type { SampleArticle } from '../articles.js';
import { escape, localTime, renderBlocks, tableRows, type BlockMarkup } from '../markup.js';
import { siteUrl, type SampleSite } from '../sites.js';

/** A content management system of fields within fields; the standfirst is a field of its own. */
const markup: BlockMarkup = {
  paragraph: (text) => `<p>${text}</p>`,
  heading: (text) => `<h3><strong>${text}</strong></h3>`,
  quote: (text) => `<blockquote>${text}</blockquote>`,
  list: (items) => `<ol>${items.map((item) => `<li>${item}</li>`).join('')}</ol>`,
  table: (rows) =>
    `<div class="table-responsive"><table class="table">${tableRows(rows)}</table></div>`,
  readAlso: (other) =>
    `<article class="media media--type-related-node align-left"><div class="field field--name-title">إقرأ أيضاً</div><a href="${other.path}" hreflang="ar">${escape(other.title)}</a></article>`,
  entry: (time, title, text) =>
    `<div class="liveblog-update" data-created="${time}"><span class="liveblog-time"><time datetime="${time}">${time.slice(11, 16)}</time></span><h4>${title}</h4><div class="liveblog-body"><p>${text}</p></div><div class="liveblog-share"><a href="/share/f">مشاركة</a></div></div>`,
  between: {
    3: '<div class="block block-ad-manager"><div class="ad-label">إعلان</div><a rel="sponsored" href="/go/ad/9">عروض نهاية العام على الأجهزة المنزلية</a></div>',
  },
};

function page(site: SampleSite, title: string, head: string, body: string, kind: string): string {
  const menu = site.sections.map(
    (section, index) =>
      `<li class="menu-item"><a href="/taxonomy/term/${index + 11}" data-drupal-link-system-path="taxonomy/term/${index + 11}">${section}</a></li>`,
  );
  return `<!DOCTYPE html>
<html lang="ar" dir="rtl" prefix="og: https://ogp.me/ns#">
<head>
<meta charset="utf-8">
<meta name="Generator" content="Drupal 9 (https://www.drupal.org)">
<meta name="MobileOptimized" content="width">
<meta name="viewport" content="width=device-width, initial-scale=1.0">
<title>${escape(title)} | ${site.name}</title>
<link rel="alternate" type="application/atom+xml" title="${site.name}" href="${site.feed?.path ?? ''}">
${head}
</head>
<body class="path-node ${kind}">
<div class="dialog-off-canvas-main-canvas" data-off-canvas-main-canvas><div class="layout-container">
<header role="banner"><div class="region region-header"><div id="block-branding" class="block"><a href="/" rel="home">${site.name}</a><div class="site-slogan">${site.motto}</div></div>
<nav role="navigation" id="block-main-menu"><h2 class="visually-hidden">القائمة الرئيسية</h2><ul class="menu">${menu.join('')}</ul></nav>
<div class="block block-breaking"><span class="label">عاجل</span><marquee>تابعوا آخر المستجدات لحظة بلحظة عبر تطبيق منارة نيوز</marquee></div></div></header>
<main role="main"><a id="main-content" tabindex="-1"></a>
${body}
</main>
<footer role="contentinfo"><div class="region region-footer"><p>حقوق النشر محفوظة لمنارة نيوز. لا يجوز إعادة نشر أي مادة من دون إذن خطي.</p><ul class="menu"><li><a href="/node/2">من نحن</a></li><li><a href="/node/3">أعلن معنا</a></li><li><a href="/node/4">شروط الاستخدام</a></li></ul></div></footer>
</div></div>
</body>
</html>`;
}

function teasers(list: readonly SampleArticle[]): string {
  return list
    .map(
      (article) =>
        `<div class="views-row"><div class="views-field views-field-title"><span class="field-content"><a href="${article.path}" hreflang="ar">${escape(article.title)}</a></span></div><div class="views-field views-field-created"><span class="field-content">${localTime(article).dayMonth}/${localTime(article).year}</span></div></div>`,
    )
    .join('\n');
}

export function drupalArticle(article: SampleArticle, all: readonly SampleArticle[]): string {
  const { site, image } = article;
  const time = localTime(article);
  const others = all.filter((other) => other.site === site && other !== article);
  const head = `<link rel="canonical" href="${article.url}">
<link rel="shortlink" href="/node/${article.number}">
<meta name="description" content="${escape(article.summary)}">
<meta property="og:type" content="article"><meta property="og:title" content="${escape(article.title)}">
<meta property="article:published_time" content="${time.iso}">
${image ? `<meta property="og:image" content="${siteUrl(site)}/img/${image.name}.svg">` : ''}
<meta name="keywords" content="${escape(article.tags.join(', '))}">`;
  const body = `<div class="layout-content"><div class="region region-content">
<nav class="breadcrumb"><ol><li><a href="/">الرئيسية</a></li><li>${article.section}</li></ol></nav>
<h1 class="page-header"><span class="field field--name-title field--type-string">${escape(article.title)}</span></h1>
<article role="article" class="node node--type-news node--view-mode-full">
<footer class="node__meta"><div class="node__submitted">${article.author ? `<span class="field field--name-field-writer">${escape(article.author)}</span> - ` : ''}<span class="field field--name-created">${time.weekday}, ${time.dayMonth}/${time.year} - ${time.clock}</span></div></footer>
<div class="node__content">
<div class="field field--name-field-lead field--type-text-long"><p>${escape(article.summary)}</p></div>
${image ? `<div class="field field--name-field-image field--type-image"><img src="/img/${image.name}.svg" width="800" height="450" alt=""><div class="field field--name-field-image-caption">${escape(image.caption)}${image.credit ? ` – ${escape(image.credit)}` : ''}</div></div>` : ''}
<div class="social-share"><span>شارك</span><a href="/share/f">فيسبوك</a><a href="/share/x">تويتر</a><a href="/share/t">تيليغرام</a><a href="#" onclick="window.print()">طباعة</a></div>
<div class="clearfix text-formatted field field--name-body field--type-text-with-summary">
${renderBlocks(article, all, markup)}
</div>
<div class="field field--name-field-tags"><div class="field__label">كلمات مفتاحية</div><div class="field__items">${article.tags.map((tag, index) => `<div class="field__item"><a href="/taxonomy/term/${article.number + index}">${escape(tag)}</a></div>`).join('')}</div></div>
</div>
</article>
<div class="views-element-container block block-related"><h2>مواضيع ذات صلة</h2>
${teasers(others.slice(0, 4))}
</div>
<section class="field field--name-comment comment-wrapper"><h2 class="title">التعليقات</h2><article class="comment"><h3>متابعة جيدة</h3><p>تغطية متوازنة، بارك الله فيكم.</p><footer>أرسله زائر</footer></article><p><a href="/user/login">سجّل الدخول</a> لإضافة تعليق.</p></section>
</div></div>
<aside class="layout-sidebar-second" role="complementary"><div class="block"><h2>الأكثر مشاهدة</h2>
${teasers(others.slice(-5))}
</div></aside>`;
  return page(site, article.title, head, body, 'page-node-type-news');
}

export function drupalFront(site: SampleSite, own: readonly SampleArticle[]): string {
  return page(
    site,
    site.motto,
    `<link rel="canonical" href="${siteUrl(site)}/">`,
    `<div class="layout-content"><div class="views-element-container"><h2>آخر الأخبار</h2>\n${teasers(own)}\n</div></div>`,
    'path-frontpage',
  );
}
