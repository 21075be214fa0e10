import type { Best } from './best.js';
import type { QueryPlan } from './plan.js';
import type { IndexedDocument, WeightedTerm } from './term-index.js';

/** A stretch of the index: a tail in memory or a segment on disk. Documents are named by their offset in it. */
export interface Part {
  /** Documents in it, removed ones counted. */
  readonly documents: number;
  readonly removed: number;
  /** Offset of the document if it is here and was not removed, else -1. */
  find(seq: number): number;
  remove(offset: number): void;
  document(offset: number): IndexedDocument;
  /** Offers to `best` every document that may be among the best. */
  search(plan: QueryPlan, best: Best): void;
}

/** Strongest first, so that the order is the same from whichever part a document comes. */
export function strongestFirst(terms: WeightedTerm[]): WeightedTerm[] {
  return terms.sort((a, b) => b.weight - a.weight || (a.term < b.term ? -1 : 1));
}
