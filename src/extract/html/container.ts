import { countWords, endsSentence } from '../lines/shape.js';
import type { Piece } from './pieces.js';
import { isInside, signature, type HtmlElement } from './tree.js';
import { isBodyLikeName, isBodyName } from './vocabulary.js';

export interface Candidate {
  element: HtmlElement;
  score: number;
  /** Each judge's part of the score. */
  judges: Record<string, number>;
}

const TEASERS = -20;

/** Weight of a piece: positive where it reads as prose, negative where it reads as a menu. */
export function weigh(piece: Piece): number {
  const { block, chars, linkChars } = piece;
  if (block.type === 'image' || block.type === 'embed') return 0;
  const density = chars ? linkChars / chars : 0;
  if (block.type === 'heading') return density > 0.5 ? -20 : 0;
  if (block.type === 'list') {
    const { items } = block;
    if (density > 0.5) return -10 - Math.min(items.length, 40) * 6;
    const mean = chars / items.length;
    // Teasers: every item a linked title with a few words below it.
    if (density > 0.12 && mean > 80) return TEASERS;
    return mean > 50 ? chars * 0.6 : -5;
  }
  if (block.type === 'table') return density > 0.3 ? -20 : Math.min(chars * 0.3, 200);
  const { text } = block as { text: string };
  if (density > 0.5) return -10 - Math.min(chars, 100) * 0.3;
  if (chars >= 80) return Math.min(chars, 1500) * (1 - density * 1.5);
  if (chars >= 30 && endsSentence(text) && countWords(text) >= 5) return chars;
  return -6;
}

/** What election goes by beside the pieces themselves. */
export interface Grounds {
  cards: ReadonlySet<HtmlElement>;
  /** The element that shows the headline. */
  headline: HtmlElement | undefined;
}

/** A list of teasers counts as text where a page has less text than this outside of lists. */
const LITTLE_PROSE = 500;
/** Of the first prose below the headline, one of so many pieces must be in the article; where there is little, the first. */
const FIRST = 3;

/**
 * Elects the element that holds the article: the one whose pieces weigh most together, where being named,
 * marked up, or holding the first prose below the headline weighs too.
 * @returns candidates, best first; none where the page has no text
 */
export function electContainer(
  pieces: readonly Piece[],
  root: HtmlElement,
  { cards, headline }: Grounds = { cards: new Set(), headline: undefined },
): Candidate[] {
  const sums = new Map<HtmlElement, { prose: number; furniture: number }>();
  const weights = pieces.map((piece) =>
    inCard(piece.element, cards) ? Math.min(-6, weigh(piece)) : weigh(piece),
  );
  const little = weights.reduce((sum, weight) => sum + Math.max(0, weight), 0) < LITTLE_PROSE;
  if (little)
    for (const [at, { block, chars }] of pieces.entries())
      if (block.type === 'list' && weights[at] === TEASERS) weights[at] = chars * 0.6;
  for (const [index, piece] of pieces.entries()) {
    const weight = weights[index]!;
    if (!weight) continue;
    for (let at: HtmlElement | undefined = piece.element; at; at = at.parent) {
      let sum = sums.get(at);
      if (!sum) sums.set(at, (sum = { prose: 0, furniture: 0 }));
      if (weight > 0) sum.prose += weight;
      else sum.furniture += weight;
    }
  }
  const first = firstProse(pieces, weights, headline, little ? 1 : FIRST);
  const total = sums.get(root)?.prose ?? 0;
  const candidates: Candidate[] = [];
  for (const [element, { prose, furniture }] of sums) {
    if (prose < total * 0.2 || element.tag === 'p') continue;
    const judges: Record<string, number> = { prose, furniture: furniture * 2 };
    if (/articlebody/i.test(element.attribs.itemprop ?? '')) judges.itemprop = total * 0.25;
    if (element.tag === 'body' || element.tag === 'html') judges.name = 0;
    else if (isBodyName(element)) judges.name = total * 0.12;
    else if (isBodyLikeName(element)) judges.name = total * 0.03;
    if (element.tag === 'article') judges.tag = total * 0.1;
    else if (element.tag === 'main') judges.tag = total * 0.04;
    if (first && !first.has(element)) judges.headline = -prose * 0.6;
    // Of two that hold the same prose, the inner one.
    judges.depth = element.depth * 0.5;
    const score = Object.values(judges).reduce((sum, part) => sum + part, 0);
    candidates.push({ element, score, judges });
  }
  return candidates.sort((a, b) => b.score - a.score).slice(0, 10);
}

/** Every box that holds some of the first prose below the headline; undefined where there is no headline. */
function firstProse(
  pieces: readonly Piece[],
  weights: readonly number[],
  headline: HtmlElement | undefined,
  most: number,
): Set<HtmlElement> | undefined {
  const from = headline ? pieces.findIndex(({ element }) => isInside(element, headline)) : -1;
  if (from < 0) return undefined;
  const boxes = new Set<HtmlElement>();
  let found = 0;
  for (let index = from + 1; index < pieces.length && found < most; index += 1) {
    if (weights[index]! < 60) continue;
    found += 1;
    for (let at: HtmlElement | undefined = pieces[index]!.element; at; at = at.parent)
      boxes.add(at);
  }
  return found ? boxes : undefined;
}

function inCard(element: HtmlElement, cards: ReadonlySet<HtmlElement>): boolean {
  if (!cards.size) return false;
  for (let at: HtmlElement | undefined = element; at; at = at.parent)
    if (cards.has(at)) return true;
  return false;
}

/** Of prose, how much an inner candidate must hold to be chosen over what it stands in. */
const ENOUGH = { named: 0.7, plain: 0.85 };

/**
 * The winner, narrowed: while a candidate within it holds nearly all of its prose, that one is the article
 * and the rest its surroundings. A box that has brothers of its kind with prose is one part of several.
 */
export function chooseContainer(candidates: readonly Candidate[]): HtmlElement | undefined {
  let chosen = candidates[0];
  if (!chosen) return undefined;
  for (;;) {
    const outer: Candidate = chosen;
    const inner = candidates.find(({ element, judges }) => {
      if (
        judges.headline ||
        element.depth <= outer.element.depth ||
        !isInside(element, outer.element)
      )
        return false;
      const enough = judges.itemprop || judges.name || judges.tag ? ENOUGH.named : ENOUGH.plain;
      if (judges.prose! < outer.judges.prose! * enough) return false;
      return judges.prose! >= outer.judges.prose! * 0.93 || !hasBrothers(element);
    });
    if (!inner) return outer.element;
    chosen = inner;
  }
}

function hasBrothers(element: HtmlElement): boolean {
  const kind = signature(element);
  return (element.parent?.children ?? []).some(
    (child) =>
      typeof child !== 'string' &&
      child !== element &&
      child.prose > 80 &&
      signature(child) === kind,
  );
}
