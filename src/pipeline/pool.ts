import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { RawDocument } from '../model/document.js';
import { NOTHING_LEARNED, withChange, type Learned, type LearnedChange } from '../model/learned.js';
import type { Job, JobAnswers } from './jobs.js';
import type { Prepared } from './prepare.js';

/** Tests run the TypeScript sources; threads always run what was built from them. */
const WORKER = import.meta.url.endsWith('.ts')
  ? new URL('../../dist/src/pipeline/worker.js', import.meta.url)
  : new URL('./worker.js', import.meta.url);

/** A hostile page may cost this much, and no more. */
const DOCUMENT_MS = 20_000;
const THREAD_HEAP_MB = 400;

/** What a thread is told. */
export type ToThread = { job: Job; documents: RawDocument[] } | { learned: LearnedChange };

/**
 * Threads that prepare documents. A document that takes too long, or more memory than a thread may
 * have, is refused; those that shared its message are prepared again without it.
 */
export class PreparePool {
  private readonly idle: Worker[] = [];
  private readonly waiting: Array<(worker: Worker) => void> = [];
  private readonly all = new Set<Worker>();

  /**
   * @param learned what the store has taught so far; `teach` adds to it
   * @param threads one fewer than the cores, at least one: the main thread relates and stores meanwhile
   */
  constructor(
    private learned: Learned = NOTHING_LEARNED,
    readonly threads = Math.max(1, Math.min(4, availableParallelism() - 1)),
  ) {
    for (let i = 0; i < threads; i += 1) this.idle.push(this.start());
  }

  /** Reads and analyses documents: what became of each, in order. */
  prepare(documents: RawDocument[]): Promise<Prepared[]> {
    return this.run('prepare', documents);
  }

  /** @returns the answer to each document, in order; a refusal where it cost too much */
  async run<J extends Job>(job: J, documents: RawDocument[]): Promise<Array<JobAnswers[J]>> {
    const answers = await this.tryOnce(job, documents);
    if (answers !== 'ended') return answers;
    const [only] = documents;
    if (documents.length === 1 && only) {
      const refused = `reading it took over ${DOCUMENT_MS / 1000} s or ${THREAD_HEAP_MB} MB; it was left out`;
      return [{ name: only.name, refused } as JobAnswers[J]];
    }
    const one: Array<JobAnswers[J]> = [];
    for (const document of documents) one.push(...(await this.run(job, [document])));
    return one;
  }

  /** Tells every thread what else was learned: documents sent from now on are prepared with it. */
  teach(change: LearnedChange): void {
    this.learned = withChange(this.learned, change);
    for (const worker of this.all) worker.postMessage({ learned: change } satisfies ToThread);
  }

  async close(): Promise<void> {
    await Promise.all([...this.all].map((worker) => worker.terminate()));
  }

  private start(): Worker {
    const worker = new Worker(WORKER, {
      resourceLimits: { maxOldGenerationSizeMb: THREAD_HEAP_MB },
      workerData: this.learned,
    });
    this.all.add(worker);
    return worker;
  }

  private take(): Promise<Worker> {
    const worker = this.idle.pop();
    return worker ? Promise.resolve(worker) : new Promise((give) => this.waiting.push(give));
  }

  private release(worker: Worker): void {
    const next = this.waiting.shift();
    if (next) next(worker);
    else this.idle.push(worker);
  }

  private async tryOnce<J extends Job>(
    job: J,
    documents: RawDocument[],
  ): Promise<Array<JobAnswers[J]> | 'ended'> {
    const worker = await this.take();
    const result = await answerOf<JobAnswers[J]>(worker, { job, documents });
    if (result === 'ended') {
      this.all.delete(worker);
      worker.on('error', () => undefined);
      await worker.terminate();
      this.release(this.start());
    } else this.release(worker);
    return result;
  }
}

/** What a thread answers to one message, or 'ended' where it took too long, or died of it. */
function answerOf<Answer>(worker: Worker, message: ToThread): Promise<Answer[] | 'ended'> {
  return new Promise((resolve) => {
    const settle = (value: Answer[] | 'ended') => {
      clearTimeout(timer);
      worker.off('message', settle).off('error', ended).off('exit', ended);
      resolve(value);
    };
    const ended = () => settle('ended');
    const timer = setTimeout(ended, DOCUMENT_MS);
    worker.once('message', settle).once('error', ended).once('exit', ended);
    worker.postMessage(message);
  });
}
