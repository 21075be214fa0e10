import type { SampleArticle } from '../articles.js';
import { escape, localTime, renderBlocks, tableRows, type BlockMarkup } from '../markup.js';
import { siteUrl } from '../sites.js';

/** The AMP form of a page: elements of its own, all style inline, adverts between paragraphs. */
const markup: BlockMarkup = {
  paragraph: (text) => `<p>${text}</p>`,
  heading: (text) => `<h2>${text}</h2>`,
  quote: (text) => `<blockquote>${text}</blockquote>`,
  list: (items) => `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`,
  table: (rows) => `<table>${tableRows(rows)}</table>`,
  readAlso: (other) =>
    `<p class="amp-related"><b>اقرأ أيضاً:</b> <a href="${other.path}">${escape(other.title)}</a></p>`,
  between: {
    1: '<amp-ad width="300" height="250" type="doubleclick"><div placeholder>إعلان</div></amp-ad>',
    3: '<amp-ad width="300" height="250" type="doubleclick"><div placeholder>إعلان</div></amp-ad>',
  },
};

export function ampArticle(article: SampleArticle, all: readonly SampleArticle[]): string {
  const { site, image } = article;
  const time = localTime(article);
  const data = {
    '@context': 'http://schema.org',
    '@type': 'NewsArticle',
    mainEntityOfPage: article.url,
    headline: article.title,
    datePublished: time.iso,
    author: { '@type': 'Person', name: article.author ?? site.name },
    publisher: { '@type': 'Organization', name: site.name },
    keywords: article.tags.join('، '),
  };
  return `<!doctype html>
<html ⚡ lang="ar" dir="rtl">
<head>
<meta charset="utf-8">
<title>${escape(article.title)} - ${site.name}</title>
<link rel="canonical" href="${article.url}">
<meta name="viewport" content="width=device-width">
<script type="application/ld+json">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>
<style amp-custom>body{font-family:serif}.amp-wp-header{background:#036}</style>
<script async src="${siteUrl(site)}/amp/v0.js"></script>
</head>
<body>
<header class="amp-wp-header"><a href="/">${site.name}</a></header>
<amp-sidebar id="menu" layout="nodisplay"><ul>${site.sections.map((section) => `<li><a href="/category/${encodeURIComponent(section)}/amp/">${section}</a></li>`).join('')}</ul></amp-sidebar>
<article class="amp-wp-article">
<header class="amp-wp-article-header"><h1 class="amp-wp-title">${escape(article.title)}</h1><div class="amp-wp-meta amp-wp-byline"><span class="amp-wp-author author vcard">${escape(article.author ?? site.name)}</span></div><div class="amp-wp-meta amp-wp-posted-on"><time datetime="${time.iso}">${time.day} ${time.monthName}، ${time.year}</time></div></header>
${image ? `<figure class="amp-wp-article-featured-image"><amp-img src="/img/${image.name}.svg" width="1024" height="576" layout="responsive"></amp-img><figcaption>${escape(image.caption)}</figcaption></figure>` : ''}
<div class="amp-wp-article-content">
${renderBlocks(article, all, markup)}
</div>
<amp-social-share type="twitter"></amp-social-share><amp-social-share type="whatsapp"></amp-social-share>
<footer class="amp-wp-article-footer"><div class="amp-wp-tax-tag">الوسوم: ${article.tags.map((tag) => `<a rel="tag" href="/tag/${encodeURIComponent(tag)}/">${escape(tag)}</a>`).join('، ')}</div></footer>
</article>
<footer class="amp-wp-footer"><p>جميع الحقوق محفوظة ${site.name}</p><a href="${article.path}">عرض النسخة الكاملة</a></footer>
</body>
</html>`;
}
