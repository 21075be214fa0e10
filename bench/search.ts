/**
 * How long searches take in an open store, by kind of query: processor time and wall time, median and 99th
 * percentile. Queries are made of titles taken evenly from the store, each asked once, so that nothing of it is
 * remembered from before.
 *
 *     tsx bench/search.ts DIR [--asked 400]
 */
import { parseArgs } from 'node:util';
import { isFunctionWord } from '../src/arabic/function-words/function-words.js';
import { tokenise } from '../src/arabic/words/tokenise.js';
import { parseQuery } from '../src/analyse/query.js';
import { openStore } from '../src/store/open.js';

const { values, positionals } = parseArgs({
  options: { asked: { type: 'string', default: '400' } },
  allowPositionals: true,
});
const [directory] = positionals;
if (!directory) throw new Error('usage: tsx bench/search.ts DIR [--asked 400]');
const store = await openStore(directory, { readonly: true });
const { articles } = await store.stats();
const asked = Number(values.asked);
const seqs = Array.from({ length: asked }, (_, n) => 1 + Math.floor((n * (articles - 1)) / asked));
const titles = (await store.bySeq(seqs))
  .map(({ title }) =>
    tokenise(title)
      .filter(({ kind, folded }) => kind === 'arabic' && !isFunctionWord(folded))
      .map(({ start, end }) => title.slice(start, end)),
  )
  .filter((words) => words.length > 4);

type Kind = (words: string[]) => string;
const kinds: Record<string, Kind> = {
  'one word': ([a]) => `${a}`,
  'two words': ([a, b]) => `${a} ${b}`,
  'three words': ([a, b, c]) => `${a} ${b} ${c}`,
  'a phrase': ([a, b]) => `"${a} ${b}"`,
  alternatives: ([a, b]) => `${a} OR ${b}`,
  'without a word': ([a, b]) => `${a} -${b}`,
  'in the title': ([a, b]) => `title:${a} ${b}`,
  'a headline': (words) => words.join(' '),
  'a question': ([a, b, c, d]) => `متى ${a} ${b} ${c} ${d}؟`,
};

function quantile(times: number[], share: number): string {
  const sorted = [...times].sort((a, b) => a - b);
  return (sorted[Math.floor((sorted.length - 1) * share)] ?? 0).toFixed(1).padStart(7);
}

console.log(`${articles} articles, ${titles.length} queries of each kind; ms, median and p99`);
for (const sort of ['relevance', 'date'] as const)
  for (const [name, query] of Object.entries(kinds)) {
    const cpu: number[] = [];
    const wall: number[] = [];
    for (const words of titles) {
      const parsed = parseQuery(query(words));
      const begun = performance.now();
      const before = process.cpuUsage();
      await store.search(parsed, { limit: 20, sort, foldCopies: true });
      const { user, system } = process.cpuUsage(before);
      wall.push(performance.now() - begun);
      cpu.push((user + system) / 1000);
    }
    console.log(
      `${name.padEnd(16)} by ${sort.padEnd(10)} CPU ${quantile(cpu, 0.5)} ${quantile(cpu, 0.99)}   wall ${quantile(wall, 0.5)} ${quantile(wall, 0.99)}`,
    );
  }
await store.close();
