import { Best } from './best.js';
import type { QueryPlan } from './plan.js';
import { Postings } from './postings.js';
import { candidates, candidateSums, sums } from './scratch.js';
import type { SegmentFile } from './segment-file.js';
import type { Segment } from './segment.js';

/** A query term that the segment holds. */
interface List {
  id: number;
  adds: Int32Array;
  /** The most that it adds to any document's score. */
  most: number;
  count: number;
}

const loaded: Postings[] = [];
function slot(number: number): Postings {
  return (loaded[number] ??= new Postings());
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
  const lists = listsOf(segment, plan);
  const rest = sumsOfMost(lists);
  if (rest[0]! < best.floor) return;
  const { first, end } = segment.span(plan.after, plan.before);
  if (first >= end) return;
  const floor = best.floor;
  let summed = 0;
  while (summed < lists.length && rest[summed]! >= floor) {
    const list = lists[summed]!;
    const postings = slot(summed++);
    postings.load(segment.file, list.id);
    add(postings, list.adds, first, end);
  }
  let found = collect(summed, first, end, floor - rest[summed]!);
  found = keepMatching(segment, plan, found);
  const mayReturn = segment.mayReturn(plan);
  for (let next = summed; next < lists.length && found > 0; next++) {
    found = keepFrom(found, lowestUseful(best, found, mayReturn) - rest[next]!);
    if (found === 0) return;
    if (found * RECORD_COST <= lists.length - next) {
      addFromRecords(segment.file, lists.slice(next), found);
      break;
    }
    const list = lists[next]!;
    const postings = slot(next);
    postings.load(segment.file, list.id);
    lift(postings, list.adds, found);
  }
  const { seqs } = segment.file.columns;
  for (let i = 0; i < found; i++) {
    const offset = candidates[i]!;
    if (candidateSums[i]! >= best.floor && mayReturn(offset)) {
      best.offer(candidateSums[i]!, seqs[offset]!);
    }
  }
}

/** Those first that add most for each posting. */
function listsOf(segment: Segment, plan: QueryPlan): List[] {
  const { dictionary, columns } = segment.file;
  const lists: List[] = [];
  for (const { term, hash, adds } of plan.terms) {
    const id = dictionary.find(term, hash);
    if (id === -1) continue;
    const most = adds[columns.highest[id]!]!;
    lists.push({ id, adds, most, count: segment.file.postings(id) });
  }
  return lists.sort((a, b) => b.most / b.count - a.most / a.count);
}

/** For each list: the most that it and those after it add; one element more, 0. */
function sumsOfMost(lists: List[]): Float64Array {
  const rest = new Float64Array(lists.length + 1);
  for (let i = lists.length - 1; i >= 0; i--) rest[i] = rest[i + 1]! + lists[i]!.most;
  return rest;
}

function add(postings: Postings, adds: Int32Array, first: number, end: number): void {
  const { offsets, bytes, levelsAt } = postings;
  const stop = postings.from(end);
  for (let at = postings.from(first); at < stop; at++) {
    sums[offsets[at]!]! += adds[bytes[levelsAt + at]!]!;
  }
}

/** Takes the sums of at least `floor` out as candidates, and leaves all sums zero. */
function collect(lists: number, first: number, end: number, floor: number): number {
  let found = 0;
  for (let number = 0; number < lists; number++) {
    const postings = slot(number);
    const { offsets } = postings;
    const stop = postings.from(end);
    for (let at = postings.from(first); at < stop; at++) {
      const offset = offsets[at]!;
      const sum = sums[offset]!;
      if (sum === 0) continue;
      sums[offset] = 0;
      if (sum < floor) continue;
      candidates[found] = offset;
      candidateSums[found++] = sum;
    }
  }
  return found;
}

function keepMatching(segment: Segment, plan: QueryPlan, found: number): number {
  const matches = segment.filter(plan);
  if (!matches) return found;
  let kept = 0;
  for (let i = 0; i < found; i++) {
    if (matches(candidates[i]!)) keep(i, kept++);
  }
  return kept;
}

function keepFrom(found: number, floor: number): number {
  let kept = 0;
  for (let i = 0; i < found; i++) if (candidateSums[i]! >= floor) keep(i, kept++);
  return kept;
}

function keep(from: number, to: number): void {
  candidates[to] = candidates[from]!;
  candidateSums[to] = candidateSums[from]!;
}

/** The lowest score that may still enter: the candidates' sums so far already say what they will at least be. */
function lowestUseful(best: Best, found: number, mayReturn: (offset: number) => boolean): number {
  if (found <= best.top) return best.floor;
  const partial = new Best(best.top);
  for (let i = 0; i < found; i++) {
    const sum = candidateSums[i]!;
    if (sum > partial.floor && mayReturn(candidates[i]!)) partial.offer(sum, 0);
  }
  return Math.max(best.floor, partial.floor);
}

function addFromRecords(file: SegmentFile, lists: List[], found: number): void {
  lists.sort((a, b) => a.id - b.id);
  for (let i = 0; i < found; i++) {
    const { ids, levels } = file.record(candidates[i]!);
    let at = 0;
    for (const { id, adds } of lists) {
      while (at < ids.length && ids[at]! < id) at++;
      if (ids[at] === id) candidateSums[i]! += adds[levels[at]!]!;
    }
  }
}

function lift(postings: Postings, adds: Int32Array, found: number): void {
  if (found * LOOK_UP_COST < postings.count) {
    for (let i = 0; i < found; i++) {
      const level = postings.level(candidates[i]!);
      if (level > 0) candidateSums[i]! += adds[level]!;
    }
    return;
  }
  const { offsets, bytes, levelsAt, count } = postings;
  for (let i = 0; i < found; i++) sums[candidates[i]!] = candidateSums[i]!;
  for (let at = 0; at < count; at++) {
    const offset = offsets[at]!;
    if (sums[offset] !== 0) sums[offset]! += adds[bytes[levelsAt + at]!]!;
  }
  for (let i = 0; i < found; i++) {
    const offset = candidates[i]!;
    candidateSums[i] = sums[offset]!;
    sums[offset] = 0;
  }
}
