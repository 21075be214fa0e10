/**
 * Measures similar and next read on the development judgements over a store that holds both corpora,
 * and what each part of the likeness adds.
 *
 *   tsx eval/similar.ts --db DIR [--own] [--ablations] [--pairs N] [--picks]
 *
 * `--own` measures on forty other queries, judged by us after all was tuned (`eval/judgements`). `--ablations`
 * prints a table, `--pairs` N listed pairs with their reasons and `--picks` every next read, for reading. The store is made by `warraq import ../shared/corpus --db DIR`.
 */
import { parseArgs } from 'node:util';
import { openDesk } from '../src/desk/open.js';
import type { Desk } from '../src/desk.js';
import { LIKENESS } from '../src/relate/similar/likeness.js';
import { LISTING } from '../src/relate/similar/listing.js';
import { judgedQueries, type Judgement } from './judged.js';

const { values: options } = parseArgs({
  options: {
    db: { type: 'string', default: 'warraq-data' },
    own: { type: 'boolean', default: false },
    ablations: { type: 'boolean', default: false },
    pairs: { type: 'string' },
    picks: { type: 'boolean', default: false },
  },
});

type Judged = Map<string, Judgement>;

const gain = (grades: number[], k: number) =>
  grades.slice(0, k).reduce((sum, grade, rank) => sum + (2 ** grade - 1) / Math.log2(rank + 2), 0);

/** One query's figures, as `score.mjs related` has them. */
function scoreOf(list: string[], judged: Judged) {
  const ideal = [...judged.values()].filter(({ copy }) => !copy).map(({ grade }) => grade);
  ideal.sort((a, b) => b - a);
  const kept = list.filter((id) => !judged.get(id)?.copy);
  const share = (ids: string[], k: number, test: (id: string) => boolean) =>
    ids.slice(0, k).filter(test).length / k;
  return {
    ndcg5:
      gain(
        kept.map((id) => judged.get(id)?.grade ?? 0),
        5,
      ) / (gain(ideal, 5) || 1),
    unrelated5: share(list, 5, (id) => judged.get(id)?.grade === 0),
    copies10: share(list, 10, (id) => judged.get(id)?.copy === true),
    unjudged10: share(list, 10, (id) => !judged.has(id)),
  };
}

type Figures = ReturnType<typeof scoreOf>;

async function measure(desk: Desk, qrels: Map<string, Judged>) {
  const figures: Figures[] = [];
  const unjudged = new Map<string, number>();
  for (const [query, judged] of qrels) {
    const list = (await desk.relater.similar(query)).map(({ id }) => id);
    figures.push(scoreOf(list, judged));
    for (const id of list) if (!judged.has(id)) unjudged.set(id, (unjudged.get(id) ?? 0) + 1);
  }
  return { figures, unjudged };
}

const mean = (figures: Figures[], of: keyof Figures) =>
  figures.reduce((sum, one) => sum + one[of], 0) / figures.length;

function line(name: string, figures: Figures[]): string {
  const half = (rest: number) =>
    mean(
      figures.filter((_, i) => i % 2 === rest),
      'ndcg5',
    ).toFixed(3);
  const cells = [
    `${mean(figures, 'ndcg5').toFixed(4)} (${half(0)} / ${half(1)})`,
    mean(figures, 'unrelated5').toFixed(3),
    mean(figures, 'copies10').toFixed(4),
    mean(figures, 'unjudged10').toFixed(3),
  ];
  return `| ${name.padEnd(44)} | ${cells.join(' | ')} |`;
}

/** What is taken away, and how. */
const ABLATIONS: Array<[string, (likeness: typeof LIKENESS, listing: typeof LISTING) => void]> = [
  ['without the term space', (l) => (l.meaning = 0)],
  ['without the opening words', (l) => (l.head.power = 0)],
  ['without the whole text', (l) => (l.terms.power = 0)],
  ['without the strongest terms', (l) => (l.strongest.power = 0)],
  ['without the forms of words', (l) => (l.wording.power = 0)],
  ['without names', (l) => (l.names.power = 0)],
  ["without the event's day", (l) => (l.day.power = 0)],
  ["without the event's week", (l) => (l.days.power = 0)],
  ["without the affair's year", (l) => (l.year.power = 0)],
  ['without time', (l) => (l.day.power = l.days.power = l.year.power = 0)],
  ['without the gate', (l) => (l.gate = 0)],
  ['gate closed for things as well', (l) => (l.leastOfThings = Infinity)],
  ['without a floor', (l) => (l.least = 0)],
  ['any number of one story', (_, s) => (s.mostOfAStory = 99)],
  ['at most two of any story, whatever they tell', (_, s) => (s.retold = 0)],
  ['one text, however many days lie between', (_, s) => (s.sameTextDays = Infinity)],
  ['a text as often as it was published', (_, s) => (s.onePerText = false)],
];

async function ablate(desk: Desk, qrels: Map<string, Judged>): Promise<void> {
  for (const [name, take] of ABLATIONS) {
    const before = structuredClone({ LIKENESS, LISTING });
    take(LIKENESS, LISTING);
    console.log(line(name, (await measure(desk, qrels)).figures));
    Object.assign(LIKENESS, before.LIKENESS);
    Object.assign(LISTING, before.LISTING);
  }
}

async function measureNextRead(desk: Desk, qrels: Map<string, Judged>): Promise<void> {
  const count = new Map<string, number>();
  for (const [query, judged] of qrels) {
    const next = await desk.relater.nextRead(query);
    const known = next && judged.get(next.id);
    const grade = known?.copy ? 'copy' : `grade ${known?.grade}`;
    const became = next ? (known ? grade : 'unjudged') : 'nothing';
    for (const key of [became, next?.because ?? '']) count.set(key, (count.get(key) ?? 0) + 1);
    if (!options.picks) continue;
    const titles = await titlesOf(desk, [query, ...(next ? [next.id] : [])]);
    console.log(`${titles[0]}\n  → ${next?.because ?? ''} ${became}: ${titles[1] ?? ''}`);
    if (next) console.log(`  ${next.reason.text}`);
  }
  count.delete('');
  console.log(`next read: ${[...count].map(([what, n]) => `${what} ${n}`).join(', ')}`);
}

async function titlesOf(desk: Desk, ids: string[]): Promise<string[]> {
  const known = new Map((await desk.store.summaries(ids)).map((one) => [one.id, one]));
  return ids.map((id) => `${known.get(id)?.published?.slice(0, 16)} ${known.get(id)?.title}`);
}

async function printPairs(desk: Desk, queries: string[], most: number): Promise<void> {
  const each = Math.ceil(most / queries.length);
  for (const query of queries) {
    const similar = await desk.relater.similar(query, { top: each });
    const titles = await titlesOf(desk, [query, ...similar.map(({ id }) => id)]);
    similar.forEach(({ reason }, i) =>
      console.log(`${titles[0]}\n  ${titles[i + 1]}\n  ${reason.text}`),
    );
  }
}

const qrels = judgedQueries(options.own ? 'own' : 'dev');
const desk = await openDesk(options.db, { readonly: true });
console.log('| | ndcg@5 (halves) | unrelated@5 | copies@10 | unjudged@10 |\n| - | - | - | - | - |');
const { figures, unjudged } = await measure(desk, qrels);
console.log(line('all', figures));
if (options.ablations) await ablate(desk, qrels);
await measureNextRead(desk, qrels);
const commonest = [...unjudged].sort((a, b) => b[1] - a[1]).slice(0, 10);
const titles = await titlesOf(
  desk,
  commonest.map(([id]) => id),
);
commonest.forEach(([id, n], i) => console.log(`unjudged ${n} times: ${id} ${titles[i]}`));
if (options.pairs) await printPairs(desk, [...qrels.keys()], Number(options.pairs));
await desk.close();
