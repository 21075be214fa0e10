import { Hono } from 'hono';
import type { Context } from 'hono';
import type { Desk } from '../../desk.js';
import type { ArticleSummary } from '../../store/store.js';
import { given, listParameters, readParameters, searchParameters } from '../http/parameters.js';
import {
  entityPath,
  keywordPath,
  risingPath,
  searchPath,
  sourcePath,
  storyPath,
  topicPath,
} from '../paths.js';
import { topicNames } from '../wording/names.js';
import { articleItem, jsonFeed, rss, type OutFeed } from './feed.js';
import { risingFeed } from './rising.js';

type Form = 'xml' | 'json';
/** What a feed is made of; its addresses are added from the request. */
type Content = Pick<OutFeed, 'title' | 'items'> & { path: string };

const entries = 30;

/**
 * Feeds of the latest articles, of a topic, keyword, name, source, story or search, and of what rises, each as RSS
 * (`….xml`) and JSON Feed (`….json`).
 * @param site our absolute address without a slash at the end; undefined: as the request says
 */
export function feedRoutes(desk: Desk, site: string | undefined): Hono {
  const app = new Hono();
  const topicOnly = listParameters.pick({ topic: true });
  const list = { limit: entries, foldCopies: true };
  const articles = (page: { items: Array<{ summary: ArticleSummary }> }) =>
    page.items.map((entry) => articleItem(entry.summary));

  const answer = async (c: Context, form: Form, content: Content | undefined) => {
    if (!content) return c.notFound();
    const own = site ?? new URL(c.req.url).origin;
    const requested = new URL(c.req.url);
    const feed: OutFeed = {
      title: content.title,
      items: content.items,
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
        items: articles(page),
      });
    });
    app.get(`${risingPath}/feed.${form}`, async (c) =>
      answer(c, form, {
        title: 'ورّاق: الأكثر صعوداً',
        path: risingPath,
        items: risingFeed(await desk.rising(entries)),
      }),
    );
    app.get(`/story/:id/feed.${form}`, async (c) => {
      const story = await desk.storyPage(c.req.param('id'));
      return answer(
        c,
        form,
        story && {
          title: `ورّاق: ${story.title}`,
          path: storyPath(story.id),
          items: articles({ items: story.entries.slice(-entries).reverse() }),
        },
      );
    });
    app.get(`/search/feed.${form}`, async (c) => {
      const { q } = readParameters(searchParameters, c.req.query());
      const found = await desk.search(q, { sort: 'date', limit: entries });
      return answer(c, form, {
        title: `ورّاق: بحث عن ${q}`,
        path: searchPath(q),
        items: articles({ items: found.entries }),
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
          items: articles(found.page),
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
          items: articles(found.page),
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
          items: articles(found.page),
        },
      );
    });
  }
  return app;
}
