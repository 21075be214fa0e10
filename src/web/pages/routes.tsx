import { Hono } from 'hono';
import type { Context } from 'hono';
import { z } from 'zod';
import type { Desk } from '../../desk.js';
import {
  given,
  listParameters,
  readParameters,
  searchParameters,
  similarParameters,
} from '../http/parameters.js';
import { isSameOrigin } from '../http/security.js';
import type { View } from '../parts/view.js';
import { entityPath, keywordPath, storyPath, risingPath } from '../paths.js';
import { entityKinds } from '../wording/names.js';
import { ArticlePage } from './article.js';
import { FrontPage } from './front.js';
import { MessagePage, messages } from './message.js';
import { RisingPage } from './rising.js';
import { SearchPage } from './search.js';
import { SourcePage } from './source.js';
import { StoryPage } from './story.js';
import { SubjectPage } from './subject.js';

const topStories = 7;
const risingOnFront = 10;
const risingOnPage = 30;
const pageParameters = listParameters.pick({ from: true });
const frontParameters = listParameters.pick({ from: true, topic: true });
const pageSearch = searchParameters.extend({ q: z.string().trim().max(500).default('') });

/** What the pages need of the application: a fresh View, and to be told when the sample is gone. */
interface PageTools {
  view(): Promise<View>;
  sampleRemoved(): void;
}

/** The reader's pages. Each asks the desk one question and shows the answer. */
export function pageRoutes(desk: Desk, tools: PageTools): Hono {
  const app = new Hono();

  app.get('/', async (c) => {
    const { from, topic } = readParameters(frontParameters, c.req.query());
    const plain = from === undefined && topic === undefined;
    const [view, stories, rising, latest] = await Promise.all([
      tools.view(),
      plain ? desk.topStories(topStories) : [],
      plain ? desk.rising(risingOnFront) : { items: [] },
      desk.latest(given({ limit: 30, foldCopies: true, from, topic })),
    ]);
    return c.html(
      <FrontPage
        view={view}
        stories={stories}
        rising={rising.items}
        latest={latest}
        topic={topic}
        from={from}
      />,
    );
  });

  app.get(risingPath, async (c) => {
    const rising = await desk.rising(risingOnPage);
    return c.html(<RisingPage view={await tools.view()} rising={rising} />);
  });

  app.get('/article/:id', async (c) => {
    const { sort } = readParameters(similarParameters, c.req.query());
    const data = await desk.articlePage(c.req.param('id'), { sort });
    if (!data) return notFound(c, await tools.view());
    return c.html(<ArticlePage view={await tools.view()} data={data} sort={sort} />);
  });

  app.get('/story/:id', async (c) => {
    const story = await desk.storyPage(c.req.param('id'));
    if (!story) return notFound(c, await tools.view());
    if (story.id !== c.req.param('id')) return c.redirect(storyPath(story.id));
    return c.html(
      <StoryPage view={await tools.view()} story={story} brief={await desk.storyBrief(story.id)} />,
    );
  });

  app.get('/keyword/:key', async (c) => {
    const { from } = readParameters(pageParameters, c.req.query());
    const found = await desk.keyphrasePage(
      c.req.param('key'),
      given({ limit: 30, foldCopies: true, from }),
    );
    if (!found) return notFound(c, await tools.view());
    const path = keywordPath(found.key);
    const subject = { ...found, kind: 'كلمة دلالية', name: found.text };
    return c.html(
      <SubjectPage
        view={await tools.view()}
        subject={subject}
        path={path}
        feed={`${path}/feed`}
        from={from}
      />,
    );
  });

  app.get('/entity/:key', async (c) => {
    const { from } = readParameters(pageParameters, c.req.query());
    const found = await desk.entityPage(
      c.req.param('key'),
      given({ limit: 30, foldCopies: true, from }),
    );
    if (!found) return notFound(c, await tools.view());
    const path = entityPath(found.key);
    const subject = { ...found, kind: entityKinds[found.type] };
    return c.html(
      <SubjectPage
        view={await tools.view()}
        subject={subject}
        path={path}
        feed={`${path}/feed`}
        from={from}
      />,
    );
  });

  app.get('/source/:id', async (c) => {
    const { from } = readParameters(pageParameters, c.req.query());
    const found = await desk.sourcePage(
      c.req.param('id'),
      given({ limit: 30, foldCopies: true, from }),
    );
    if (!found) return notFound(c, await tools.view());
    return c.html(
      <SourcePage view={await tools.view()} source={found.source} page={found.page} from={from} />,
    );
  });

  app.get('/search', async (c) => {
    const { q, sort, from, limit } = readParameters(pageSearch, c.req.query());
    const found = q === '' ? undefined : await desk.search(q, given({ sort, from, limit }));
    return c.html(
      <SearchPage view={await tools.view()} query={q} sort={sort} from={from} found={found} />,
    );
  });

  app.post('/sample/remove', async (c) => {
    if (!isSameOrigin(c.req.raw.headers)) {
      c.status(403);
      return c.html(<MessagePage view={await tools.view()} message={messages.refused} />);
    }
    await desk.removeSample();
    tools.sampleRemoved();
    return c.redirect('/', 303);
  });

  return app;
}

function notFound(c: Context, view: View): Response | Promise<Response> {
  c.status(404);
  return c.html(<MessagePage view={view} message={messages.notFound} />);
}
