import type { Best } from './best.js';
import type { QueryPlan } from './plan.js';
import type { DocumentTerms, IndexedDocument } from './term-index.js';

/** A stretch of the index: a tail in memory or a segment on disk. Documents are named by their offset in it. */
export interface Part {
  /** Documents in it, removed ones counted. */
  readonly documents: number;
  readonly removed: number;
  /** Offset of the document if it is here and was not removed, else -1. */
  find(seq: number): number;
  remove(offset: number): void;
  document(offset: number): IndexedDocument;
  terms(offset: number): DocumentTerms;
  /** Offers to `best` every document that may be among the best. */
  search(plan: QueryPlan, best: Best): void;
}
