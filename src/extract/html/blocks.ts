import type { Block } from '../../model/article.js';
import { blockText } from '../../model/text.js';
import { isCut, join } from '../lines/rejoin.js';
import { sensibleTime } from '../times.js';
import type { Metadata } from './metadata/metadata.js';
import type { Piece } from './pieces.js';
import { isInside, signature, type HtmlElement } from './tree.js';

/** From how many timed boxes of one kind on a page is a live blog. */
const MANY = 3;
/** What share of the text stands in them. */
const MOST = 0.5;

/** The blocks of pieces, where those of a live blog's updates are entries with their time. */
export function toBlocks(
  pieces: readonly Piece[],
  times: Metadata['times'],
  { reference, day }: { reference: string; day: () => string | undefined },
): { blocks: Block[]; live: boolean } {
  const plain = wholeParagraphs(pieces.map(({ block }) => block));
  const boxes = timedBoxes(pieces, times);
  if (!boxes) return { blocks: plain, live: false };
  const timeOf = entryTimes([...boxes.values()], reference, day());
  const blocks: Block[] = [];
  let open: { box: HtmlElement; entry: Extract<Block, { type: 'entry' }> } | undefined;
  for (const piece of pieces) {
    const box = [...boxes.keys()].find((candidate) => isInside(piece.element, candidate));
    if (!box || piece.block.type === 'image' || piece.block.type === 'embed') {
      if (!box) open = undefined;
      blocks.push(piece.block);
      continue;
    }
    if (open?.box !== box) {
      const time = timeOf(boxes.get(box)!);
      open = { box, entry: { type: 'entry', text: '', ...(time ? { time } : {}) } };
      blocks.push(open.entry);
    }
    const { entry } = open;
    const text = blockText(piece.block);
    if (piece.block.type === 'heading' && !entry.title && !entry.text) entry.title = text;
    else entry.text = entry.text ? `${entry.text} ${text}` : text;
  }
  return { blocks, live: true };
}

const CLOCK = /(?<!\d)([01]?\d|2[0-3]):([0-5]\d)(?!\d)/;

/** Reads the times of entries; bare clocks are of the article's day, as long as they run one way. */
function entryTimes(
  values: readonly string[],
  reference: string,
  day: string | undefined,
): (value: string) => string | undefined {
  const minutes = values.map((value) => {
    const [, hour, minute] = CLOCK.exec(value) ?? [];
    return Number(hour) * 60 + Number(minute);
  });
  const rising = minutes.every((at, index) => !index || at >= minutes[index - 1]!);
  const falling = minutes.every((at, index) => !index || at <= minutes[index - 1]!);
  return (value) =>
    sensibleTime(value, { reference }) ??
    (day && (rising || falling)
      ? sensibleTime(`${day.slice(0, 10)} ${value}`, { reference })
      : undefined);
}

/** Boxes of one kind that each hold one time and text, with that time. */
function timedBoxes(
  pieces: readonly Piece[],
  times: Metadata['times'],
): Map<HtmlElement, string> | undefined {
  if (times.length < MANY) return undefined;
  const held = new Map<HtmlElement, string[]>();
  const once = new Map(times.map(({ element, value }) => [element, value] as const));
  for (const [element, value] of once)
    for (let at = element.parent, steps = 0; at && steps < 8; at = at.parent, steps += 1)
      held.set(at, [...(held.get(at) ?? []), value]);
  const kinds = new Map<string, HtmlElement[]>();
  for (const [box, values] of held) {
    if (values.length !== 1 || box.prose < 60 || (box.parent && held.get(box.parent)?.length === 1))
      continue;
    const kind = signature(box);
    kinds.set(kind, [...(kinds.get(kind) ?? []), box]);
  }
  const best = [...kinds.values()].sort((a, b) => b.length - a.length)[0];
  if (!best || best.length < MANY) return undefined;
  const boxes = new Map(best.map((box) => [box, held.get(box)![0]!]));
  let inside = 0;
  let all = 0;
  for (const { element, chars } of pieces) {
    all += chars;
    if (best.some((box) => isInside(element, box))) inside += chars;
  }
  return inside >= all * MOST ? boxes : undefined;
}

/** Paragraphs that the page cut in two, made one again. */
function wholeParagraphs(blocks: readonly Block[]): Block[] {
  const whole: Block[] = [];
  for (const block of blocks) {
    const before = whole.at(-1);
    if (
      block.type === 'paragraph' &&
      before?.type === 'paragraph' &&
      isCut(before.text, block.text)
    )
      whole[whole.length - 1] = { type: 'paragraph', text: join(before.text, block.text) };
    else whole.push(block);
  }
  return whole;
}
