import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Announcements } from '../../collect/websub.js';
import { largestBody } from './tools.js';

/** Where hubs confirm subscriptions and announce news. */
export function websubRoutes(announcements: Announcements): Hono {
  const app = new Hono();
  app.get('/websub/:id/:token', async (c) => {
    const { id, token } = c.req.param();
    const challenge = await announcements.confirm(id, token, c.req.query());
    return challenge === undefined ? c.text('Not asked for.', 404) : c.text(challenge);
  });
  app.post('/websub/:id/:token', bodyLimit({ maxSize: largestBody }), async (c) => {
    const { id, token } = c.req.param();
    const body = new Uint8Array(await c.req.arrayBuffer());
    const signature = c.req.header('x-hub-signature');
    const known = await announcements.announced(id, token, signature, body);
    return known ? c.body(null, 202) : c.text('No longer wanted.', 410);
  });
  return app;
}
