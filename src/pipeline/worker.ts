import { parentPort, workerData } from 'node:worker_threads';
import { withChange, type Learned } from '../model/learned.js';
import { JOBS } from './jobs.js';
import type { ToThread } from './pool.js';

let learned = workerData as Learned;

/** Thread entry: does the job of each message with its documents and answers in their order. */
parentPort?.on('message', async (message: ToThread) => {
  if ('learned' in message) {
    learned = withChange(learned, message.learned);
    return;
  }
  const doing = await JOBS[message.job]();
  parentPort?.postMessage(message.documents.map((document) => doing(document, learned)));
});
