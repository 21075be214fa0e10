import { extraArticles, type SampleArticle } from './articles.js';
import { ampArticle } from './designs/amp.js';
import { wordpressArticle } from './designs/wordpress.js';
import { designs } from './designs.js';
import type { SampleSite } from './sites.js';

/** The page of another layout at `path`: a live page, gallery, video, opinion, endless page, AMP form. */
export function extraPage(
  site: SampleSite,
  all: readonly SampleArticle[],
  path: string,
): { html: string; modified: string } | undefined {
  const extra = extraArticles().find((article) => article.site === site && article.path === path);
  if (extra) return { html: render(extra, all), modified: extra.published };
  const whole = all.find((article) => article.site === site && `${article.path}amp/` === path);
  if (whole && site.design === 'wordpress')
    return { html: ampArticle(whole, all), modified: whole.published };
  return undefined;
}

function render(article: SampleArticle, all: readonly SampleArticle[]): string {
  switch (article.layout) {
    case 'video':
      return wordpressArticle(article, all).replace(
        '<div class="entry-content">',
        `<div class="entry-content">\n<div class="video-container"><iframe src="https://video.example/embed/${article.number}" title="مشغل الفيديو" allowfullscreen></iframe></div>`,
      );
    case 'scroll':
      return endless(article, all);
    default:
      return designs[article.site.design].article(article, all);
  }
}

/** A page that goes on with the next article below the first, as pages that load without end are. */
function endless(article: SampleArticle, all: readonly SampleArticle[]): string {
  const design = designs[article.site.design];
  const next = all.find((other) => other.site === article.site && other.image);
  const below = next && /<article>[\s\S]*<\/article>/.exec(design.article(next, all))?.[0];
  const page = design.article(article, all);
  if (!next || !below) return page;
  const end = page.indexOf('</article>') + '</article>'.length;
  const insert = `\n<div class="next-article" data-url="${next.url}"><p class="next-label">المقال التالي</p>${below}</div>`;
  return page.slice(0, end) + insert + page.slice(end);
}
