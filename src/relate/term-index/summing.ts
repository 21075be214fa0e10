import type { Postings } from './postings.js';
import { MOST_DOCUMENTS } from './segment-format.js';

/** Fixed-point sums by offset; all zero between searches. Searches are synchronous, so one serves all. */
export const sums = new Int32Array(MOST_DOCUMENTS);

/** Candidates of the search under way, by offset: all that have a sum. */
export const candidates = new Uint16Array(MOST_DOCUMENTS);

/*
 * The loops over postings and candidates. Whether a document is new, or good enough, is a coin toss for the
 * processor: such answers are numbers here that are counted with, not branches that it would guess wrong.
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

const square = (level: number) => Math.imul(level, level);

/**
 * Adds postings to the sums; documents that had none are appended to the candidates.
 * @param found candidates so far
 * @returns how many these are then
 */
export function add(
  postings: Postings,
  from: number,
  to: number,
  factor: number,
  found: number,
): number {
  const { offsets, offsetsAt, bytes, levelsAt } = postings;
  let all = found;
  for (let at = from; at < to; at++) {
    const offset = offsets[offsetsAt + at]!;
    const sum = sums[offset]!;
    candidates[all] = offset;
    all += isZero(sum);
    sums[offset] = sum + Math.imul(factor, square(bytes[levelsAt + at]!));
  }
  return all;
}

/** The same of a tail's postings, each in 32 bits (`pack`). */
export function addPacked(
  pool: Uint32Array,
  from: number,
  to: number,
  factor: number,
  found: number,
): number {
  let all = found;
  for (let at = from; at < to; at++) {
    const posting = pool[at]!;
    const offset = posting >>> 8;
    const level = posting & 0xff;
    const sum = sums[offset]!;
    candidates[all] = offset;
    all += isZero(sum);
    sums[offset] = sum + Math.imul(factor, square(level));
  }
  return all;
}

/** Adds postings to the sums of the candidates only. */
export function addToCandidates(
  postings: Postings,
  from: number,
  to: number,
  factor: number,
): void {
  const { offsets, offsetsAt, bytes, levelsAt } = postings;
  for (let at = from; at < to; at++) {
    const offset = offsets[offsetsAt + at]!;
    const sum = sums[offset]!;
    const added = Math.imul(factor, square(bytes[levelsAt + at]!));
    sums[offset] = sum + (-isLess(0, sum) & added);
  }
}

/** The same by looking each candidate up: faster where there are few and the list is long. */
export function lookUpCandidates(postings: Postings, factor: number, found: number): void {
  for (let i = 0; i < found; i++) {
    const offset = candidates[i]!;
    sums[offset]! += Math.imul(factor, square(postings.level(offset)));
  }
}

/** Keeps the candidates with a sum of at least `floor`, and makes the other sums zero. @returns how many stay */
export function keepFrom(floor: number, found: number): number {
  const least = (floor - 1) | 0;
  let kept = 0;
  for (let i = 0; i < found; i++) {
    const offset = candidates[i]!;
    const sum = sums[offset]!;
    const stays = isLess(least, sum);
    sums[offset] = sum & -stays;
    candidates[kept] = offset;
    kept += stays;
  }
  return kept;
}
