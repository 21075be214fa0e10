import type { Best } from './best.js';
import type { QueryPlan } from './plan.js';
import { forgetReadPostings, Postings } from './postings.js';
import type { Segment, Span } from './segment.js';
import type { DocumentColumns } from './segment-format.js';
import { add, addToCandidates, candidates, keepFrom, lookUpCandidates, sums } from './summing.js';
import { SQUARE_OF_LEVEL } from './weights.js';

/** A query term that the segment holds. */
interface List {
  id: number;
  /** What it adds for each unit of the squared level. */
  factor: number;
  /** The most that it adds to any document's score. */
  most: number;
  count: number;
  postings: Postings | undefined;
}

/** A looked-up posting costs about as much as this many that are passed by. */
const LOOK_UP_COST = 12;

/** Where the lists left add less than this share of what is needed, most candidates can be dropped. */
const SETTLING = 0.5;

/**
 * MaxScore (Turtle and Flood 1995), one term at a time over fixed-point sums. The terms that add
 * most for each posting are summed first, until those left cannot lift a document that has none of
 * these to the lowest of the best so far. The documents found are then candidates; what the further
 * terms add counts for these only, and a candidate that they cannot lift there is dropped.
 */
export function searchSegment(segment: Segment, plan: QueryPlan, best: Best): void {
  const spans = segment.spans(plan);
  if (!spans.length) return;
  forgetReadPostings();
  const search = new SegmentSearch(segment, plan, best);
  for (const span of spans) search.span(span);
}

class SegmentSearch {
  /** Those first that add most for each posting. */
  private readonly lists: List[];
  /** For each list: the most that it and those after it add; one element more, 0. */
  readonly rest: Float64Array;
  private readonly columns: DocumentColumns;
  private readonly mayReturn: (offset: number) => boolean;

  constructor(
    private readonly segment: Segment,
    plan: QueryPlan,
    private readonly best: Best,
  ) {
    this.lists = listsOf(segment, plan);
    this.rest = sumsOfMost(this.lists, plan.reckoned);
    this.columns = segment.file.columns;
    this.mayReturn = segment.mayReturn(plan);
  }

  span({ first, end, atLeast }: Span): void {
    const { rest, lists, best } = this;
    const floor = Math.max(best.floor, atLeast);
    if (rest[0]! < floor) return;
    let found = 0;
    let next = 0;
    for (; next < lists.length && rest[next]! >= floor; next++) {
      const { postings, from, to } = this.within(next, first, end);
      found = add(postings, from, to, lists[next]!.factor, found);
    }
    let settling = false;
    for (; next < lists.length && found > 0; next++) {
      const { factor } = lists[next]!;
      const { postings, from, to } = this.within(next, first, end);
      settling ||= to - from > found || rest[next]! < floor * SETTLING;
      if (settling) found = keepFrom(floor - rest[next]!, found);
      if (found * LOOK_UP_COST < to - from) lookUpCandidates(postings, factor, found);
      else addToCandidates(postings, from, to, factor);
    }
    this.offer(keepFrom(floor, found));
  }

  /** A list's postings, and which of them are within the span that is looked at. */
  private within(number: number, first: number, end: number) {
    const list = this.lists[number]!;
    const postings = (list.postings ??= new Postings(this.segment.file, list.id));
    const from = first === 0 ? 0 : postings.from(first);
    const to = end === this.segment.documents ? postings.count : postings.from(end);
    return { postings, from, to };
  }

  private offer(found: number): void {
    const { best, mayReturn } = this;
    const { seqs, times } = this.columns;
    for (let i = 0; i < found; i++) {
      const at = candidates[i]!;
      const sum = sums[at]!;
      sums[at] = 0;
      if (sum >= best.floor && mayReturn(at)) best.offer(sum, seqs[at]!, times[at]!);
    }
  }
}

/** Those first that add most for each posting. */
function listsOf(segment: Segment, plan: QueryPlan): List[] {
  const { dictionary } = segment.file;
  const lists: List[] = [];
  for (const { number, factor } of plan.terms) {
    const id = dictionary.find(number);
    if (id === -1) continue;
    const most = factor * SQUARE_OF_LEVEL[dictionary.highest(id)]!;
    lists.push({ id, factor, most, count: segment.file.postings(id), postings: undefined });
  }
  return lists.sort((a, b) => b.most * a.count - a.most * b.count);
}

/** For each list: the most that it and those after it are reckoned to add; one element more, 0. */
function sumsOfMost(lists: List[], reckoned: number): Float64Array {
  const rest = new Float64Array(lists.length + 1);
  for (let i = lists.length - 1; i >= 0; i--)
    rest[i] = rest[i + 1]! + Math.ceil(reckoned * lists[i]!.most);
  return rest;
}
