import type { RecurringBox, RecurringLine, SiteFurniture, SiteLesson } from '../model/learned.js';

/**
 * What the pages of one host have taught: on how many of them each line and each box stood. Plain data, kept
 * per source. Counts are halved when they grow old, so that a site that changes its design is learned anew.
 */
export interface SiteMemory {
  /** Pages learned from. */
  pages: number;
  /** Folded line → pages that held it. */
  lines: Map<string, number>;
  boxes: Map<string, BoxMemory>;
}

interface BoxMemory {
  pages: number;
  /** Pages on which some of it was text of the article. */
  text: number;
  /** Pages on which it said the same as on the page before. */
  same: number;
  hash: number;
}

const MOST_LINES = 600;
const MOST_BOXES = 300;
/** Pages from which on all counts are halved. */
const OLD = 400;
/** Letters from which on a line reads like a sentence of an article, and must recur nearly everywhere. */
const SENTENCE = 80;
/**
 * Least share of pages, by the lower end of its 95 % confidence interval: three pages of three tell as much as
 * five of ten. Agencies repeat whole sentences of background, so a sentence needs five pages of five.
 */
const LINE_SHARE = 0.2;
const SENTENCE_SHARE = 0.6;
const BOX_SHARE = 0.6;

/** Learns one more page, in place. */
export function learnPage(memory: SiteMemory, { lines, boxes }: SiteLesson): void {
  memory.pages += 1;
  for (const line of new Set(lines)) memory.lines.set(line, (memory.lines.get(line) ?? 0) + 1);
  for (const { box, text, hash } of boxes) {
    let known = memory.boxes.get(box);
    if (!known) memory.boxes.set(box, (known = { pages: 0, text: 0, same: 0, hash }));
    if (known.pages && known.hash === hash) known.same += 1;
    known.pages += 1;
    if (text) known.text += 1;
    known.hash = hash;
  }
  if (memory.pages >= OLD) halve(memory);
  memory.lines = mostOf(memory.lines, MOST_LINES, (pages) => pages);
  memory.boxes = mostOf(memory.boxes, MOST_BOXES, ({ pages }) => pages);
}

export const emptyMemory = (): SiteMemory => ({ pages: 0, lines: new Map(), boxes: new Map() });

/** The lines and boxes that are the site's own, most frequent first. */
export function furnitureOf({ pages, lines, boxes }: SiteMemory): SiteFurniture {
  const recurring: RecurringLine[] = [];
  for (const [line, count] of lines) {
    const least = line.length < SENTENCE ? LINE_SHARE : SENTENCE_SHARE;
    if (count > 2 && surelyAtLeast(count, pages) >= least) recurring.push({ line, pages: count });
  }
  const recurringBoxes: RecurringBox[] = [];
  for (const [box, seen] of boxes) {
    const because =
      surelyAtLeast(seen.pages - seen.text, seen.pages) >= BOX_SHARE
        ? 'never-text'
        : surelyAtLeast(seen.same, seen.pages - 1) >= BOX_SHARE
          ? 'same-text'
          : undefined;
    if (because) recurringBoxes.push({ box, pages: seen.pages, because });
  }
  return { pages, lines: recurring.sort(byPages), boxes: recurringBoxes.sort(byPages) };
}

const byPages = (a: { pages: number }, b: { pages: number }): number => b.pages - a.pages;

/** The lower end of Wilson's interval for `count` of `all`, one-sided 95 %. */
function surelyAtLeast(count: number, all: number): number {
  if (all <= 0) return 0;
  const z2 = 1.645 ** 2;
  const share = count / all;
  const spread = Math.sqrt(z2 * (share * (1 - share) * all + z2 / 4));
  return (share * all + z2 / 2 - spread) / (all + z2);
}

function halve(memory: SiteMemory): void {
  const half = (count: number): number => Math.round(count / 2);
  memory.pages = half(memory.pages);
  memory.lines = new Map(
    [...memory.lines].flatMap(([line, pages]) => (pages > 1 ? [[line, half(pages)]] : [])),
  );
  memory.boxes = new Map(
    [...memory.boxes].flatMap(([box, { pages, text, same, hash }]) =>
      pages > 1 ? [[box, { pages: half(pages), text: half(text), same: half(same), hash }]] : [],
    ),
  );
}

/** Those seen least go first: what recurs comes back. */
function mostOf<Value>(
  values: Map<string, Value>,
  most: number,
  count: (value: Value) => number,
): Map<string, Value> {
  if (values.size <= most) return values;
  return new Map([...values].sort(([, a], [, b]) => count(b) - count(a)).slice(0, most / 2));
}

/** As JSON, for the store. */
export function writeMemory({ pages, lines, boxes }: SiteMemory): string {
  return JSON.stringify({ pages, lines: [...lines], boxes: [...boxes] });
}

/** A memory as `writeMemory` wrote it; an empty one where that cannot be read, since it is learned again. */
export function readMemory(written: string): SiteMemory {
  try {
    const { pages, lines, boxes } = JSON.parse(written) as {
      pages: number;
      lines: Array<[string, number]>;
      boxes: Array<[string, BoxMemory]>;
    };
    return { pages, lines: new Map(lines), boxes: new Map(boxes) };
  } catch {
    return emptyMemory();
  }
}
