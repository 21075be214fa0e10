import { Hono } from 'hono';
import type { Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { z } from 'zod';
import { bundles, toSubscription } from '../../collect/publishers.js';
import { BadParameter } from '../http/parameters.js';
import { readChosen } from './chosen.js';
import { changeable, largestBody, type SourceTools } from './tools.js';

const many = z.object({ sources: z.array(z.unknown()).min(1).max(5000) });
const asked = z.object({ address: z.string().trim().min(1).max(2000) });
const change = z.object({
  name: z.string().trim().min(1).max(300).optional(),
  folders: z.array(z.string().trim().min(1).max(100)).max(8).optional(),
  paused: z.boolean().optional(),
});

/** The API of what is collected. Changes want JSON, and a desk that allows them (403 otherwise). */
export function sourceApi(tools: SourceTools): Hono {
  const app = new Hono();
  const refused = (c: Context) =>
    c.json(
      {
        error:
          'This desk does not take changes from here. Start it with --manage, name its address with --public-url, and send JSON.',
      },
      403,
    );
  const missing = (c: Context) =>
    c.json({ error: `No subscription with the id "${c.req.param('id')}".` }, 404);
  app.use('/subscriptions/*', bodyLimit({ maxSize: largestBody }));

  app.get('/subscriptions', async (c) => c.json({ items: (await tools.sources?.list()) ?? [] }));

  app.get('/subscriptions.opml', async (c) => {
    const opml = (await tools.sources?.exportOpml('Warraq')) ?? '';
    return c.body(opml, 200, { 'content-type': 'text/x-opml; charset=utf-8' });
  });

  app.get('/bundles', (c) =>
    c.json({
      items: bundles().map(({ publishers, ...bundle }) => ({
        ...bundle,
        publishers: publishers.map((publisher) => ({
          ...publisher,
          id: toSubscription(publisher).id,
        })),
      })),
    }),
  );

  app.post('/subscriptions/find', async (c) => {
    const sources = changeable(c, tools);
    if (!sources) return refused(c);
    const { address } = await body(c, asked);
    const looked = await sources.find(address);
    if ('failure' in looked) {
      const { code, arabic, english } = looked;
      return c.json({ error: english, code, arabic }, 422);
    }
    return c.json({ items: looked.found });
  });

  app.post('/subscriptions', async (c) => {
    const sources = changeable(c, tools);
    if (!sources) return refused(c);
    const chosen = (await body(c, many)).sources.map(readChosen);
    return c.json({ added: await sources.keep(chosen) }, 201);
  });

  app.get('/subscriptions/:id', async (c) => {
    const health = await tools.sources?.get(c.req.param('id'));
    return health ? c.json(health) : missing(c);
  });

  app.post('/subscriptions/:id/retry', async (c) => {
    const sources = changeable(c, tools);
    if (!sources) return refused(c);
    return (await sources.retry(c.req.param('id'))) ? c.json({ due: 'now' }) : missing(c);
  });

  app.patch('/subscriptions/:id', async (c) => {
    const sources = changeable(c, tools);
    if (!sources) return refused(c);
    const id = c.req.param('id');
    const wanted = Object.fromEntries(
      Object.entries(await body(c, change)).filter(([, value]) => value !== undefined),
    );
    return (await sources.change(id, wanted)) ? c.json(await sources.get(id)) : missing(c);
  });

  app.delete('/subscriptions/:id', async (c) => {
    const sources = changeable(c, tools);
    if (!sources) return refused(c);
    const removed = await sources.remove(c.req.param('id'), c.req.query('articles') === 'true');
    return removed ? c.json(removed) : missing(c);
  });

  return app;
}

async function body<T extends z.ZodType>(c: Context, schema: T): Promise<z.infer<T>> {
  const given: unknown = await c.req.json().catch(() => {
    throw new BadParameter('The request has no JSON in it.');
  });
  const read = schema.safeParse(given);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new BadParameter(`Unusable request. ${issue?.path.join('.')}: ${issue?.message}.`);
}
