import { Worker } from 'node:worker_threads';
import type { Learned, LearnedChange } from '../model/learned.js';
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

  /** @param learned what a thread that is started now should know */
  constructor(private readonly learned: () => Learned) {
    this.worker = this.start();
  }

  /** Tasks that are not done yet. */
  get load(): number {
    return this.asked.length;
  }

  /** @returns an answer for each document, or 'ended' where they took too long or too much memory */
  ask<J extends Job>(job: J, documents: RawDocument[]): Promise<Array<JobAnswers[J]> | 'ended'> {
    return new Promise((resolve) => {
      const task = { job, documents };
      this.asked.push({ task, settle: (answer) => resolve(answer as JobAnswers[J][] | 'ended') });
      this.worker ??= this.start();
      this.worker.postMessage(task satisfies ToThread);
      if (this.asked.length === 1) this.watch();
    });
  }

  /** Documents asked for from now on are prepared with it. */
  teach(learned: LearnedChange): void {
    this.worker?.postMessage({ learned } satisfies ToThread);
  }

  async close(): Promise<void> {
    this.closed = true;
    clearTimeout(this.timer);
    await this.worker?.terminate();
  }

  private start(): Worker {
    const worker = new Worker(WORKER, {
      resourceLimits: { maxOldGenerationSizeMb: THREAD_HEAP_MB },
      workerData: this.learned(),
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
    this.worker = guilty && this.start();
    for (const { task } of this.asked) this.worker?.postMessage(task satisfies ToThread);
    this.watch();
    guilty?.settle('ended');
  }
}
