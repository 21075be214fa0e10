import { Hono } from 'hono';
import type { Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { z } from 'zod';
import { bundles, publishers, toSubscription } from '../../collect/publishers.js';
import type { SourceDesk } from '../../desk/source-desk.js';
import { readParameters } from '../http/parameters.js';
import { MessagePage, messages } from '../pages/message.js';
import type { View } from '../parts/view.js';
import { subscriptionPath, withParameters } from '../paths.js';
import { count } from '../wording/counts.js';
import { readChosen, readFolders } from './chosen.js';
import { FoundPage, NothingFoundPage } from './found.js';
import { SourcesPage } from './list.js';
import { StartPage } from './start.js';
import { RemovePage, SubscriptionPage } from './subscription.js';
import { changeable, largestBody, type SourceTools } from './tools.js';

const listParameters = z.object({
  only: z.enum(['failing']).optional(),
  from: z
    .string()
    .regex(/^\d{1,7}$/)
    .optional(),
  done: z.string().max(20).optional(),
  count: z.coerce.number().int().min(0).optional(),
});

/** What was done, told on the page that comes after. */
function doneWords(done: string | undefined, number = 0): string | undefined {
  switch (done) {
    case 'kept':
      return number
        ? `أُضيف ${count(number, 'outlet')}، وتبدأ الزيارة خلال ثوانٍ.`
        : 'لم يُضف شيء: ما اخترته عندك من قبل.';
    case 'nothing':
      return 'لم تختر شيئاً.';
    case 'retry':
      return 'سيُزار خلال ثوانٍ. أعد تحميل الصفحة لترى ما جاء به.';
    case 'paused':
      return 'أُوقفت زيارته، وبقيت أخباره.';
    case 'resumed':
      return 'استؤنفت زيارته.';
    case 'changed':
      return 'حُفظ التغيير.';
    case 'removed':
      return number ? `حُذف المصدر ومعه ${count(number, 'article')}.` : 'حُذف المصدر.';
    default:
      return undefined;
  }
}

type Form = Record<string, string | File | Array<string | File>>;

/** The pages of what is collected. Every change is a POST of a form that answers with a redirect. */
export function sourceRoutes(tools: SourceTools, view: () => Promise<View>): Hono {
  const app = new Hono();
  const { desk } = tools;
  app.use('/sources/*', bodyLimit({ maxSize: largestBody }));

  const refused = async (c: Context) => {
    c.status(403);
    return c.html(<MessagePage view={await view()} message={messages.refusedChange} />);
  };
  const missing = async (c: Context) => {
    c.status(404);
    return c.html(<MessagePage view={await view()} message={messages.notFound} />);
  };
  const keptIds = async () =>
    new Set(((await tools.sources?.list()) ?? []).map(({ subscription }) => subscription.id));
  const form = (c: Context) => c.req.parseBody({ all: true }) as Promise<Form>;
  const back = (c: Context, path: string, done: string, number?: number) =>
    c.redirect(withParameters(path, { done, count: number?.toString() }), 303);
  const change = (path: string, work: (c: Context, sources: SourceDesk) => Promise<Response>) =>
    app.post(path, async (c) => {
      const sources = changeable(c, tools);
      return sources ? work(c, sources) : refused(c);
    });

  app.get('/sources', async (c) => {
    const { only, from, done, count: number } = readParameters(listParameters, c.req.query());
    return c.html(
      <SourcesPage
        view={await view()}
        health={(await tools.sources?.list()) ?? []}
        known={await desk.store.sources()}
        publishers={publishers().length}
        manage={tools.manage && tools.sources !== undefined}
        done={doneWords(done, number)}
        only={only}
        from={from}
      />,
    );
  });

  app.get('/sources/start', async (c) =>
    tools.manage && tools.sources
      ? c.html(<StartPage view={await view()} kept={await keptIds()} />)
      : refused(c),
  );

  app.get('/sources/warraq.opml', async (c) => {
    if (!tools.sources) return missing(c);
    return c.body(await tools.sources.exportOpml('ورّاق'), 200, {
      'content-type': 'text/x-opml; charset=utf-8',
      'content-disposition': 'attachment; filename="warraq.opml"',
    });
  });

  change('/sources/find', async (c, sources) => {
    const written =
      texts(await form(c), 'address')[0]
        ?.trim()
        .slice(0, 2000) ?? '';
    if (!written) return c.redirect('/sources', 303);
    const looked = await sources.find(written);
    if (!('failure' in looked))
      return c.html(
        <FoundPage
          view={await view()}
          written={written}
          found={looked.found}
          kept={await keptIds()}
        />,
      );
    c.status(422);
    return c.html(<NothingFoundPage view={await view()} written={written} failure={looked} />);
  });

  change('/sources/keep', async (c, sources) => {
    const given = await form(c);
    const folders = readFolders(texts(given, 'folder')[0] ?? '');
    const chosen = texts(given, 'chosen').map((text) => ({
      ...readChosen(parsed(text)),
      ...(folders.length ? { folders } : {}),
    }));
    if (!chosen.length) return back(c, '/sources', 'nothing');
    return back(c, '/sources', 'kept', await sources.keep(chosen));
  });

  change('/sources/choose', async (c, sources) => {
    const given = await form(c);
    const ids = new Set(texts(given, 'publisher'));
    const names = new Set(texts(given, 'bundle'));
    for (const bundle of bundles())
      if (names.has(bundle.id))
        for (const publisher of bundle.publishers) ids.add(toSubscription(publisher).id);
    if (!ids.size) return back(c, '/sources', 'nothing');
    return back(c, '/sources', 'kept', await sources.keepCurated(ids));
  });

  change('/sources/opml', async (c, sources) => {
    const file = (await form(c))['opml'];
    if (!(file instanceof File) || !file.size) return back(c, '/sources', 'nothing');
    const read = await sources.importOpml(new Uint8Array(await file.arrayBuffer()));
    if (!('reason' in read)) return back(c, '/sources', 'kept', read.added);
    c.status(422);
    return c.html(
      <MessagePage view={await view()} message={messages.badOpml} detail={read.reason} />,
    );
  });

  app.get('/sources/:id', async (c) => {
    const health = await tools.sources?.get(c.req.param('id'));
    if (!health) return missing(c);
    const { done, count: number } = readParameters(listParameters, c.req.query());
    return c.html(
      <SubscriptionPage
        view={await view()}
        health={health}
        manage={tools.manage}
        done={doneWords(done, number)}
      />,
    );
  });

  app.get('/sources/:id/remove', async (c) => {
    if (!tools.manage) return refused(c);
    const id = c.req.param('id');
    const health = await tools.sources?.get(id);
    if (!health) return missing(c);
    const known = (await desk.store.sources()).find((source) => source.id === health.source);
    const shared = ((await tools.sources?.list()) ?? []).some(
      (one) => one.subscription.id !== id && one.source && one.source === health.source,
    );
    return c.html(
      <RemovePage
        view={await view()}
        health={health}
        articles={known?.articles ?? 0}
        shared={shared}
      />,
    );
  });

  change('/sources/:id/remove', async (c, sources) => {
    const withArticles = texts(await form(c), 'articles')[0] === 'yes';
    const removed = await sources.remove(idOf(c), withArticles);
    return removed ? back(c, '/sources', 'removed', removed.articles) : missing(c);
  });

  change('/sources/:id/retry', async (c, sources) =>
    (await sources.retry(idOf(c))) ? back(c, subscriptionPath(idOf(c)), 'retry') : missing(c),
  );
  change('/sources/:id/pause', async (c, sources) =>
    (await sources.change(idOf(c), { paused: true }))
      ? back(c, subscriptionPath(idOf(c)), 'paused')
      : missing(c),
  );
  change('/sources/:id/resume', async (c, sources) =>
    (await sources.change(idOf(c), { paused: false }))
      ? back(c, subscriptionPath(idOf(c)), 'resumed')
      : missing(c),
  );
  change('/sources/:id/change', async (c, sources) => {
    const given = await form(c);
    const name = texts(given, 'name')[0]?.trim().slice(0, 300);
    const folders = readFolders(texts(given, 'folder')[0] ?? '');
    return (await sources.change(idOf(c), { ...(name ? { name } : {}), folders }))
      ? back(c, subscriptionPath(idOf(c)), 'changed')
      : missing(c);
  });

  return app;
}

const idOf = (c: Context): string => c.req.param('id') ?? '';

/** The values of a field, however often it was sent. */
function texts(form: Form, name: string): string[] {
  const given = form[name];
  return [given].flat().filter((value) => typeof value === 'string');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
