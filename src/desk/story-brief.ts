import { briefOfStory } from '../analyse/brief.js';
import type { StoryBriefLine } from '../desk.js';
import type { Relater } from '../relate/relater.js';
import type { ArticleSummary, Store } from '../store/store.js';

/** A brief is chosen from the reports of so many outlets. */
const BRIEF_REPORTS = 12;

/** Sentences of different outlets that tell a story, each with its report. */
export async function storyBrief(
  store: Store,
  relater: Relater,
  story: string,
): Promise<StoryBriefLine[]> {
  const summaries = await store.story(story);
  if (summaries.length < 2) return [];
  const headline = await relater.headline(story);
  const titular = new Set(summaries.filter(({ title }) => title === headline).map(textOf));
  const reports = new Map(oneOfEachOutlet(summaries).map((summary) => [summary.id, summary]));
  const stored = await store.articles([...reports.keys()]);
  const sentences = briefOfStory(
    stored.map(({ article, keyphrases }) => {
      const text = textOf(reports.get(article.id)!);
      const printing = summaries.filter((summary) => textOf(summary) === text);
      return {
        article,
        analysis: { keyphrases },
        printed: new Set(printing.map(({ source }) => source)).size,
        titular: titular.has(text),
      };
    }),
  );
  return sentences.flatMap(({ text, start, article }) => {
    const summary = reports.get(article);
    return summary ? [{ text, start, summary }] : [];
  });
}

/** One for all copies of a text. */
function textOf({ id, copyGroup = id }: ArticleSummary): string {
  return copyGroup;
}

/** By time, copies once, the newest of each outlet before a second of it. */
function oneOfEachOutlet(summaries: ArticleSummary[]): ArticleSummary[] {
  const texts = new Set<string>();
  const originals = summaries.filter((summary) => {
    const text = textOf(summary);
    if (texts.has(text)) return false;
    texts.add(text);
    return true;
  });
  const outlets = new Map<string, number>();
  const turns = [...originals].reverse().map((summary) => {
    const turn = outlets.get(summary.source) ?? 0;
    outlets.set(summary.source, turn + 1);
    return { summary, turn };
  });
  const chosen = new Set(
    turns
      .sort((a, b) => a.turn - b.turn)
      .slice(0, BRIEF_REPORTS)
      .map(({ summary }) => summary),
  );
  return originals.filter((summary) => chosen.has(summary));
}
