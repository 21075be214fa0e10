import { html } from 'hono/html';
import type { Child, FC } from 'hono/jsx';
import type { Topic } from '../../model/analysis.js';
import { topicPath } from '../paths.js';
import { topicNames, topics } from '../wording/names.js';
import type { View } from './view.js';

interface LayoutProps {
  view: View;
  /** Of the page; the name of the site is added. */
  title: string;
  description?: string;
  /** What the search field shows. */
  query?: string;
  /** Address of this page's own feed, without its ending. */
  feed?: string;
  topic?: Topic;
  /** Seconds until the page loads itself again. */
  refresh?: number;
  children?: Child;
}

/** The frame of every page: head, skip link, masthead with search and topics, main, footer. */
export const Layout: FC<LayoutProps> = ({
  view,
  title,
  description,
  query,
  feed,
  topic,
  refresh,
  children,
}) => {
  const { assets } = view;
  const page = (
    <html lang="ar" dir="rtl">
      <head>
        <meta charset="utf-8" />
        <title>{title === siteName ? `${siteName}: ${tagline}` : `${title} — ${siteName}`}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        {refresh ? <meta http-equiv="refresh" content={String(refresh)} /> : null}
        <meta name="color-scheme" content="light dark" />
        <meta name="theme-color" content="#faf6ee" media="(prefers-color-scheme: light)" />
        <meta name="theme-color" content="#17140f" media="(prefers-color-scheme: dark)" />
        {description ? <meta name="description" content={description.slice(0, 300)} /> : null}
        {assets.preload.map((font) => (
          <link rel="preload" href={font} as="font" type="font/woff2" crossorigin="" />
        ))}
        <link rel="stylesheet" href={assets.style} />
        <link rel="icon" href={assets.icon} type="image/svg+xml" />
        {(feed === undefined ? ['/feed'] : ['/feed', feed]).map((address) => (
          <>
            <link
              rel="alternate"
              type="application/rss+xml"
              title="RSS"
              href={feedAddress(address, 'xml')}
            />
            <link
              rel="alternate"
              type="application/feed+json"
              title="JSON Feed"
              href={feedAddress(address, 'json')}
            />
          </>
        ))}
      </head>
      <body>
        <a class="skip" href="#main">
          تخطَّ إلى المحتوى
        </a>
        <Masthead query={query ?? ''} {...(topic ? { topic } : {})} home={title === siteName} />
        <main id="main" tabindex={-1}>
          {children}
        </main>
        <Footer feed={feed ?? '/feed'} />
      </body>
    </html>
  );
  return html`<!doctype html>${page}`;
};

export const siteName = 'ورّاق';
const tagline = 'كلُّ خبر مرةً واحدة، ومعه مصدره';

/** `feed` may carry a query: `/search/feed?q=…`. */
export function feedAddress(feed: string, form: 'xml' | 'json'): string {
  const [path, query] = feed.split('?', 2);
  return `${path}.${form}${query === undefined ? '' : `?${query}`}`;
}

const Masthead: FC<{ query: string; topic?: Topic; home: boolean }> = ({ query, topic, home }) => (
  <header class="masthead">
    <div class="masthead-line">
      <a class="brand" href="/" {...(home && !topic ? { 'aria-current': 'page' } : {})}>
        <Rosette />
        <span class="brand-name">{siteName}</span>
      </a>
      <p class="tagline">{tagline}</p>
      <form class="search" role="search" action="/search" method="get">
        <label class="visually-hidden" for="q">
          ابحث في الأخبار
        </label>
        <input
          id="q"
          type="search"
          name="q"
          value={query}
          placeholder="ابحث في الأخبار"
          maxlength={500}
          autocomplete="off"
        />
        <button type="submit">ابحث</button>
      </form>
    </div>
    <nav class="topics" aria-label="الأقسام">
      <ul>
        <li>
          <a href="/" {...(home && !topic ? { 'aria-current': 'page' } : {})}>
            الكل
          </a>
        </li>
        {topics.map((each) => (
          <li>
            <a href={topicPath(each)} {...(each === topic ? { 'aria-current': 'page' } : {})}>
              {topicNames[each]}
            </a>
          </li>
        ))}
        <li class="topics-sources">
          <a href="/sources">المصادر</a>
        </li>
      </ul>
    </nav>
  </header>
);

/** The eight-pointed star that copyists set between verses. */
const Rosette: FC = () => (
  <svg
    class="rosette"
    viewBox="0 0 32 32"
    width="32"
    height="32"
    aria-hidden="true"
    focusable="false"
  >
    <rect x="6" y="6" width="20" height="20" />
    <rect x="6" y="6" width="20" height="20" transform="rotate(45 16 16)" />
    <circle cx="16" cy="16" r="4.5" />
  </svg>
);

const Footer: FC<{ feed: string }> = ({ feed }) => (
  <footer class="footer">
    <p>
      <strong>{siteName}</strong>: مكتب أخبار مفتوح المصدر يعمل على جهازك. النصوص لناشريها، ومع كل
      خبر رابط مصدره.
    </p>
    <nav aria-label="خلاصات وواجهات">
      <ul>
        <li>
          <a href={feedAddress(feed, 'xml')}>خلاصة RSS</a>
        </li>
        <li>
          <a href={feedAddress(feed, 'json')}>خلاصة JSON</a>
        </li>
        <li>
          <a href="/sources">المصادر</a>
        </li>
        <li>
          <a href="/api">واجهة البرمجة</a>
        </li>
      </ul>
    </nav>
  </footer>
);
