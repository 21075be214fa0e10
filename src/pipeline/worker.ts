import { parentPort } from 'node:worker_threads';
import type { RawDocument } from '../model/document.js';
import { prepare } from './prepare.js';

/** Thread entry: prepares the documents of each message and answers with them in order. */
parentPort?.on('message', (documents: RawDocument[]) => {
  parentPort?.postMessage(documents.map(prepare));
});
