import type {
  ArticlePage,
  ListEntry,
  RisingItem,
  SearchEntry,
  StoryBriefLine,
  StoryPage,
} from '../../desk.js';
import { bodyText } from '../../model/text.js';
import type { ArticleSummary } from '../../store/store.js';
import { articleCount } from '../story-counts.js';

/** JSON of the API: the model's own names, without what is internal to the store (`seq`). */
function summaryJson({ seq: _seq, ...summary }: ArticleSummary) {
  return summary;
}

export function entryJson({ summary, alsoIn }: ListEntry) {
  return { ...summaryJson(summary), alsoIn: alsoIn.map(summaryJson) };
}

export function searchEntryJson({ summary, title, snippet }: SearchEntry) {
  return { ...summaryJson(summary), highlights: { title, snippet } };
}

export function storyJson(story: StoryPage) {
  return { ...story, articles: articleCount(story), entries: story.entries.map(entryJson) };
}

export function storyBriefJson({ text, start, summary }: StoryBriefLine) {
  return { text, article: summary.id, start, end: start + text.length, source: summary.source };
}

export function risingJson({ newest, ...item }: RisingItem) {
  return { ...item, newest: newest ? summaryJson(newest) : null };
}

export function similarJson({ similar }: ArticlePage) {
  return similar.map(({ summary, score, reason }) => ({ ...summaryJson(summary), score, reason }));
}

/** Everything of one article: its text as blocks and as the plain `body` that offsets point into. */
export function articleJson(page: ArticlePage) {
  const { article, keyphrases, entities, brief, topic, relations } = page.stored;
  return {
    ...article,
    body: bodyText(article),
    keyphrases,
    entities,
    brief,
    ...(topic ? { topic } : {}),
    copies: relations.copies ?? null,
    story: page.story ?? null,
    alsoIn: page.alsoIn.map(summaryJson),
    nextRead: page.nextRead
      ? {
          id: page.nextRead.stored.article.id,
          title: page.nextRead.stored.article.title,
          because: page.nextRead.because,
          reason: page.nextRead.reason,
        }
      : null,
  };
}
