import { Hono } from 'hono';
import type { Context } from 'hono';
import type { Desk } from '../../desk.js';
import {
  countParameters,
  given,
  listParameters,
  readParameters,
  searchParameters,
  similarParameters,
} from '../http/parameters.js';
import {
  articleJson,
  entryJson,
  risingJson,
  searchEntryJson,
  similarJson,
  storyBriefJson,
  storyJson,
} from './shapes.js';

/** Addresses of the API with what each takes; served at `/api` itself. */
const contents = {
  '/api/articles':
    'Latest articles, copies folded. limit (1-100), from, source, topic, after, before',
  '/api/articles/{id}':
    'One article: blocks, body, keyphrases, entities, brief, story, alsoIn, nextRead',
  '/api/articles/{id}/similar': 'Similar articles with reasons. sort=similarity|date',
  '/api/search': 'Full-text search. q, sort=relevance|date, limit, from',
  '/api/stories': 'Top stories. limit (1-100)',
  '/api/stories/{id}': 'One story with its articles by time',
  '/api/keyphrases/{key}': 'Articles of a keyphrase, with counts a day. limit, from',
  '/api/entities/{key}':
    'Articles of a person, place or organisation, with counts a day. limit, from',
  '/api/rising':
    'Keyphrases and names of the newest 24 hours that were rarer in the days before. limit (1-100)',
  '/api/sources': 'Every source',
  '/api/sources/{id}': 'One source with its latest articles. limit, from',
};

/**
 * The JSON API. Lists come as `{ items, next? }`: pass `next` back as `from` to go on. Errors come
 * as `{ error }` with status 400 (what is wrong with the request), 404 or 500.
 */
export function apiRoutes(desk: Desk): Hono {
  const app = new Hono();
  const query = (c: Context) => c.req.query();
  const missing = (c: Context, what: string) =>
    c.json({ error: `No ${what} with the id "${c.req.param('id') ?? c.req.param('key')}".` }, 404);

  app.get('/', (c) => c.json({ name: 'warraq', endpoints: contents }));

  app.get('/articles', async (c) => {
    const options = readParameters(listParameters, query(c));
    const page = await desk.latest(given({ ...options, foldCopies: true }));
    return c.json({ ...page, items: page.items.map(entryJson) });
  });

  app.get('/articles/:id', async (c) => {
    const page = await desk.articlePage(c.req.param('id'));
    return page ? c.json(articleJson(page)) : missing(c, 'article');
  });

  app.get('/articles/:id/similar', async (c) => {
    const { sort } = readParameters(similarParameters, query(c));
    const page = await desk.articlePage(c.req.param('id'), { sort });
    return page
      ? c.json({ id: page.stored.article.id, items: similarJson(page) })
      : missing(c, 'article');
  });

  app.get('/search', async (c) => {
    const { q, ...options } = readParameters(searchParameters, query(c));
    const { entries, ...rest } = await desk.search(q, given(options));
    return c.json({ query: q, ...rest, items: entries.map(searchEntryJson) });
  });

  app.get('/stories', async (c) => {
    const { limit } = readParameters(countParameters, query(c));
    return c.json({ items: (await desk.topStories(limit)).map(storyJson) });
  });

  app.get('/stories/:id', async (c) => {
    const story = await desk.storyPage(c.req.param('id'));
    if (!story) return missing(c, 'story');
    const brief = await desk.storyBrief(story.id);
    return c.json({ ...storyJson(story), brief: brief.map(storyBriefJson) });
  });

  app.get('/rising', async (c) => {
    const { limit } = readParameters(countParameters, query(c));
    const { span, items } = await desk.rising(limit);
    return c.json({ ...span, items: items.map(risingJson) });
  });

  app.get('/keyphrases/:key', async (c) => {
    const options = readParameters(listParameters, query(c));
    const found = await desk.keyphrasePage(
      c.req.param('key'),
      given({ ...options, foldCopies: true }),
    );
    if (!found) return missing(c, 'keyphrase');
    const { page, ...rest } = found;
    return c.json({ ...rest, ...page, items: page.items.map(entryJson) });
  });

  app.get('/entities/:key', async (c) => {
    const options = readParameters(listParameters, query(c));
    const found = await desk.entityPage(
      c.req.param('key'),
      given({ ...options, foldCopies: true }),
    );
    if (!found) return missing(c, 'entity');
    const { page, ...rest } = found;
    return c.json({ ...rest, ...page, items: page.items.map(entryJson) });
  });

  app.get('/sources', async (c) => c.json({ items: await desk.store.sources() }));

  app.get('/sources/:id', async (c) => {
    const options = readParameters(listParameters, query(c));
    const found = await desk.sourcePage(c.req.param('id'), given({ ...options, foldCopies: true }));
    if (!found) return missing(c, 'source');
    return c.json({
      source: found.source,
      ...found.page,
      items: found.page.items.map(entryJson),
    });
  });

  app.notFound((c) =>
    c.json({ error: `No such address: ${c.req.path}. GET /api lists what there is.` }, 404),
  );
  return app;
}
