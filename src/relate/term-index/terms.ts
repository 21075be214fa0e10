import type { DocumentTerms } from './term-index.js';
import { levelOf } from './weights.js';

/**
 * The number that the index knows a term by: a 32-bit hash of its UTF-16 units (FNV-1a with murmur3's
 * finish, so that all bits spread), never 0. Of a million terms about two hundred share their number
 * with another and count as one with it: too few to tell in a score, and no text of a term is kept.
 * @param from where the term begins and `to` where it ends, in UTF-16 units, where it is part of a text
 */
export function termNumber(term: string, from = 0, to = term.length): number {
  let hash = 0x811c9dc5;
  for (let i = from; i < to; i++) {
    hash = Math.imul(hash ^ term.charCodeAt(i), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0 || 1;
}

const LEVEL_STEPS = 256;

/**
 * Weighted terms as a document keeps them. A weight above 1 counts as 1, one that is not above 0 is
 * left out; of terms named twice the highest weight counts.
 */
export function packTerms(weighted: Iterable<{ term: string; weight: number }>): DocumentTerms {
  const packed: number[] = [];
  for (const { term, weight } of weighted) {
    const level = levelOf(weight);
    if (level > 0) packed.push(termNumber(term) * LEVEL_STEPS + level);
  }
  const sorted = Float64Array.from(packed).sort();
  const numbers = new Uint32Array(sorted.length);
  const levels = new Uint8Array(sorted.length);
  let length = 0;
  for (const one of sorted) {
    const number = Math.floor(one / LEVEL_STEPS);
    if (length === 0 || numbers[length - 1] !== number) numbers[length++] = number;
    levels[length - 1] = one % LEVEL_STEPS;
  }
  return { numbers: numbers.slice(0, length), levels: levels.slice(0, length) };
}
