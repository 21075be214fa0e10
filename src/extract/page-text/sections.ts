import type { LabelKind } from '../lines/label-words.js';
import { labelOf } from '../lines/labels.js';
import { countWords, endsSentence, isBullet, looksLikeHeading } from '../lines/shape.js';

/** A run of lines under one label. The first section of a page is always its body. */
export interface Section {
  kind: Exclude<LabelKind, 'furniture' | 'next' | 'end'> | 'body';
  lines: string[];
}

/** Labels that stand below an article, never within it. */
const AFTER_ARTICLE = new Set<LabelKind>(['tags', 'similar', 'end']);
/** Labels whose content is one line. */
const ONE_LINE = new Set<LabelKind>(['byline', 'date', 'section']);
const PARAGRAPH = 120;
/** No article has more lines; a hostile page may. */
const MOST_LINES = 10_000;
/** How far the end of an article is looked for. */
const LOOK_AHEAD = 500;

/**
 * The lines of a page by the labels that they stand under.
 * 'Read also' within an article takes only the titles below it; after the article's end it takes all.
 */
export function splitSections(all: readonly string[]): Section[] {
  const lines = all.slice(0, MOST_LINES);
  const firstParagraph = lines.findIndex((line) => line.length >= PARAGRAPH);
  // Does a source line above the article stand here? Then paragraphs of the article follow it.
  const resumes = (at: number) => firstParagraph < 0 || firstParagraph >= at;
  const sections: Section[] = [{ kind: 'body', lines: [] }];
  let ended = false;
  for (const [at, line] of lines.entries()) {
    const current = sections.at(-1)!;
    const label = line ? labelOf(line) : undefined;
    if (label && accepts(label.kind, label.rest, current, lines, at)) {
      if (label.kind === 'furniture' || label.kind === 'next') continue;
      if (label.kind === 'end') {
        if (!sections.some(({ lines: read }) => read.some((text) => text.length >= PARAGRAPH)))
          continue;
        ended = true;
        sections.push({ kind: 'similar', lines: [] });
        continue;
      }
      ended ||= AFTER_ARTICLE.has(label.kind) || (label.kind === 'source' && !resumes(at));
      sections.push({ kind: label.kind, lines: label.rest ? [label.rest] : [] });
      continue;
    }
    if (!line) {
      if (closesAtGap(current)) sections.push({ kind: 'body', lines: [] });
      else current.lines.push('');
      continue;
    }
    if (
      current.kind === 'read-also' &&
      !ended &&
      current.lines.some(Boolean) &&
      !isTitle(line) &&
      inArticle(lines, at)
    )
      sections.push({ kind: 'body', lines: [line] });
    else if (ONE_LINE.has(current.kind as LabelKind) && current.lines.some(Boolean))
      sections.push({ kind: 'body', lines: [line] });
    else if (current.kind === 'source' && current.lines.some(Boolean))
      sections.push({ kind: ended ? 'similar' : 'body', lines: [line] });
    else current.lines.push(line);
  }
  return afterEnd(sections);
}

/** A one-line label («تاريخ», «كتب») counts with its value on the line, below a paragraph: above it, the head is read. */
function accepts(
  kind: LabelKind,
  rest: string,
  current: Section,
  lines: readonly string[],
  at: number,
): boolean {
  if (kind === 'byline' || kind === 'date' || kind === 'section')
    return (
      rest !== '' &&
      rest.length <= 100 &&
      current.kind === 'body' &&
      current.lines.some((line) => line.length >= PARAGRAPH)
    );
  if (kind === 'source')
    return (
      rest.length <= 80 && (rest !== '' || (lines[at + 1] ?? lines[at + 2] ?? '').length <= 60)
    );
  if (kind === 'furniture' || kind === 'next') return !rest || countWords(rest) <= 4;
  if (kind === 'read-also' || kind === 'similar') return rest.length <= 250;
  return true;
}

function closesAtGap({ kind, lines }: Section): boolean {
  return (ONE_LINE.has(kind as LabelKind) || kind === 'source') && lines.some(Boolean);
}

const isTitle = (line: string): boolean =>
  isBullet(line) || (looksLikeHeading(line) && !endsSentence(line));

/** Is the article still going on at this line: does its end come later, below more paragraphs? */
function inArticle(lines: readonly string[], from: number): boolean {
  for (let at = from; at < Math.min(lines.length, from + LOOK_AHEAD); at += 1) {
    const label = labelOf(lines[at]!);
    if (label?.kind === 'source' || label?.kind === 'tags') return true;
    if (label?.kind === 'similar') return at > from + 1;
  }
  return true;
}

/** Body lines that come after tags or similar titles are of other boxes, unless no body came before. */
function afterEnd(sections: Section[]): Section[] {
  let ended = false;
  const kept: Section[] = [];
  for (const section of sections) {
    if (section.kind === 'tags' || section.kind === 'similar') ended ||= hasBody(kept);
    if (section.kind === 'body' && ended) continue;
    kept.push(section);
  }
  return kept;
}

const hasBody = (sections: Section[]): boolean =>
  sections.some(
    ({ kind, lines }) => kind === 'body' && lines.some((line) => line.length >= PARAGRAPH),
  );
