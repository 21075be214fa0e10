import { parentPort, workerData } from 'node:worker_threads';
import { withChange, type Learned } from '../model/learned.js';
import { JOBS } from './jobs.js';
import type { ToThread } from './thread.js';

let learned = workerData as Learned;

/** Does the job of a message with its documents and answers in their order. */
async function take(message: ToThread): Promise<void> {
  if ('learned' in message) {
    learned = withChange(learned, message.learned);
    return;
  }
  const doing = await JOBS[message.job]();
  parentPort?.postMessage(message.documents.map((document) => doing(document, learned)));
}

/** Loading a job takes a while: what comes meanwhile waits, so that answers come in order. */
let taken = Promise.resolve();
parentPort?.on('message', (message: ToThread) => {
  taken = taken.then(() => take(message));
});
