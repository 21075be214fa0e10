import { parentPort, workerData } from 'node:worker_threads';
import { withChange, type Learned } from '../model/learned.js';
import type { ToThread } from './pool.js';
import { prepare } from './prepare.js';

let learned = workerData as Learned;

/** Thread entry: prepares the documents of each message and answers with them in order. */
parentPort?.on('message', (message: ToThread) => {
  if ('learned' in message) learned = withChange(learned, message.learned);
  else parentPort?.postMessage(message.documents.map((document) => prepare(document, learned)));
});
