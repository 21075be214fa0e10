import { Hono } from 'hono';
import type { Context } from 'hono';
import type { Desk } from '../../desk.js';
import { given, listParameters, readParameters, searchParameters } from '../http/parameters.js';
import { entityPath, keywordPath, searchPath, sourcePath, topicPath } from '../paths.js';
import { topicNames } from '../wording/names.js';
import { jsonFeed, rss, type OutFeed } from './feed.js';

type Form = 'xml' | 'json';
/** What a feed is made of; its addresses are added from the request. */
type Content = Pick<OutFeed, 'title' | 'articles'> & { path: string };

const entries = 30;

/**
 * Feeds of the latest articles, of a topic, keyword, name, source or search, each as RSS
 * (`….xml`) and JSON Feed (`….json`).
 * @param site our absolute address without a slash at the end; undefined: as the request says
 */
export function feedRoutes(desk: Desk, site: string | undefined): Hono {
  const app = new Hono();
  const topicOnly = listParameters.pick({ topic: true });
  const list = { limit: entries, foldCopies: true };
  const articles = (page: { items: Array<{ summary: OutFeed['articles'][number] }> }) =>
    page.items.map((entry) => entry.summary);

  const answer = async (c: Context, form: Form, content: Content | undefined) => {
    if (!content) return c.notFound();
    const own = site ?? new URL(c.req.url).origin;
    const requested = new URL(c.req.url);
    const feed: OutFeed = {
      title: content.title,
      articles: content.articles,
      description: `${content.title}: أحدث الأخبار من مصادرها`,
      site: own,
      page: own + content.path,
      self: own + requested.pathname + requested.search,
    };
    const type = form === 'xml' ? 'application/rss+xml' : 'application/feed+json';
    return c.body(form === 'xml' ? rss(feed) : jsonFeed(feed), 200, {
      'Content-Type': `${type}; charset=utf-8`,
    });
  };

  for (const form of ['xml', 'json'] as const) {
    app.get(`/feed.${form}`, async (c) => {
      const { topic } = readParameters(topicOnly, c.req.query());
      const page = await desk.latest(given({ ...list, topic }));
      return answer(c, form, {
        title: topic ? `ورّاق: ${topicNames[topic]}` : 'ورّاق',
        path: topic ? topicPath(topic) : '/',
        articles: articles(page),
      });
    });
    app.get(`/search/feed.${form}`, async (c) => {
      const { q } = readParameters(searchParameters, c.req.query());
      const found = await desk.search(q, { sort: 'date', limit: entries });
      return answer(c, form, {
        title: `ورّاق: بحث عن ${q}`,
        path: searchPath(q),
        articles: found.entries.map((entry) => entry.summary),
      });
    });
    app.get(`/keyword/:key/feed.${form}`, async (c) => {
      const found = await desk.keyphrasePage(c.req.param('key'), list);
      return answer(
        c,
        form,
        found && {
          title: `ورّاق: ${found.text}`,
          path: keywordPath(found.key),
          articles: articles(found.page),
        },
      );
    });
    app.get(`/entity/:key/feed.${form}`, async (c) => {
      const found = await desk.entityPage(c.req.param('key'), list);
      return answer(
        c,
        form,
        found && {
          title: `ورّاق: ${found.name}`,
          path: entityPath(found.key),
          articles: articles(found.page),
        },
      );
    });
    app.get(`/source/:id/feed.${form}`, async (c) => {
      const found = await desk.sourcePage(c.req.param('id'), list);
      return answer(
        c,
        form,
        found && {
          title: `ورّاق: ${found.source.name}`,
          path: sourcePath(found.source.id),
          articles: articles(found.page),
        },
      );
    });
  }
  return app;
}
