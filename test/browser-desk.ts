import type { Desk, ListEntry, StoryPage } from '../src/desk.js';
import type { Entity, EntityType, Keyphrase } from '../src/model/analysis.js';
import type { Article } from '../src/model/article.js';
import { testArticle } from '../src/model/testing.js';
import { bodyText } from '../src/model/text.js';
import type { ArticleSummary, ListOptions, Store, StoredArticle } from '../src/store/store.js';
import { drafts, hoursAgo, sources, type Draft } from './browser-articles.js';

function article(draft: Draft): Article {
  const source = sources.find((each) => each.id === draft.source)!;
  return testArticle(draft.title, draft.blocks, {
    id: draft.id,
    source: source.id,
    sourceName: source.name,
    url: `https://${source.id}/news/${encodeURIComponent(draft.id)}`,
    published: hoursAgo(draft.hours),
    collected: hoursAgo(draft.hours),
    ...draft.more,
  });
}

function stored(draft: Draft, seq: number): StoredArticle {
  const made = article(draft);
  const body = bodyText(made);
  const names = draft.names ?? [];
  const phrase = (text: string, index: number): Keyphrase => ({
    text,
    key: text.replaceAll(' ', '_'),
    score: 1 / (index + 1),
    places: [],
  });
  const entity = ([type, name]: [EntityType, string]): Entity => {
    const start = Math.max(0, body.indexOf(name));
    const key = name.replaceAll(' ', '_');
    return { type, name, key, text: name, field: 'body', start, end: start + name.length };
  };
  const paragraphs = made.blocks.filter((block) => block.type === 'paragraph');
  return {
    seq,
    article: made,
    keyphrases: (draft.keyphrases ?? []).map(phrase),
    entities: names.map(entity),
    brief: (draft.brief ?? []).flatMap((index) => {
      const text = paragraphs[Math.min(index, paragraphs.length - 1)]?.text ?? '';
      const start = body.indexOf(text);
      return [{ field: 'body' as const, start, end: start + text.length, text }];
    }),
    ...(draft.topic ? { topic: draft.topic } : {}),
    relations: {
      story: draft.story,
      ...(draft.copyOf
        ? { copies: { group: draft.copyOf, original: draft.copyOf, how: 'edited' as const } }
        : {}),
    },
  };
}

/** A desk in memory with a few articles of every kind, for the tests of pages, API and feeds. */
export function browserDesk(which: { empty?: boolean } = {}): Desk {
  let kept = which.empty ? [] : drafts.map(stored);
  const summary = ({ seq, article: made, relations, topic }: StoredArticle): ArticleSummary => ({
    seq,
    id: made.id,
    title: made.title,
    source: made.source,
    sourceName: made.sourceName,
    collected: made.collected,
    lead: bodyText(made).slice(0, 220),
    story: relations.story,
    ...(made.url ? { url: made.url } : {}),
    ...(made.published ? { published: made.published } : {}),
    ...(relations.copies ? { copyGroup: relations.copies.group } : {}),
    ...(topic ? { topic } : {}),
    ...(made.sample ? { sample: true } : {}),
  });
  const newestFirst = (list: StoredArticle[]) =>
    [...list].sort((a, b) => b.article.collected.localeCompare(a.article.collected));
  const entries = (list: StoredArticle[]): ListEntry[] =>
    list
      .filter((each) => !each.relations.copies)
      .map((each) => ({
        summary: summary(each),
        alsoIn: kept
          .filter((copy) => copy.relations.copies?.original === each.article.id)
          .map(summary),
      }));
  const page = (list: StoredArticle[], options: ListOptions = {}) => {
    const start = Number(options.from ?? 0);
    const end = start + (options.limit ?? 30);
    const all = entries(newestFirst(list)).filter(
      ({ summary: each }) => !options.topic || each.topic === options.topic,
    );
    return { items: all.slice(start, end), ...(end < all.length ? { next: String(end) } : {}) };
  };
  const story = (id: string): StoryPage | undefined => {
    const of = newestFirst(kept.filter((each) => each.relations.story === id)).reverse();
    const last = of.at(-1);
    const first = of[0];
    if (!first || !last) return undefined;
    return {
      id,
      title: of.find((each) => each.keyphrases.length > 3)?.article.title ?? first.article.title,
      names: [...new Set(of.flatMap((each) => each.entities.map((entity) => entity.name)))],
      terms: [...new Set(of.flatMap((each) => each.keyphrases.map((phrase) => phrase.text)))],
      outlets: new Set(of.map((each) => each.article.source)).size,
      first: first.article.collected,
      last: last.article.collected,
      entries: entries(of),
      earlier:
        id === 'quake' ? [{ id: 'truce', title: 'هدنة جزر المرجان', last: hoursAgo(14) }] : [],
      later:
        id === 'quake'
          ? [{ id: 'bank', title: 'البنك يمهل المتضررين من الزلزال', last: hoursAgo(1) }]
          : [],
    };
  };
  const perDay = (list: StoredArticle[]) => {
    const days = new Map<string, number>([
      ['2026-03-02', 3],
      ['2026-03-05', 1],
      ['2026-03-09', 6],
    ]);
    for (const each of list) {
      const day = each.article.collected.slice(0, 10);
      days.set(day, (days.get(day) ?? 0) + 1);
    }
    return [...days].map(([day, articles]) => ({ day, articles }));
  };
  const storiesOf = (list: StoredArticle[]) =>
    [...new Set(list.map((each) => each.relations.story))].flatMap((id) => {
      const found = story(id);
      const articles = list.filter((each) => each.relations.story === id).length;
      return found && articles > 1 ? [{ id, title: found.title, articles, last: found.last }] : [];
    });
  const store = {
    sources: async () =>
      sources
        .map((source) => {
          const of = newestFirst(kept.filter((each) => each.article.source === source.id));
          const latest = of[0]?.article.collected;
          return { ...source, articles: of.length, ...(latest ? { latest } : {}) };
        })
        .filter((source) => source.articles > 0),
    stats: async () => ({ articles: kept.length, sources: sources.length, bytes: 0, schema: 1 }),
  } as Partial<Store> as Store;

  return {
    store,
    siteRules: new Map(),
    relater: undefined as unknown as Desk['relater'],
    removeArticlesOf: async () => 0,
    tidy: async () => {},
    latest: async (options) => page(kept, options),
    topStories: async (limit) =>
      [...new Set(kept.map((each) => each.relations.story))]
        .flatMap((id) => story(id) ?? [])
        .filter((each) => !['hostile', 'english'].includes(each.id))
        .sort((a, b) => b.outlets - a.outlets || b.last.localeCompare(a.last))
        .slice(0, limit),
    articlePage: async (id, options) => {
      const found = kept.find((each) => each.article.id === id);
      if (!found) return undefined;
      const original = found.relations.copies?.original ?? id;
      const group = (each: StoredArticle) => each.relations.copies?.original ?? each.article.id;
      const ofStory = story(found.relations.story)!;
      const next = kept.find((each) => each.article.id === 'relief');
      const similar = kept
        .filter((each) => group(each) !== original && !each.relations.copies && each !== next)
        .filter((each) => each.topic === found.topic)
        .map((each, index) => ({
          summary: summary(each),
          score: 0.9 - index / 10,
          reason: { about: ['زلزال الوادي'], text: 'عن: زلزال الوادي، إقليم الوادي' },
        }));
      if (options?.sort === 'date')
        similar.sort((a, b) => b.summary.collected.localeCompare(a.summary.collected));
      else similar.reverse();
      return {
        stored: found,
        source: sources.find((each) => each.id === found.article.source),
        alsoIn: kept.filter((each) => each !== found && group(each) === original).map(summary),
        story: {
          id: ofStory.id,
          title: ofStory.title,
          articles: kept.filter((each) => each.relations.story === ofStory.id).length,
          outlets: ofStory.outlets,
        },
        nextRead:
          next && found !== next && found.relations.story === 'quake'
            ? {
                stored: next,
                because: 'development',
                reason: {
                  about: ['القرى الجبلية'],
                  text: 'عن: القرى الجبلية، المساعدات الإنسانية',
                },
              }
            : undefined,
        similar,
      };
    },
    storyPage: async (id) => story(id),
    keyphrasePage: async (key, options) => {
      const list = kept.filter((each) => each.keyphrases.some((phrase) => phrase.key === key));
      const text = list[0]?.keyphrases.find((phrase) => phrase.key === key)?.text;
      if (text === undefined) return undefined;
      return {
        key,
        text,
        articles: list.length,
        perDay: perDay(list),
        stories: storiesOf(list),
        page: page(list, options),
      };
    },
    entityPage: async (key, options) => {
      const list = kept.filter((each) => each.entities.some((entity) => entity.key === key));
      const entity = list[0]?.entities.find((each) => each.key === key);
      if (!entity) return undefined;
      const { name, type } = entity;
      return {
        key,
        name,
        type,
        articles: list.length,
        perDay: perDay(list),
        related: [],
        stories: storiesOf(list),
        page: page(list, options),
      };
    },
    storyBrief: async (id) => {
      const [first, second] = kept.filter((each) => each.relations.story === id);
      return [first, second].flatMap((each) =>
        each
          ? [{ text: `${bodyText(each.article).slice(0, 80)}…`, start: 0, summary: summary(each) }]
          : [],
      );
    },
    rising: async (limit) => {
      const quake = kept.filter((each) => each.relations.story === 'quake');
      const last = quake.at(-1);
      if (!last) return { items: [] };
      const item = {
        kind: 'keyphrase' as const,
        key: 'زلزال_الوادي',
        text: 'زلزال الوادي',
        outlets: 4,
        articles: 6,
        usual: 0.2,
        score: 30,
        newest: summary(last),
      };
      const place = {
        kind: 'entity' as const,
        key: 'إقليم_الوادي',
        text: 'إقليم الوادي',
        type: 'place' as const,
        outlets: 3,
        articles: 5,
        usual: 1.1,
        score: 12,
      };
      const span = { since: hoursAgo(24), until: hoursAgo(0) };
      return { span, items: [item, place].slice(0, limit) };
    },
    sourcePage: async (id, options) => {
      const source = sources.find((each) => each.id === id);
      if (!source) return undefined;
      return {
        source,
        page: page(
          kept.filter((each) => each.article.source === id),
          options,
        ),
      };
    },
    search: async (text, options) => {
      const mark = (whole: string) => {
        const start = whole.indexOf(text);
        return { text: whole, hits: start < 0 ? [] : [{ start, end: start + text.length }] };
      };
      const found = newestFirst(kept).filter(({ article: made }) =>
        `${made.title}\n${bodyText(made)}`.includes(text),
      );
      if (options?.sort !== 'date') found.reverse();
      return {
        total: found.length,
        entries: found.map((each) => ({
          summary: summary(each),
          alsoIn: [],
          title: mark(each.article.title),
          snippet: mark(bodyText(each.article).slice(0, 240)),
        })),
      };
    },
    removeSample: async () => {
      const before = kept.length;
      kept = kept.filter((each) => !each.article.sample);
      return before - kept.length;
    },
    close: async () => undefined,
  };
}
