import { availableParallelism } from 'node:os';
import type { RawDocument } from '../model/document.js';
import { NOTHING_LEARNED, type Learned } from '../model/learned.js';
import type { Job, JobAnswers } from './jobs.js';
import type { Prepared } from './prepare.js';
import { DOCUMENT_MS, PrepareThread, THREAD_HEAP_MB } from './thread.js';

/**
 * Threads that prepare documents. A document that takes too long, or more memory than a thread may
 * have, is refused; those that shared its message are prepared again without it.
 */
export class PreparePool {
  private readonly all: PrepareThread[] = [];

  /**
   * @param learned what documents are prepared with unless it is said with them
   * @param threads one fewer than the cores, at least one and at most four unless it is said: the main thread relates
   *   and stores meanwhile
   */
  constructor(
    private readonly learned: Learned = NOTHING_LEARNED,
    readonly threads = Math.max(1, Math.min(4, availableParallelism() - 1)),
  ) {
    for (let i = 0; i < threads; i += 1) this.all.push(new PrepareThread(learned));
  }

  /** Reads and analyses documents: what became of each, in order. */
  prepare(documents: RawDocument[], learned?: Learned): Promise<Prepared[]> {
    return this.run('prepare', documents, learned);
  }

  /** @returns the answer to each document, in order; a refusal where it cost too much */
  async run<J extends Job>(
    job: J,
    documents: RawDocument[],
    learned = this.learned,
  ): Promise<Array<JobAnswers[J]>> {
    const idlest = this.all.reduce((a, b) => (b.load < a.load ? b : a));
    const answers = await idlest.ask(job, documents, learned);
    if (answers !== 'ended') return answers;
    const [only] = documents;
    if (documents.length === 1 && only) {
      const refused = `reading it took over ${DOCUMENT_MS / 1000} s or ${THREAD_HEAP_MB} MB; it was left out`;
      return [{ name: only.name, refused } as JobAnswers[J]];
    }
    const one: Array<JobAnswers[J]> = [];
    for (const document of documents) one.push(...(await this.run(job, [document], learned)));
    return one;
  }

  async close(): Promise<void> {
    await Promise.all(this.all.map((thread) => thread.close()));
  }
}
