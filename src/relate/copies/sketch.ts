/** Shingle hashes kept of an article. Articles with fewer shingles are kept whole. */
const SKETCH_SIZE = 192;
const SHINGLE_WORDS = 3;

/** What two sketches say of the sets of shingles behind them. */
export interface Overlap {
  /** Shared shingles over all shingles, 0 to 1. */
  jaccard: number;
  /** Shared shingles over those of the first, and of the second. */
  first: number;
  second: number;
}

/** 32-bit hash of a word (FNV-1a over UTF-16 units). */
function hashWord(word: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i += 1) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** The last mixing step of MurmurHash3: every bit of the input moves every bit of the output. */
function mix(value: number): number {
  let hash = value;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/**
 * Bottom-k sketch of a text's three-word shingles: the k smallest of their hashes
 * (Broder, "On the resemblance and containment of documents", 1997). Unlike one minimum of each of
 * many hash functions it estimates containment as well as resemblance, and costs one hash a shingle.
 * @param words folded, as written, in order
 * @returns ascending, without repeats
 */
export function sketch(words: string[]): Uint32Array {
  if (!words.length) return new Uint32Array(0);
  const hashes = words.map(hashWord);
  const size = Math.min(SHINGLE_WORDS, words.length);
  const shingles = new Uint32Array(words.length - size + 1);
  for (let i = 0; i < shingles.length; i += 1) {
    let hash = 0;
    for (let j = 0; j < size; j += 1) hash = mix(hash ^ hashes[i + j]!) + j;
    shingles[i] = hash >>> 0;
  }
  shingles.sort();
  const kept = new Uint32Array(Math.min(SKETCH_SIZE, shingles.length));
  let length = 0;
  for (const hash of shingles) {
    if (length && kept[length - 1] === hash) continue;
    if (length === SKETCH_SIZE) break;
    kept[length++] = hash;
  }
  return kept.slice(0, length);
}

/**
 * Estimates the overlap of two shingle sets from their sketches: both are complete below the
 * smaller of their largest hashes, so what is counted there is a fair sample of the union.
 * Symmetric up to the order of `first` and `second`; exact for short texts.
 */
export function overlap(a: Uint32Array, b: Uint32Array): Overlap {
  if (!a.length || !b.length) return { jaccard: 0, first: 0, second: 0 };
  const complete = (s: Uint32Array) => (s.length < SKETCH_SIZE ? 0xffffffff : s[s.length - 1]!);
  const limit = Math.min(complete(a), complete(b));
  let i = 0;
  let j = 0;
  let shared = 0;
  // Which of two hashes is less is a coin toss: counted with, not branched on, as a wrong guess costs more.
  while (i < a.length && j < b.length) {
    const x = a[i]!;
    const y = b[j]!;
    if (x > limit && y > limit) break;
    shared += +(x === y);
    i += +(x <= y);
    j += +(y <= x);
  }
  const below = (s: Uint32Array) => {
    let low = 0;
    let high = s.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (s[middle]! <= limit) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const inA = below(a);
  const inB = below(b);
  return {
    jaccard: shared / Math.max(1, inA + inB - shared),
    first: shared / Math.max(1, inA),
    second: shared / Math.max(1, inB),
  };
}
