/**
 * Measures copies, stories and similar on the development judgements, with all of both corpora in
 * the index as `warraq import` would leave it.
 *
 *   tsx eval/relate.ts [--order file|time|shuffled] [--near DAYS] [--index memory|disk] [--analyses DIR]
 *
 * `--near` takes only articles within DAYS of the judged ones (quick, for stories and copies alone).
 * Analyses are kept in DIR between runs (default: a folder under the system's temporary one);
 * delete it after a change in src/analyse or src/arabic.
 */
import { execFileSync } from 'node:child_process';
import { createReadStream, createWriteStream, existsSync, mkdirSync, mkdtempSync } from 'node:fs';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { createGunzip } from 'node:zlib';
import { analyse } from '../src/analyse/analyse.js';
import type { Analysis } from '../src/model/analysis.js';
import type { Article } from '../src/model/article.js';
import type { RelationChange, Relations } from '../src/model/relations.js';
import { DAY } from '../src/relate/day.js';
import { MemoryIndex } from '../src/relate/memory-index.js';
import { NewsRelater } from '../src/relate/news-relater.js';
import { Memberships } from '../src/relate/stories/memberships.js';
import { openTermIndex } from '../src/relate/term-index/open-term-index.js';
import { plainArticle } from './articles.js';
import { shuffle } from './shuffle.js';

const SHARED = new URL('../../shared/', import.meta.url).pathname;
const CORPORA = ['ant-2018', 'saudi-2015'];
const WINDOWS = ['ant-dev', 'snn-dev'];
/** As the pipeline does, see src/pipeline/tidy.ts. */
const TIDY_AFTER = 1000;

const { values: options } = parseArgs({
  options: {
    order: { type: 'string', default: 'file' },
    near: { type: 'string' },
    index: { type: 'string', default: 'memory' },
    analyses: { type: 'string', default: join(tmpdir(), 'warraq-eval-relate') },
  },
});

type TermRow = [term: string, title: number, lead: number, count: number, name: 0 | 1];
interface Line {
  article: Article;
  analysis: Pick<Analysis, 'id' | 'keyphrases' | 'entities' | 'figures'> & { terms: TermRow[] };
}

const rows = (terms: Analysis['terms']): TermRow[] =>
  terms.map((t) => [t.term, t.title, t.lead, t.count, t.kind === 'name' ? 1 : 0]);

function articleOf(record: Record<string, string>): Article {
  const date = record['date'] ?? '';
  const zoned = date.includes('T') ? date : `${date.replace(' ', 'T')}Z`;
  const source = record['source'] ?? '';
  return {
    ...plainArticle(record['id']!, record['title'] ?? '', record['body'] ?? ''),
    source,
    sourceName: source,
    published: new Date(zoned).toISOString(),
  };
}

async function analysed(corpus: string): Promise<string> {
  const path = join(options.analyses, `${corpus}.jsonl`);
  if (existsSync(path)) return path;
  mkdirSync(options.analyses, { recursive: true });
  const out = createWriteStream(`${path}.part`);
  const input = createReadStream(`${SHARED}corpus/${corpus}.jsonl.gz`).pipe(createGunzip());
  for await (const line of createInterface({ input })) {
    const article = articleOf(JSON.parse(line) as Record<string, string>);
    const { id, keyphrases, entities, figures, terms } = analyse(article);
    const bare = keyphrases.map((phrase) => ({ ...phrase, places: [] }));
    const kept: Line = {
      article,
      analysis: { id, keyphrases: bare, entities, figures, terms: rows(terms) },
    };
    if (!out.write(`${JSON.stringify(kept)}\n`)) await once(out, 'drain');
  }
  out.end();
  await once(out, 'close');
  renameSync(`${path}.part`, path);
  return path;
}

function* linesOf(path: string): Generator<string> {
  for (const line of readFileSync(path, 'latin1').split('\n'))
    if (line) yield Buffer.from(line, 'latin1').toString('utf8');
}

/** One line of each article that takes part, still as text: parsed, they would not fit into memory. */
async function articles(): Promise<string[]> {
  const lines: Array<{ line: string; time: number; id: string }> = [];
  for (const corpus of CORPORA)
    for (const line of linesOf(await analysed(corpus))) {
      const time = Date.parse(/"published":"([^"]+)"/.exec(line)![1]!);
      lines.push({ line, time, id: /"id":"([^"]+)"/.exec(line)![1]! });
    }
  let taken = lines;
  if (options.near) {
    const judged = new Set(WINDOWS.flatMap(idsOf));
    const times = [...new Set(lines.filter(({ id }) => judged.has(id)).map(({ time }) => time))];
    const days = new Set(times.map((time) => Math.floor(time / DAY)));
    const near = Number(options.near);
    taken = lines.filter(({ time }) => {
      for (let d = -near; d <= near; d += 1) if (days.has(Math.floor(time / DAY) + d)) return true;
      return false;
    });
  }
  if (options.order === 'time') taken.sort((a, b) => a.time - b.time);
  if (options.order === 'shuffled') shuffle(taken);
  return taken.map(({ line }) => line);
}

function idsOf(window: string): string[] {
  return readFileSync(`${SHARED}gold/stories/${window}.ids.txt`, 'utf8')
    .split('\n')
    .filter(Boolean);
}

function score(...call: string[]): string {
  const out = execFileSync('node', [`${SHARED}score/score.mjs`, ...call], { encoding: 'utf8' });
  return out.trim().replaceAll('\n', ' · ');
}

const seqOf = new Map<string, number>();
const relations = new Map<string, Relations>();
const folder = mkdtempSync(join(tmpdir(), 'warraq-relate-'));
const index =
  options.index === 'disk' ? await openTermIndex(join(folder, 'terms')) : new MemoryIndex();
const memberships = new Memberships();
const relater = new NewsRelater(
  index,
  {
    async *scan() {},
    seqOf: async (ids) =>
      new Map(ids.flatMap((id) => (seqOf.has(id) ? [[id, seqOf.get(id)!] as const] : []))),
    idOf: async () => new Map(),
  },
  memberships,
);

const lines = await articles();
let spent = 0;
let day = '';

/** Whether an article in order of time is the first of its day. */
function dayEnded({ published = '' }: Article): boolean {
  const before = day;
  day = published.slice(0, 10);
  return options.order === 'time' && day !== before;
}

for (const [seq, line] of lines.entries()) {
  const { article, analysis } = JSON.parse(line) as Line;
  const terms: Analysis['terms'] = analysis.terms.map(([term, title, lead, count, name]) => ({
    term,
    title,
    lead,
    count,
    kind: name ? 'name' : 'word',
  }));
  const searchText = { titleWords: '', titleStems: '', bodyWords: '', bodyStems: '' };
  seqOf.set(article.id, seq);
  const begun = performance.now();
  const whole = { ...analysis, terms, searchText, quotes: [], brief: [] };
  const decided = await relater.add({ seq, article, analysis: whole });
  if (options.index === 'disk' && seq % 256 === 255) await relater.flush();
  relations.set(article.id, decided.relations);
  apply(decided.changes);
  if (dayEnded(article) || relater.untidied >= TIDY_AFTER) apply(await relater.tidy());
  spent += performance.now() - begun;
}
apply(await relater.tidy());

function apply(changes: RelationChange[]): void {
  for (const change of changes) {
    if (change.change === 'story') relations.get(change.article)!.story = change.story;
    if (change.change !== 'copies') continue;
    const known = relations.get(change.article)!;
    if (change.copies) known.copies = change.copies;
    else delete known.copies;
  }
}
console.log(
  `${lines.length} articles in ${options.order} order, ${(spent / lines.length).toFixed(2)} ms each, ` +
    `${Math.round(process.memoryUsage().rss / 2 ** 20)} MB`,
);

for (const window of WINDOWS) {
  const ids = `${SHARED}gold/stories/${window}.ids.txt`;
  const run = join(folder, `${window}.jsonl`);
  const told = idsOf(window).map((id) => {
    const { story, copies } = relations.get(id) ?? {};
    return JSON.stringify({ id, story, copies: copies?.group ?? null });
  });
  writeFileSync(run, told.join('\n'));
  console.log(
    `${window}: ${score('stories', run, `${SHARED}gold/stories/${window}.stories.json`, ids)}`,
  );
}

if (!options.near) {
  const qrels = `${SHARED}gold/related/dev.qrels.tsv`;
  const judged = new Map<string, Set<string>>();
  for (const line of readFileSync(qrels, 'utf8').split('\n').filter(Boolean)) {
    const [query, candidate] = line.split('\t') as [string, string];
    judged.set(query, (judged.get(query) ?? new Set()).add(candidate));
  }
  const unjudged = new Map<string, number>();
  const took: number[] = [];
  const run = [];
  for (const [query, known] of judged) {
    const begun = performance.now();
    const similar = (await relater.similar(query)).map(({ id }) => id);
    took.push(performance.now() - begun);
    for (const id of similar) if (!known.has(id)) unjudged.set(id, (unjudged.get(id) ?? 0) + 1);
    run.push(JSON.stringify({ query, similar }));
  }
  const path = join(folder, 'similar.jsonl');
  writeFileSync(path, run.join('\n'));
  console.log(`similar: ${score('related', path, qrels)}`);
  took.sort((a, b) => a - b);
  const at = (share: number) => took[Math.floor(took.length * share)]!.toFixed(1);
  console.log(`similar takes ${at(0.5)} ms (median), ${at(0.98)} ms (98th percentile)`);
  const commonest = [...unjudged].sort((a, b) => b[1] - a[1]).slice(0, 10);
  console.log(`commonest unjudged: ${commonest.map(([id, n]) => `${id} (${n})`).join(', ')}`);
}
await relater.close();
