/**
 * How fast an open store answers: opening, `similar` and search over articles taken evenly from it.
 *
 *   tsx bench/desk.ts DIR
 */
import { parseQuery } from '../src/analyse/query.js';
import { openDesk } from '../src/desk/open.js';

const ASKED = 300;

function quantile(times: number[], share: number): string {
  const sorted = [...times].sort((a, b) => a - b);
  return (sorted[Math.floor((sorted.length - 1) * share)] ?? 0).toFixed(1);
}

function show(what: string, times: number[]): void {
  console.log(`${what}: median ${quantile(times, 0.5)} ms, p99 ${quantile(times, 0.99)} ms`);
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

const [directory] = process.argv.slice(2);
if (!directory) throw new Error('usage: tsx bench/desk.ts DIR');
const begun = performance.now();
const desk = await openDesk(directory, { readonly: true });
console.log(`open: ${(performance.now() - begun).toFixed(0)} ms`);
const { articles } = await desk.store.stats();
const seqs = Array.from({ length: ASKED }, (_, n) => 1 + Math.floor((n * (articles - 1)) / ASKED));
const asked = await desk.store.bySeq(seqs);
const similar: number[] = [];
const nextRead: number[] = [];
const search: number[] = [];
for (const { id, title } of asked) {
  similar.push(await timed(() => desk.relater.similar(id)));
  nextRead.push(await timed(() => desk.relater.nextRead(id)));
  const words = title.split(/\s+/).slice(0, 2).join(' ');
  search.push(await timed(() => desk.store.search(parseQuery(words), { limit: 10 })));
}
show('similar', similar);
show('next read', nextRead);
show('search, two words', search);
console.log(`memory: ${(process.memoryUsage().rss / 1e6).toFixed(0)} MB`);
await desk.close();
