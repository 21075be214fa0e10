import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { Best } from './best.js';
import { IndexDamaged } from './damage.js';
import { cutLog, Log, replayLog } from './log.js';
import {
  logPath,
  manifestPath,
  readManifest,
  writeDurably,
  writeManifest,
  type Manifest,
} from './manifest.js';
import type { Part } from './part.js';
import { planQuery } from './plan.js';
import { Tail } from './tail.js';
import type { IndexedDocument, TermHit, TermIndex, TermQuery } from './term-index.js';
import { hashOf } from './terms.js';

export interface TermIndexOptions {
  /** Opens what is there now beside a writer, and changes nothing on disk. */
  readonly?: boolean;
}

/**
 * Opens the term index in `directory`; a new one where there is none.
 * @throws IndexDamaged where what is on disk cannot be trusted
 */
export async function openTermIndex(
  directory: string,
  options: TermIndexOptions = {},
): Promise<TermIndex> {
  const readonly = options.readonly ?? false;
  if (!readonly) mkdirSync(directory, { recursive: true });
  let manifest = readManifest(directory);
  if (!manifest) {
    if (existsSync(directory) && readdirSync(directory).some((name) => /\.segment$/.test(name))) {
      throw new IndexDamaged(manifestPath(directory), 'it is missing');
    }
    manifest = { next: 0, firstLog: 1, segments: [] };
    if (!readonly) {
      await writeDurably(logPath(directory, 1), new Uint8Array());
      await writeManifest(directory, manifest);
    }
  }
  return new DiskTermIndex(directory, manifest, readonly);
}

/** A tail with the log that makes it durable. */
interface LoggedTail {
  tail: Tail;
  log: Log;
  number: number;
}

class DiskTermIndex implements TermIndex {
  next: number;
  /** Oldest first; the last one takes what is added. */
  private readonly tails: LoggedTail[] = [];

  constructor(
    private readonly directory: string,
    manifest: Manifest,
    private readonly readonly: boolean,
  ) {
    this.next = manifest.next;
    this.replay(manifest.firstLog);
  }

  private replay(firstLog: number): void {
    if (!existsSync(logPath(this.directory, firstLog))) {
      if (this.readonly) return;
      throw new IndexDamaged(logPath(this.directory, firstLog), 'it is missing');
    }
    for (let number = firstLog; existsSync(logPath(this.directory, number)); number++) {
      const path = logPath(this.directory, number);
      const last = !existsSync(logPath(this.directory, number + 1));
      const tail = new Tail();
      this.tails.push({ tail, log: new Log(path, 0), number });
      const length = replayLog(path, last, {
        add: (document) => this.hold(document),
        remove: (seq) => this.drop(seq),
      });
      this.tails.at(-1)!.log = new Log(path, length);
      if (last && !this.readonly) cutLog(path, length);
    }
  }

  private get active(): LoggedTail {
    return this.tails.at(-1)!;
  }

  /** Newest first. */
  private parts(): Part[] {
    return this.tails.map(({ tail }) => tail).reverse();
  }

  get size(): number {
    return this.parts().reduce((sum, part) => sum + part.documents - part.removed, 0);
  }

  add(document: IndexedDocument): void {
    this.writable();
    if (document.seq < this.next) this.remove(document.seq);
    this.hold(document);
    this.active.log.add(document);
  }

  private hold(document: IndexedDocument): void {
    this.active.tail.add(document);
    this.next = Math.max(this.next, document.seq + 1);
  }

  remove(seq: number): void {
    this.writable();
    if (this.drop(seq)) this.active.log.remove(seq);
  }

  private drop(seq: number): boolean {
    for (const part of this.parts()) {
      const offset = part.find(seq);
      if (offset === -1) continue;
      part.remove(offset);
      return true;
    }
    return false;
  }

  async flush(): Promise<void> {
    this.writable();
    for (const { log } of this.tails) if (log.dirty) await log.flush();
  }

  query(query: TermQuery): TermHit[] {
    const plan = planQuery(query);
    if (plan.terms.length === 0 || query.top < 1) return [];
    const best = new Best(query.top);
    for (const part of this.parts()) part.search(plan, best);
    return best.ranked().map(({ seq, score }) => ({ seq, score: score / plan.scale }));
  }

  frequency(term: string): number {
    const hash = hashOf(term);
    return this.parts().reduce((sum, part) => sum + part.frequency(term, hash), 0);
  }

  document(seq: number): IndexedDocument | undefined {
    for (const part of this.parts()) {
      const offset = part.find(seq);
      if (offset !== -1) return part.document(offset);
    }
    return undefined;
  }

  async close(): Promise<void> {
    if (!this.readonly) await this.flush();
    for (const { log } of this.tails) await log.close();
  }

  private writable(): void {
    if (this.readonly) throw new Error(`Term index ${this.directory} was opened readonly`);
  }
}
