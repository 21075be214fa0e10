/**
 * One collecting process of bench/collect.ts: visits the feeds of a JSON file, writes each document's
 * name to a log before it asks for the next, keeps states in an append-only file.
 */
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { collectOnce } from '../src/collect/collector.js';
import { newFeedState } from '../src/collect/feed-states.js';
import type { FeedState, Subscription } from '../src/model/feed.js';

const [plan = '', folder = '', all] = process.argv.slice(2);
const { subscriptions, hosts, gapMs } = JSON.parse(readFileSync(plan, 'utf8')) as {
  subscriptions: Subscription[];
  hosts: string[];
  gapMs: number;
};
const stateFile = `${folder}/states.jsonl`;
const states = new Map<string, FeedState>();
if (existsSync(stateFile))
  for (const line of readFileSync(stateFile, 'utf8').split('\n')) {
    try {
      const { id, state } = JSON.parse(line) as { id: string; state: FeedState };
      states.set(id, state);
    } catch {
      // The last line of a killed process.
    }
  }
let most = 0;
const watch = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 200);
const items = collectOnce(
  subscriptions,
  {
    get: (id) => Promise.resolve(states.get(id) ?? newFeedState()),
    put: (id, state) => {
      states.set(id, state);
      appendFileSync(stateFile, `\n${JSON.stringify({ id, state })}`);
      return Promise.resolve();
    },
    remove: () => Promise.resolve(),
  },
  { allowHosts: hosts, gapMs, timeoutMs: 4000, concurrency: 250, all: all === 'all' },
);
for await (const item of items) {
  if ('form' in item) appendFileSync(`${folder}/documents.txt`, `${item.form} ${item.name}\n`);
  else if ('event' in item && item.event === 'failed')
    appendFileSync(`${folder}/failures.txt`, `${item.failure.code}\n`);
}
clearInterval(watch);
console.log(JSON.stringify({ rssMb: Math.round(most / 1e6) }));
