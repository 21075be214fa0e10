import { fold } from '../arabic/letters/fold.js';
import type { Article } from '../model/article.js';
import { blockText } from '../model/text.js';

/**
 * What the pages of one host have taught: on how many of them each line stood. A line that stands on many
 * pages is the site's, not an article's. Plain data, kept per source; nothing is learned of what changes.
 */
export interface SiteMemory {
  host: string;
  /** Pages learned from. */
  pages: number;
  /** Folded line → pages that held it. */
  lines: Record<string, number>;
}

/** A line that has been learned, for explaining. */
export interface LearnedLine {
  line: string;
  pages: number;
}

const MOST_LINES = 3000;
const LONGEST_LINE = 400;
/** On how many pages, and on what share of them, a line is the site's. */
const PAGES = 3;
const SHARE = 0.2;

export const lineKey = (text: string): string =>
  fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** A memory with one more page learned; the one given is not changed. */
export function learnSite(
  memory: SiteMemory | undefined,
  host: string,
  article: Pick<Article, 'blocks'>,
): SiteMemory {
  const lines = { ...memory?.lines };
  const keys = new Set(
    article.blocks
      .map(blockText)
      .filter((text) => text && text.length <= LONGEST_LINE)
      .map(lineKey),
  );
  for (const key of keys) if (key) lines[key] = (lines[key] ?? 0) + 1;
  const learned = { host, pages: (memory?.pages ?? 0) + 1, lines };
  return Object.keys(lines).length > MOST_LINES ? forget(learned) : learned;
}

/** Lines seen once go first: what recurs comes back. */
function forget({ host, pages, lines }: SiteMemory): SiteMemory {
  const kept = Object.entries(lines)
    .sort(([, a], [, b]) => b - a)
    .slice(0, MOST_LINES / 2);
  return { host, pages, lines: Object.fromEntries(kept) };
}

/** The lines that are the site's own, most frequent first. */
export function learnedFurniture(memory: SiteMemory | undefined): LearnedLine[] {
  if (!memory) return [];
  const least = Math.max(PAGES, Math.ceil(memory.pages * SHARE));
  return Object.entries(memory.lines)
    .filter(([, pages]) => pages >= least)
    .map(([line, pages]) => ({ line, pages }))
    .sort((a, b) => b.pages - a.pages);
}
