import type { Best } from './best.js';
import { strongestFirst, type Part } from './part.js';
import type { QueryPlan } from './plan.js';
import { candidates, candidateSums, sums } from './scratch.js';
import type { IndexedDocument } from './term-index.js';
import { levelOf, WEIGHT_OF_LEVEL } from './weights.js';

const NONE = -1;

function grown<A extends Int32Array | Uint16Array | Uint8Array>(array: A, wanted: number): A {
  if (wanted <= array.length) return array;
  const larger = new (array.constructor as new (length: number) => A)(
    Math.max(wanted, array.length * 2),
  );
  larger.set(array);
  return larger;
}

/**
 * The newest documents, in memory; at most CHUNK of them. All postings lie in one pool in the order of arrival, so that a
 * document's terms stand together; each posting points to its term's one before.
 */
export class Tail implements Part {
  readonly termIds = new Map<string, number>();
  readonly terms: string[] = [];
  readonly seqs: number[] = [];
  readonly times: number[] = [];
  readonly sources: string[] = [];
  readonly payloads: Uint8Array[] = [];
  readonly removedOffsets = new Set<number>();
  /** Bytes of payloads, and about four for each posting. */
  bytes = 0;
  private readonly offsets = new Map<number, number>();
  private firstPosting: number[] = [0];
  private postings = 0;
  private latest = new Int32Array(4096).fill(NONE);
  private frequencies = new Int32Array(4096);
  private before = new Int32Array(65_536);
  private termOf = new Int32Array(65_536);
  private documentOf = new Uint16Array(65_536);
  private levelAt = new Uint8Array(65_536);

  get documents(): number {
    return this.seqs.length;
  }

  get removed(): number {
    return this.removedOffsets.size;
  }

  add(document: IndexedDocument): void {
    const offset = this.documents;
    this.makeRoom(document.terms.length);
    const first = this.postings;
    for (const { term, weight } of document.terms) {
      const level = levelOf(weight);
      if (level > 0) this.post(term, offset, level, first);
    }
    this.firstPosting.push(this.postings);
    this.seqs.push(document.seq);
    this.times.push(document.time);
    this.sources.push(document.source);
    this.payloads.push(new Uint8Array(document.payload));
    this.offsets.set(document.seq, offset);
    this.bytes += document.payload.length + 4 * (this.postings - first);
  }

  private makeRoom(more: number): void {
    const wanted = this.postings + more;
    this.before = grown(this.before, wanted);
    this.termOf = grown(this.termOf, wanted);
    this.documentOf = grown(this.documentOf, wanted);
    this.levelAt = grown(this.levelAt, wanted);
  }

  private post(term: string, offset: number, level: number, first: number): void {
    const id = this.termIds.get(term) ?? this.newTerm(term);
    const before = this.latest[id]!;
    if (before >= first) {
      this.levelAt[before] = Math.max(level, this.levelAt[before]!);
      return;
    }
    const at = this.postings++;
    this.before[at] = before;
    this.termOf[at] = id;
    this.documentOf[at] = offset;
    this.levelAt[at] = level;
    this.latest[id] = at;
    this.frequencies[id]!++;
  }

  private newTerm(term: string): number {
    const id = this.terms.length;
    this.termIds.set(term, id);
    this.terms.push(term);
    if (id === this.latest.length) {
      this.latest = grown(this.latest, id + 1).fill(NONE, id);
      this.frequencies = grown(this.frequencies, id + 1);
    }
    return id;
  }

  find(seq: number): number {
    const offset = this.offsets.get(seq);
    return offset === undefined || this.removedOffsets.has(offset) ? -1 : offset;
  }

  remove(offset: number): void {
    this.removedOffsets.add(offset);
    this.eachPosting(offset, (id) => this.frequencies[id]!--);
  }

  /** Term ids (of this tail) and levels of one document. */
  eachPosting(offset: number, take: (termId: number, level: number) => void): void {
    const end = this.firstPosting[offset + 1]!;
    for (let at = this.firstPosting[offset]!; at < end; at++) {
      take(this.termOf[at]!, this.levelAt[at]!);
    }
  }

  /** Documents not removed that hold the term. */
  frequency(term: string): number {
    const id = this.termIds.get(term);
    return id === undefined ? 0 : this.frequencies[id]!;
  }

  document(offset: number): IndexedDocument {
    const terms: IndexedDocument['terms'] = [];
    this.eachPosting(offset, (id, level) =>
      terms.push({ term: this.terms[id]!, weight: WEIGHT_OF_LEVEL[level]! }),
    );
    return {
      seq: this.seqs[offset]!,
      time: this.times[offset]!,
      source: this.sources[offset]!,
      terms: strongestFirst(terms),
      payload: new Uint8Array(this.payloads[offset]!),
    };
  }

  search(plan: QueryPlan, best: Best): void {
    const lists: number[] = [];
    for (const { term, adds } of plan.terms) {
      const id = this.termIds.get(term);
      if (id === undefined) continue;
      lists.push(this.latest[id]!);
      for (let at = this.latest[id]!; at !== NONE; at = this.before[at]!) {
        sums[this.documentOf[at]!]! += adds[this.levelAt[at]!]!;
      }
    }
    const found = this.gather(lists, best.floor);
    for (let i = 0; i < found; i++) {
      const offset = candidates[i]!;
      if (candidateSums[i]! >= best.floor && this.passes(offset, plan)) {
        best.offer(candidateSums[i]!, this.seqs[offset]!);
      }
    }
  }

  /** Takes the sums of at least `floor` out as candidates, and leaves all sums zero. */
  private gather(lists: number[], floor: number): number {
    let found = 0;
    for (const list of lists) {
      for (let at = list; at !== NONE; at = this.before[at]!) {
        const offset = this.documentOf[at]!;
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

  private passes(offset: number, plan: QueryPlan): boolean {
    const time = this.times[offset]!;
    return (
      time >= plan.after &&
      time < plan.before &&
      !this.removedOffsets.has(offset) &&
      (plan.sources === undefined || plan.sources.has(this.sources[offset]!)) &&
      (plan.skip === undefined || !plan.skip(this.seqs[offset]!))
    );
  }
}
