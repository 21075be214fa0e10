import { Hono } from 'hono';
import { etag } from 'hono/etag';
import { HTTPException } from 'hono/http-exception';
import type { Announcements } from '../collect/websub.js';
import type { Desk } from '../desk.js';
import type { SourceDesk } from '../desk/source-desk.js';
import { apiRoutes } from './api/routes.js';
import { loadAssets } from './assets.js';
import { feedRoutes } from './feeds-out/routes.js';
import { compress } from './http/compress.js';
import { BadParameter } from './http/parameters.js';
import { securityHeaders } from './http/security.js';
import { MessagePage, messages } from './pages/message.js';
import { pageRoutes } from './pages/routes.js';
import type { View } from './parts/view.js';
import { sourceApi } from './sources/api.js';
import { sourceRoutes } from './sources/routes.js';
import type { SourceTools } from './sources/tools.js';
import { websubRoutes } from './sources/websub-routes.js';
import { timeWriter } from './wording/times.js';

export interface AppOptions {
  /** IANA name; times of day are shown in it. Default: the machine's own. */
  timeZone?: string;
  /** Our absolute address, for feeds behind a proxy (`https://news.example.org`). Default: as each request says. */
  publicUrl?: string;
  /** What is collected; without it the pages and the API show sources and change none. */
  sources?: SourceDesk;
  /** Where hubs announce news; without it, they cannot. */
  announcements?: Announcements;
  /** Whether readers may change the sources. Default: they may. */
  manage?: boolean;
  /** The clock; for tests. */
  now?: () => Date;
  /** Told of every fault that ended in a 500. Default: printed to stderr. */
  onFault?: (error: Error, path: string) => void;
}

/** How long the answer to 'is there a sample still?' is kept; counting sources reads them all. */
const sampleMemory = 3_000;

/**
 * The reader, the JSON API under `/api`, the feeds and `/health` over an open desk, as a Hono
 * application: `app.request('/')` answers without a network.
 * @throws where a typeface package or a file of ours is missing
 */
export function createApp(desk: Desk, options: AppOptions = {}): Hono {
  const app = new Hono();
  const assets = loadAssets();
  const timeZone = options.timeZone ?? new Intl.DateTimeFormat().resolvedOptions().timeZone;
  const times = timeWriter(timeZone, options.now ?? (() => new Date()));
  const onFault =
    options.onFault ?? ((error, path) => console.error(`warraq serve: ${path}: ${error.stack}`));

  let sample: { is: boolean; until: number } | undefined;
  const view = async (): Promise<View> => {
    if (!sample || sample.until < Date.now()) {
      const sources = await desk.store.sources();
      const is = sources.some((source) => source.sample === true && source.articles > 0);
      sample = { is, until: Date.now() + sampleMemory };
    }
    return { assets, times, hasSample: sample.is };
  };
  /** A View that cannot fail, for pages that say what failed. */
  const plainView: View = { assets, times, hasSample: false };

  app.use(securityHeaders);
  app.get('/assets/:name', (c) => {
    const found = assets.respond(c.req.param('name'), c.req.header('accept-encoding'));
    return found ?? c.text('No such asset.', 404);
  });
  app.use(compress);
  app.use(etag({ weak: true }));
  app.use(async (c, next) => {
    await next();
    if (!c.res.headers.has('cache-control')) c.header('Cache-Control', 'no-cache');
  });

  app.get('/health', async (c) => {
    try {
      const { articles, sources, schema } = await desk.store.stats();
      return c.json({ status: 'ok', articles, sources, schema });
    } catch (error) {
      onFault(asError(error), '/health');
      return c.json({ status: 'failing', error: 'The store does not answer.' }, 503);
    }
  });
  app.get('/favicon.ico', (c) => c.redirect(assets.icon, 302));
  // The texts are their publishers': a desk that is open to the world is not for search engines.
  app.get('/robots.txt', (c) => c.text('User-agent: *\nDisallow: /\n'));

  const publicUrl = options.publicUrl?.replace(/\/+$/, '');
  const sources: SourceTools = {
    desk,
    sources: options.sources,
    manage: options.manage ?? true,
    hosts: publicUrl ? [new URL(publicUrl).host] : [],
  };
  app.route('/api', sourceApi(sources));
  app.route('/api', apiRoutes(desk));
  app.route('/', feedRoutes(desk, publicUrl));
  app.route('/', sourceRoutes(sources, view));
  if (options.announcements) app.route('/', websubRoutes(options.announcements));
  app.route('/', pageRoutes(desk, { view, sampleRemoved: () => (sample = undefined) }));

  app.notFound((c) => {
    if (isApi(c.req.path))
      return c.json(
        { error: `No such address: ${c.req.path}. GET /api lists what there is.` },
        404,
      );
    c.status(404);
    return c.html(<MessagePage view={plainView} message={messages.notFound} />);
  });

  app.onError((error, c) => {
    const status = error instanceof HTTPException ? error.status : 500;
    if (status === 500) onFault(error, c.req.path);
    if (isApi(c.req.path)) {
      const message = status === 500 ? 'The server failed; its output says why.' : error.message;
      return c.json({ error: message }, status);
    }
    c.status(status);
    const message = status === 500 ? messages.failed : messages.badRequest;
    const detail = error instanceof BadParameter ? error.message : undefined;
    return c.html(<MessagePage view={plainView} message={message} detail={detail} />);
  });
  return app;
}

function isApi(path: string): boolean {
  return path === '/api' || path.startsWith('/api/');
}

function asError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown));
}
