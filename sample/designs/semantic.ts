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

/** A young site: elements that say what they are, and the article described in JSON-LD. */
const markup: BlockMarkup = {
  paragraph: (text) => `<p>${text}</p>`,
  heading: (text) => `<h2>${text}</h2>`,
  quote: (text) => `<figure class="pull"><blockquote><p>${text}</p></blockquote></figure>`,
  list: (items) => `<ul>\n${items.map((item) => `<li>${item}</li>`).join('\n')}\n</ul>`,
  table: (rows) => `<table>${tableRows(rows)}</table>`,
  readAlso: (other) =>
    `<aside class="see-also" aria-label="مواد ذات صلة"><p>اقرأ أيضًا: <a href="${other.path}">${escape(other.title)}</a></p></aside>`,
  between: {
    3: '<aside class="promo"><p>حمّل تطبيق «ديوان الخبر» وتابع الأخبار أينما كنت.</p></aside>',
  },
};

function page(site: SampleSite, title: string, head: string, main: string): string {
  return `<!doctype html>
<html lang="ar-EG" dir="rtl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)}</title>
${head}
</head>
<body>
<header>
<a href="/" class="brand">${site.name}</a>
<nav aria-label="الأقسام"><ul>${site.sections.map((section) => `<li><a href="/section/${encodeURIComponent(section)}">${section}</a></li>`).join('')}</ul></nav>
<form role="search"><input type="search" name="q" aria-label="ابحث"></form>
</header>
${main}
<footer><p>${site.name}: ${site.motto}.</p><nav aria-label="روابط"><a href="/about">من نحن</a> <a href="/terms">الشروط</a> <a href="/contact">تواصل معنا</a></nav></footer>
</body>
</html>`;
}

export function semanticArticle(article: SampleArticle, all: readonly SampleArticle[]): string {
  const { site, image } = article;
  const time = localTime(article);
  const others = all.filter((other) => other.site === site && other !== article);
  const picture = image && `${siteUrl(site)}/img/${image.name}.svg`;
  const data = {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: article.title,
    datePublished: time.iso,
    articleSection: article.section,
    keywords: article.tags,
    mainEntityOfPage: article.url,
    ...(picture ? { image: [picture] } : {}),
    ...(article.author ? { author: { '@type': 'Person', name: article.author } } : {}),
    publisher: { '@type': 'NewsMediaOrganization', name: site.name, url: `${siteUrl(site)}/` },
  };
  const head = `<link rel="canonical" href="${article.url}">
<meta name="description" content="${escape(article.summary)}">
<script type="application/ld+json">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>`;
  const main = `<main>
<article>
<header>
<p class="section"><a href="/section/${encodeURIComponent(article.section)}">${article.section}</a></p>
<h1>${escape(article.title)}</h1>
<p class="standfirst">${escape(article.summary)}</p>
<p class="byline">${article.author ? `بقلم <a rel="author" href="/author/${article.number}">${escape(article.author)}</a> · ` : ''}<time datetime="${time.iso}">${easternDigits(time.day)} ${time.monthName} ${easternDigits(time.year)}</time></p>
</header>
${image ? `<figure><img src="/img/${image.name}.svg" alt="${escape(image.caption)}"><figcaption>${escape(image.caption)}${image.credit ? ` <small>${escape(image.credit)}</small>` : ''}</figcaption></figure>` : ''}
${renderBlocks(article, all, markup)}
<footer>
<ul class="tags">${article.tags.map((tag) => `<li><a rel="tag" href="/tag/${encodeURIComponent(tag)}">${escape(tag)}</a></li>`).join('')}</ul>
<p class="share"><a href="/share/w">واتساب</a> <a href="/share/f">فيسبوك</a> <a href="/share/m">بريد</a></p>
</footer>
</article>
<section aria-label="مقالات مشابهة"><h2>مقالات مشابهة</h2><ul>${others
    .slice(0, 5)
    .map((other) => `<li><a href="${other.path}">${escape(other.title)}</a></li>`)
    .join('')}</ul></section>
<section id="comments"><h2>التعليقات</h2><p>كن أول من يعلق على هذا الخبر.</p></section>
</main>`;
  return page(site, `${article.title} · ${site.name}`, head, main);
}

export function semanticFront(site: SampleSite, own: readonly SampleArticle[]): string {
  const items = own.map(
    (article) =>
      `<article><h2><a href="${article.path}">${escape(article.title)}</a></h2><p>${escape(article.summary)}</p><p class="section"><a href="/section/${encodeURIComponent(article.section)}">${article.section}</a></p></article>`,
  );
  return page(
    site,
    `${site.name}: ${site.motto}`,
    `<link rel="canonical" href="${siteUrl(site)}/">`,
    `<main>\n${items.join('\n')}\n</main>`,
  );
}
