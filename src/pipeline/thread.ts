import { Worker } from 'node:worker_threads';
import { changeBetween, type Learned, type LearnedChange } from '../model/learned.js';
import type { Job, JobAnswers } from './jobs.js';
import type { RawDocument } from '../model/document.js';

/** Tests run the TypeScript sources; threads always run what was built from them. */
const WORKER = import.meta.url.endsWith('.ts')
  ? new URL('../../dist/src/pipeline/worker.js', import.meta.url)
  : new URL('./worker.js', import.meta.url);

/** A hostile page may cost this much, and no more. */
export const DOCUMENT_MS = 20_000;
export const THREAD_HEAP_MB = 400;

/** Documents with what is to be done with them. */
export interface Task {
  job: Job;
  documents: RawDocument[];
}

/** What a thread is told. */
export type ToThread = Task | { learned: LearnedChange };

type Answers = Array<JobAnswers[Job]>;

interface Asked {
  task: Task;
  learned: Learned;
  settle(answer: Answers | 'ended'): void;
}

/**
 * A thread and what it has been asked: it always has the next task at hand, so that it works on while the main
 * thread is busy. Where a task takes too long or the thread dies of it, another thread goes on with the rest.
 */
export class PrepareThread {
  private readonly asked: Asked[] = [];
  private worker: Worker | undefined;
  private timer: NodeJS.Timeout | undefined;
  private closed = false;

  /** @param told what the thread knows until a task says otherwise */
  constructor(private told: Learned) {
    this.worker = this.start(told);
  }

  /** Tasks that are not done yet. */
  get load(): number {
    return this.asked.length;
  }

  /**
   * @param learned what the documents are done with, whatever is learned until the thread comes to them
   * @returns an answer for each document, or 'ended' where they took too long or too much memory
   */
  ask<J extends Job>(
    job: J,
    documents: RawDocument[],
    learned: Learned,
  ): Promise<Array<JobAnswers[J]> | 'ended'> {
    return new Promise((resolve) => {
      const settle: Asked['settle'] = (answer) => resolve(answer as JobAnswers[J][] | 'ended');
      const one = { task: { job, documents }, learned, settle };
      this.asked.push(one);
      this.worker ??= this.start(learned);
      this.send(one);
      if (this.asked.length === 1) this.watch();
    });
  }

  private send({ task, learned }: Asked): void {
    if (learned !== this.told) this.post({ learned: changeBetween(this.told, learned) });
    this.told = learned;
    this.post(task);
  }

  private post(message: ToThread): void {
    this.worker?.postMessage(message);
  }

  async close(): Promise<void> {
    this.closed = true;
    clearTimeout(this.timer);
    await this.worker?.terminate();
  }

  private start(told: Learned): Worker {
    this.told = told;
    const worker = new Worker(WORKER, {
      resourceLimits: { maxOldGenerationSizeMb: THREAD_HEAP_MB },
      workerData: told,
    });
    return worker
      .on('message', (answer: Answers) => {
        if (worker === this.worker) this.done(answer);
      })
      .on('error', () => undefined) // comes before answers given earlier; 'exit' after them
      .on('exit', () => {
        if (worker === this.worker) this.replace();
      });
  }

  /** Times the task that the thread is at. An answer that came while the main thread was busy still counts. */
  private watch(): void {
    clearTimeout(this.timer);
    const [now] = this.asked;
    const late = () => setImmediate(() => now === this.asked[0] && this.replace());
    if (now) this.timer = setTimeout(late, DOCUMENT_MS);
  }

  private done(answer: Answers): void {
    const done = this.asked.shift();
    this.watch();
    done?.settle(answer);
  }

  /** The task that the thread is at ends it: the others are done by a new one. */
  private replace(): void {
    if (this.closed) return;
    const guilty = this.asked.shift();
    void this.worker?.terminate();
    // One that ends without a task would only end again.
    this.worker = guilty && this.start((this.asked[0] ?? guilty).learned);
    for (const one of this.asked) this.send(one);
    this.watch();
    guilty?.settle('ended');
  }
}
