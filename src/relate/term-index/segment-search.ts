import { Highest, type Best } from './best.js';
import type { QueryPlan } from './plan.js';
import { Postings } from './postings.js';
import { candidates, candidateSums, CHUNK, sums } from './scratch.js';
import type { DocumentRecord } from './record.js';
import type { Segment } from './segment.js';
import { SQUARE_OF_LEVEL } from './weights.js';

/** A query term that the segment holds. */
interface List {
  number: number;
  id: number;
  /** What it adds for each unit of the squared level. */
  factor: number;
  /** The most that it adds to any document's score. */
  most: number;
  count: number;
}

/** Of the sums looked at in the search under way. */
const highest = new Highest();

/** Memory for the postings of the search under way. */
const memory: Postings[] = [];

/** The query's terms in one segment, read as far as they were asked for; those first that add most for each posting. */
class Lists {
  /** For each list: the most that it and those after it add; one element more, 0. */
  readonly rest: Float64Array;
  readonly seqs: Float64Array;
  readonly matches: ((offset: number) => boolean) | undefined;
  readonly mayReturn: (offset: number) => boolean;
  chunk = 0;
  private readonly lists: List[];
  private read = 0;

  constructor(
    private readonly segment: Segment,
    plan: QueryPlan,
  ) {
    this.lists = listsOf(segment, plan);
    this.rest = sumsOfMost(this.lists);
    this.seqs = segment.file.columns.seqs;
    this.matches = segment.filter(plan);
    this.mayReturn = segment.mayReturn(plan);
  }

  get length(): number {
    return this.lists.length;
  }

  factor(number: number): number {
    return this.lists[number]!.factor;
  }

  /** Postings of a term in the segment. */
  count(number: number): number {
    return this.lists[number]!.count;
  }

  /** The postings of the present chunk. */
  postings(number: number): Postings {
    for (; this.read <= number; this.read++) {
      const postings = (memory[this.read] ??= new Postings());
      postings.load(this.segment.file, this.lists[this.read]!.id);
    }
    const postings = memory[number]!;
    postings.select(this.chunk);
    return postings;
  }

  byNumber(from: number): List[] {
    return this.lists.slice(from).sort((a, b) => a.number - b.number);
  }

  record(offset: number): DocumentRecord {
    return this.segment.file.record(offset);
  }
}

/** A looked-up posting costs about as much as this many that are passed by. */
const LOOK_UP_COST = 24;

/** Reading one document's record costs about as much as reading the postings of this many terms. */
const RECORD_COST = 2;

/**
 * MaxScore (Turtle and Flood 1995), one term at a time over fixed-point sums. The terms that add
 * most for each posting read are summed first, until those left cannot lift a document that has
 * none of these to the lowest of the best so far. The documents found are then candidates; each
 * further term is looked up for those only that it may still lift there. Few candidates are not looked
 * up at all: their records tell all their terms at once.
 */
export function searchSegment(segment: Segment, plan: QueryPlan, best: Best): void {
  const { first, end } = segment.span(plan);
  if (first >= end) return;
  const lists = new Lists(segment, plan);
  if (lists.rest[0]! < best.floor) return;
  for (let chunk = Math.ceil(end / CHUNK) - 1; chunk >= Math.floor(first / CHUNK); chunk--) {
    const base = chunk * CHUNK;
    lists.chunk = chunk;
    searchChunk(lists, base, Math.max(0, first - base), Math.min(CHUNK, end - base), best);
  }
}

/** @param base offset in the segment of the chunk's first document; `first` and `end` count from it */
function searchChunk(lists: Lists, base: number, first: number, end: number, best: Best): void {
  const { rest, length } = lists;
  let { floor } = best;
  let summed = 0;
  let found = 0;
  while (summed < length && rest[summed]! >= floor) {
    // A long list is worth a look at whether those found so far leave it any chance.
    if (found > best.top && lists.count(summed) > found) {
      floor = lowestUseful(lists, base, best, found, (i) => sums[candidates[i]!]!);
      if (rest[summed]! < floor) break;
    }
    found = add(lists, summed++, first, end, found);
  }
  found = collect(found, floor - rest[summed]!);
  found = keepMatching(lists, base, found);
  for (let next = summed; next < length && found > 0; next++) {
    if (found > best.top) floor = lowestUseful(lists, base, best, found, (i) => candidateSums[i]!);
    found = keepFrom(found, floor - rest[next]!);
    if (found === 0) return;
    if (found * RECORD_COST <= length - next) {
      addFromRecords(lists, next, base, found);
      break;
    }
    lift(lists.postings(next), lists.factor(next), found);
  }
  for (let i = 0; i < found; i++) {
    const offset = base + candidates[i]!;
    if (candidateSums[i]! >= best.floor && lists.mayReturn(offset)) {
      best.offer(candidateSums[i]!, lists.seqs[offset]!);
    }
  }
}

/** Those first that add most for each posting. */
function listsOf(segment: Segment, plan: QueryPlan): List[] {
  const { dictionary, columns } = segment.file;
  const lists: List[] = [];
  for (const { number, factor } of plan.terms) {
    const id = dictionary.find(number);
    if (id === -1) continue;
    const most = factor * SQUARE_OF_LEVEL[columns.highest[id]!]!;
    lists.push({ number, id, factor, most, count: segment.file.postings(id) });
  }
  return lists.sort((a, b) => b.most / b.count - a.most / a.count);
}

/** For each list: the most that it and those after it add; one element more, 0. */
function sumsOfMost(lists: List[]): Float64Array {
  const rest = new Float64Array(lists.length + 1);
  for (let i = lists.length - 1; i >= 0; i--) rest[i] = rest[i + 1]! + lists[i]!.most;
  return rest;
}

/** Adds a list to the sums; documents that had none are appended to the candidates. Returns how many these are then. */
function add(lists: Lists, number: number, first: number, end: number, found: number): number {
  const postings = lists.postings(number);
  const factor = lists.factor(number);
  const { offsets, offsetsAt, bytes, levelsAt } = postings;
  const stop = end === CHUNK ? postings.stop : postings.from(end);
  let touched = found;
  for (let at = postings.from(first); at < stop; at++) {
    const offset = offsets[offsetsAt + at]!;
    const sum = sums[offset]!;
    candidates[touched] = offset;
    touched += isZero(sum);
    sums[offset] = sum + Math.imul(factor, SQUARE_OF_LEVEL[bytes[levelsAt + at]!]!);
  }
  return touched;
}

/*
 * Whether a document is new, or good enough, is a coin toss for the processor: in the loops over postings
 * and candidates such answers are numbers that are counted with, not branches that it would guess wrong.
 * Sums are below 2^30 and floors above -2^30, so that differences fit.
 */

/** 1 for 0, 0 for what is above. */
function isZero(sum: number): number {
  return (sum - 1) >>> 31;
}

/** 1 where `a` is less than `b`, else 0. */
function isLess(a: number, b: number): number {
  return (a - b) >>> 31;
}

/** Takes the sums of the candidates out, leaving all sums zero, and keeps those of at least `floor`. */
function collect(touched: number, floor: number): number {
  const least = floor - 1;
  let found = 0;
  for (let i = 0; i < touched; i++) {
    const offset = candidates[i]!;
    const sum = sums[offset]!;
    sums[offset] = 0;
    candidates[found] = offset;
    candidateSums[found] = sum;
    found += isLess(least, sum);
  }
  return found;
}

function keepMatching({ matches }: Lists, base: number, found: number): number {
  if (!matches) return found;
  let kept = 0;
  for (let i = 0; i < found; i++) if (matches(base + candidates[i]!)) keep(i, kept++);
  return kept;
}

function keepFrom(found: number, floor: number): number {
  const least = floor - 1;
  let kept = 0;
  for (let i = 0; i < found; i++) {
    const sum = candidateSums[i]!;
    candidates[kept] = candidates[i]!;
    candidateSums[kept] = sum;
    kept += isLess(least, sum);
  }
  return kept;
}

function keep(from: number, to: number): void {
  candidates[to] = candidates[from]!;
  candidateSums[to] = candidateSums[from]!;
}

/** The lowest score that may still enter: the candidates' sums so far already say what they will at least be. */
function lowestUseful(
  lists: Lists,
  base: number,
  best: Best,
  found: number,
  sumOf: (candidate: number) => number,
): number {
  const { matches, mayReturn } = lists;
  highest.begin(best.top);
  for (let i = 0; i < found; i++) {
    const sum = sumOf(i);
    if (sum <= highest.floor) continue;
    const offset = base + candidates[i]!;
    if (mayReturn(offset) && (!matches || matches(offset))) highest.offer(sum);
  }
  return Math.max(best.floor, highest.floor);
}

function addFromRecords(lists: Lists, from: number, base: number, found: number): void {
  const wanted = lists.byNumber(from);
  for (let i = 0; i < found; i++) {
    const { numbers, levels } = lists.record(base + candidates[i]!);
    let at = 0;
    for (const { number, factor } of wanted) {
      while (at < numbers.length && numbers[at]! < number) at++;
      if (numbers[at] === number) candidateSums[i]! += factor * SQUARE_OF_LEVEL[levels[at]!]!;
    }
  }
}

function lift(postings: Postings, factor: number, found: number): void {
  const { offsets, offsetsAt, bytes, levelsAt, begin, stop } = postings;
  if (found * LOOK_UP_COST < stop - begin) {
    for (let i = 0; i < found; i++) {
      const level = postings.level(candidates[i]!);
      candidateSums[i]! += factor * SQUARE_OF_LEVEL[level]!;
    }
    return;
  }
  for (let i = 0; i < found; i++) sums[candidates[i]!] = candidateSums[i]!;
  for (let at = begin; at < stop; at++) {
    const offset = offsets[offsetsAt + at]!;
    const sum = sums[offset]!;
    const added = Math.imul(factor, SQUARE_OF_LEVEL[bytes[levelsAt + at]!]!);
    sums[offset] = sum + (-isLess(0, sum) & added);
  }
  for (let i = 0; i < found; i++) {
    const offset = candidates[i]!;
    candidateSums[i] = sums[offset]!;
    sums[offset] = 0;
  }
}
