import type { SampleArticle } from './articles.js';
import { wordpressContent } from './designs/wordpress.js';
import { escape, localTime } from './markup.js';
import { siteUrl, type SampleSite } from './sites.js';

/** A time as RSS writes it, by the site's own clock. */
function rfc822(article: SampleArticle): string {
  const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
  const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
  const time = localTime(article);
  const [date = '', rest = ''] = time.iso.split('T');
  const weekday = days[new Date(`${date}T00:00:00Z`).getUTCDay()];
  const day = String(time.day).padStart(2, '0');
  const zone = rest.slice(8).replace(':', '');
  return `${weekday}, ${day} ${months[time.month - 1]} ${time.year} ${rest.slice(0, 8)} ${zone}`;
}

/** The site's feed. @param base where links lead: the site's own address, or the port that serves it */
export function renderFeed(
  site: SampleSite,
  own: readonly SampleArticle[],
  all: readonly SampleArticle[],
  base: string,
): string {
  return site.feed?.format === 'atom' ? atom(site, own, base) : rss(site, own, all, base);
}

function rss(
  site: SampleSite,
  own: readonly SampleArticle[],
  all: readonly SampleArticle[],
  base: string,
): string {
  const full = site.feed?.format === 'rss-full';
  const items = own.map(
    (article) => `<item>
<title>${escape(article.title)}</title>
<link>${escape(base + article.path)}</link>
${article.author && full ? `<dc:creator><![CDATA[${article.author}]]></dc:creator>\n` : ''}<pubDate>${rfc822(article)}</pubDate>
${article.tags.map((tag) => `<category><![CDATA[${tag}]]></category>`).join('')}
<guid isPermaLink="false">${escape(article.url)}</guid>
<description><![CDATA[${full ? '<p>' : ''}${article.summary}${full ? '</p>' : ''}]]></description>
${full ? `<content:encoded><![CDATA[${wordpressContent(article, all)}]]></content:encoded>\n` : ''}</item>`,
  );
  return `<?xml version="1.0" encoding="${site.encoding}"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel>
<title>${site.name}</title>
<link>${siteUrl(site)}/</link>
<description>${site.motto}</description>
<language>ar</language>
<ttl>30</ttl>
${items.join('\n')}
</channel>
</rss>
`;
}

function atom(site: SampleSite, own: readonly SampleArticle[], base: string): string {
  const entries = own.map((article) => {
    const { iso } = localTime(article);
    return `<entry>
<id>tag:${site.host},${article.published.slice(0, 10)}:node/${article.number}</id>
<title type="text">${escape(article.title)}</title>
<link rel="alternate" type="text/html" href="${escape(base + article.path)}"/>
<published>${iso}</published><updated>${iso}</updated>
${article.author ? `<author><name>${escape(article.author)}</name></author>` : ''}
${article.tags.map((tag) => `<category term="${escape(tag)}"/>`).join('')}
<summary type="html">${escape(`<p>${article.summary}</p>`)}</summary>
</entry>`;
  });
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="ar">
<title>${site.name}</title>
<subtitle>${site.motto}</subtitle>
<link rel="alternate" href="${siteUrl(site)}/"/>
<link rel="self" href="${siteUrl(site)}${site.feed?.path ?? ''}"/>
<id>${siteUrl(site)}/</id>
<updated>${own[0]?.published ?? '2023-01-01T00:00:00Z'}</updated>
${entries.join('\n')}
</feed>
`;
}
