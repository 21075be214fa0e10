/**
 * Measures the bond between stories with the days around the judged ones in the store, as a news desk has
 * them: there the same affairs go on, which `eval/story-bond.ts` (the judged articles alone) never sees.
 *
 *   tsx eval/story-days.ts DB [--around 0,1,3]
 *
 * DB is a store of both corpora. All articles of a window and the days around it are grouped at once;
 * candidates are each one's 30 nearest by the index, as in `tidyStories`. A third line, of other events: the
 * queries of related/dev with their neighbours of five days, where an article of grade 3 (the same event)
 * belongs into the query's story and one of less does not.
 */
import { parseArgs } from 'node:util';
import { agglomerate } from '../src/relate/stories/agglomerate.js';
import { centreOf } from '../src/relate/stories/centre.js';
import { readShared } from './articles.js';
import { bcubed } from './bcubed.js';
import { judgedWindow, openArticles } from './judged.js';

const DAY = 86_400_000;
const IDLE = 5 * DAY;
const BESIDE = 30;
const LEAST_SHARE = 0.1;
/** Neighbours of a query that are grouped with it. */
const AROUND_QUERY = 150;

const { values: options, positionals } = parseArgs({
  options: { around: { type: 'string', default: '0,1,3' } },
  allowPositionals: true,
});
const [db] = positionals;
if (!db) {
  console.error('usage: tsx eval/story-days.ts DB [--around 0,1,3] (a store of both corpora)');
  process.exit(2);
}
const { index, neighbours, seqOf, times } = await openArticles(db);

function nearest(seq: number, top: number): number[] {
  const ready = neighbours.ready(seq)!;
  const { time } = ready.profile;
  const within = { after: time - IDLE, before: time + IDLE + 1 };
  return neighbours.hits(ready, { top, least: LEAST_SHARE, ...within }).map((hit) => hit.seq);
}

/** @returns of each article the number of its story */
function grouped(seqs: number[]): Map<number, number> {
  const sorted = [...seqs].sort((a, b) => times.get(a)! - times.get(b)! || a - b);
  const placeOf = new Map(sorted.map((seq, place) => [seq, place]));
  const pairs = sorted.flatMap((seq, place) =>
    nearest(seq, BESIDE).flatMap((other): Array<[number, number]> => {
      const its = placeOf.get(other);
      return its === undefined ? [] : [[place, its]];
    }),
  );
  const centres = sorted.map((seq) => centreOf(neighbours.ready(seq)!));
  const groups = agglomerate(centres, pairs);
  return new Map(groups.flatMap(({ places }, k) => places.map((place) => [sorted[place]!, k])));
}

const told = (p: number, r: number): string =>
  `${((2 * p * r) / (p + r)).toFixed(3)} (${p.toFixed(3)} / ${r.toFixed(3)})`;

function judged(window: string): { ids: string[]; gold: number[] } {
  const { ids, stories } = judgedWindow(window);
  const story = new Map(stories.flatMap(({ members }, k) => members.map((id) => [id, k] as const)));
  return { ids, gold: ids.map((id, i) => story.get(id) ?? stories.length + i) };
}

for (const window of ['ant-dev', 'snn-dev']) {
  const { ids, gold } = judged(window);
  const days = ids.map((id) => Math.floor(times.get(seqOf.get(id)!)! / DAY));
  const [first, last] = [Math.min(...days), Math.max(...days)];
  for (const around of options.around.split(',').map(Number)) {
    const seqs = [...times]
      .filter(([, time]) => time >= (first - around) * DAY && time < (last + around + 1) * DAY)
      .map(([seq]) => seq);
    const groupOf = grouped(seqs);
    const [p, r] = bcubed(
      ids.map((id) => groupOf.get(seqOf.get(id)!)!),
      gold,
    );
    console.log(`${window}, ${around} days around (${seqs.length} articles): ${told(p, r)}`);
  }
}

const rows = readShared('gold/related/dev.qrels.tsv')
  .split('\n')
  .filter(Boolean)
  .map((line) => line.split('\t') as [query: string, candidate: string, grade: string]);
const chosen = new Set<number>();
for (const query of new Set(rows.map((row) => row[0]))) {
  const seq = seqOf.get(query)!;
  chosen.add(seq);
  for (const other of nearest(seq, AROUND_QUERY)) chosen.add(other);
}
for (const [query, candidate] of rows) {
  const [a, b] = [seqOf.get(query)!, seqOf.get(candidate)];
  if (b !== undefined && Math.abs(times.get(a)! - times.get(b)!) < IDLE) chosen.add(b);
}
const storyOf = grouped([...chosen]);
let [both, said, meant] = [0, 0, 0];
for (const [query, candidate, grade] of rows) {
  const [own, its] = [query, candidate].map((id) => storyOf.get(seqOf.get(id) ?? -1));
  const together = own !== undefined && own === its;
  const same = grade.startsWith('3');
  both += Number(together && same);
  said += Number(together);
  meant += Number(same);
}
console.log(`related/dev, pairs of one event: ${told(both / said, both / meant)}`);
await index.close();
