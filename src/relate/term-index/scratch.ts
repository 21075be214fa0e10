/** So many documents are looked at together: their offsets take 16 bits, their sums fit a core's cache. */
export const CHUNK = 65_536;

/** Fixed-point sums by offset in the chunk; all zero between searches. Searches are synchronous, so one serves all. */
export const sums = new Int32Array(CHUNK);

/** Candidates of the search under way: their offsets, and their sums so far. */
export const candidates = new Uint16Array(CHUNK);
export const candidateSums = new Int32Array(CHUNK);
