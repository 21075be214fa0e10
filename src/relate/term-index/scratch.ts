import { PART_LIMIT } from './part.js';

/** Fixed-point sums by document offset; all zero between searches. Searches are synchronous, so one serves all. */
export const sums = new Int32Array(PART_LIMIT);

/** Candidates of the search under way: their offsets, and their sums so far. */
export const candidates = new Uint16Array(PART_LIMIT);
export const candidateSums = new Int32Array(PART_LIMIT);
