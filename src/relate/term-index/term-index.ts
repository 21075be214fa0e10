/** A weighted term of a query, by its number (`termNumber`). */
export interface WeightedTerm {
  term: number;
  weight: number;
}

/** The weighted terms of a document; see `packTerms`. */
export interface DocumentTerms {
  /** Numbers of the terms, rising. */
  numbers: Uint32Array;
  /**
   * Document side of the score, one level (1 to 255) for each number; `WEIGHT_OF_LEVEL` says what each
   * is worth. tf and length are in it, idf is not.
   */
  levels: Uint8Array;
}

/** What the index keeps of an article. */
export interface IndexedDocument {
  /** The store's seq; documents are added in its order, each once. */
  seq: number;
  /** Publication (else collection) time, milliseconds since 1970, UTC. */
  time: number;
  /** Id of its source. */
  source: string;
  terms: DocumentTerms;
  /** Whatever else relate wants back of it (fingerprint, names): opaque, returned as given. */
  payload: Uint8Array;
}

export interface TermQuery {
  /** Query side of the score; idf is in the weight. Weights of a term named twice are added; those not above 0 are ignored. */
  terms: WeightedTerm[];
  top: number;
  /** Only documents with `after <= time < before`, ms. */
  after?: number;
  before?: number;
  /** Only documents with a time before or after this stretch of it: not `after <= time < before`. */
  outside?: { after: number; before: number };
  /** Only documents with at least this score. */
  atLeast?: number;
  /** Of what lies more than so many ms from a time, before or after it, only documents with so much; steps rise. */
  farther?: { time: number; steps: Array<{ beyond: number; atLeast: number }> };
  /**
   * How much of what a term adds at most it is reckoned to add where it was not looked at yet. With less than
   * 1, the default, fewer postings are looked at, and a document near the end of the list may be missed
   * (Broder et al. 2003 raise the threshold to the same end).
   */
  reckoned?: number;
  /** Only documents of these sources. */
  sources?: string[];
  /** Documents never to return. */
  skip?: (seq: number) => boolean;
}

export interface TermHit {
  seq: number;
  /** Of its publication, ms. */
  time: number;
  /** Sum over shared terms of query weight × document weight. */
  score: number;
}

/**
 * An inverted index in typed arrays: time-ordered immutable segments on disk, a growing tail in
 * memory with a log in front. Derived data: equal, after any crash, to one rebuilt from the store.
 */
export interface TermIndex {
  /** Documents held, removed ones not counted. */
  readonly size: number;
  /** The seq after the last one held: where a rebuild or catch-up goes on. */
  readonly next: number;
  /**
   * Adds one document to the tail; found by the very next query. Durable after `flush`. Where its seq
   * is held already, it takes that document's place.
   */
  add(document: IndexedDocument): void;
  /** Removes a document, if it is held. Durable after `flush`. */
  remove(seq: number): void;
  /** Makes what was added durable; seals and merges segments where due. */
  flush(): Promise<void>;
  /**
   * The `top` documents with the highest scores, highest first; of equal scores the newer seq first.
   * Exact over the weights as kept. A document that shares no term is never among them.
   */
  query(query: TermQuery): TermHit[];
  /** How many documents hold the term, removed ones not counted. */
  frequency(term: number): number;
  document(seq: number): IndexedDocument | undefined;
  close(): Promise<void>;
}
