/**
 * Speed of the term index beside SQLite FTS5 and tantivy: adding, opening, and 'more like this' with
 * the 25 strongest terms, top 20. Each index is made in one process and queried in a fresh one, so
 * that memory is its own. Needs ../shared/corpus; past the corpora's size the articles are synthetic.
 *
 *   tsx bench/term-index.ts --sizes 100000,1000000 [--peers] [--keep]
 *
 * `--peers` adds FTS5 and, where PYTHON names a Python that has tantivy (`pip install tantivy`), tantivy.
 */
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { openTermIndex } from '../src/relate/term-index/open-term-index.js';
import type { TermIndex, WeightedTerm } from '../src/relate/term-index/term-index.js';
import { termNumber } from '../src/relate/term-index/terms.js';
import { WEIGHT_OF_LEVEL } from '../src/relate/term-index/weights.js';
import {
  documents,
  loadArticles,
  randomFrom,
  textOf,
  type CountedDocument,
} from './term-index-articles.js';
import { addToFts5, queryFts5 } from './term-index-fts5.js';

const FLUSH_EVERY = 100;
const QUERIES = 1000;
const WARMING = 100;
const TERMS = 25;
const TOP = 20;

type Figures = Record<string, number | string>;
const here = fileURLToPath(import.meta.url);

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      sizes: { type: 'string', default: '100000' },
      peers: { type: 'boolean', default: false },
      keep: { type: 'boolean', default: false },
      step: { type: 'string' },
      directory: { type: 'string' },
      size: { type: 'string' },
    },
  });
  if (values.step) {
    const figures = await steps[values.step]!(values.directory!, Number(values.size));
    process.stdout.write(`${JSON.stringify(figures)}\n`);
    return;
  }
  await loadArticles();
  const work = mkdtempSync(join(process.env['BENCH_DIRECTORY'] ?? tmpdir(), 'warraq-bench-'));
  for (const size of values.sizes.split(',').map(Number)) {
    const names = values.peers ? ['add', 'query', ...peers(size)] : ['add', 'query'];
    for (const name of names) report(name, size, work);
  }
  if (values.keep) console.log(work);
  else rmSync(work, { recursive: true });
}

/** FTS5 takes so long that it is measured at the first 100,000 only. */
function peers(size: number): string[] {
  const python = process.env['PYTHON'] ? ['tantivy'] : [];
  return size <= 100_000 ? ['addFts5', 'queryFts5', ...python] : python;
}

function report(step: string, size: number, work: string): void {
  const directory = join(work, String(size));
  mkdirSync(directory, { recursive: true });
  const args = [...process.execArgv, here, '--step', step, '--directory', directory];
  const run = spawnSync(process.execPath, [...args, '--size', `${size}`], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  console.log(`${size}\t${step}\t${run.stdout.trim() || `failed (${run.status})`}`);
}

const steps: Record<string, (directory: string, size: number) => Promise<Figures>> = {
  async add(directory, size) {
    const index = await openTermIndex(join(directory, 'index'));
    let spent = 0;
    let longest = 0;
    for (const { document } of documents(await loadArticles(), size)) {
      const start = performance.now();
      index.add(document);
      if (document.seq % FLUSH_EVERY === FLUSH_EVERY - 1) await index.flush();
      const took = performance.now() - start;
      spent += took;
      longest = Math.max(longest, took);
    }
    const start = performance.now();
    await index.close();
    const closing = performance.now() - start;
    return {
      perSecond: Math.round((size / (spent + closing)) * 1000),
      longestMs: round(longest),
      closingMs: round(closing),
      mb: megabytes(join(directory, 'index')),
      segments: readdirSync(join(directory, 'index')).filter((n) => n.endsWith('.segment')).length,
      peakRssMb: Math.round(process.resourceUsage().maxRSS / 1024),
    };
  },

  async query(directory, size) {
    const before = process.memoryUsage.rss();
    const start = performance.now();
    const cpuBefore = process.cpuUsage();
    const index = await openTermIndex(join(directory, 'index'), { readonly: true });
    const opening = performance.now() - start;
    const cpuOpening = process.cpuUsage(cpuBefore);
    const random = randomFrom(2);
    const seqs = Array.from({ length: QUERIES + WARMING }, () => Math.floor(random() * size));
    const alone: number[] = [];
    const aloneCpu: number[] = [];
    const all: number[] = [];
    const cpu: number[] = [];
    const queries: WeightedTerm[][] = [];
    for (const [i, seq] of seqs.entries()) {
      const cpuBegun = process.cpuUsage();
      const begun = performance.now();
      const terms = strongest(index, seq);
      const cpuAsked = process.cpuUsage();
      const asked = performance.now();
      index.query({ terms, top: TOP, skip: (hit) => hit === seq });
      const done = performance.now();
      const cpuDone = process.cpuUsage();
      queries.push(terms);
      if (i < WARMING) continue;
      alone.push(done - asked);
      all.push(done - begun);
      aloneCpu.push(cpuMs(cpuDone) - cpuMs(cpuAsked));
      cpu.push(cpuMs(cpuDone) - cpuMs(cpuBegun));
    }
    const figures = {
      openingMs: round(opening),
      openingCpuMs: round(cpuMs(cpuOpening)),
      ...spread('query', alone),
      ...spread('queryCpu', aloneCpu),
      ...spread('allTold', all),
      ...spread('allToldCpu', cpu),
      rssMb: Math.round(process.memoryUsage.rss() / 2 ** 20),
      rssBeforeMb: Math.round(before / 2 ** 20),
      ...monthOnly(index, seqs.slice(0, 300)),
    };
    writeFileSync(join(directory, 'queries.json'), JSON.stringify(await inWords(queries, size)));
    return figures;
  },

  async addFts5(directory, size) {
    const made = documents(await loadArticles(), size);
    return { ...addToFts5(join(directory, 'fts5.db'), made, FLUSH_EVERY) };
  },

  async tantivy(directory, size) {
    const script = here.replace(/\.ts$/, '-tantivy.py');
    const python = spawn(process.env['PYTHON']!, [script, directory], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const said = text(python.stdout);
    await pipeline(linesOf(documents(await loadArticles(), size)), python.stdin);
    return JSON.parse(await said) as Figures;
  },

  async queryFts5(directory) {
    const queries = (await readJson(join(directory, 'queries.json'))) as string[][];
    const times = queryFts5(join(directory, 'fts5.db'), queries.slice(0, 200), TOP);
    return {
      ...spread('query', times.slice(20)),
      rssMb: Math.round(process.memoryUsage.rss() / 2 ** 20),
    };
  },
};

function* linesOf(made: Iterable<CountedDocument>): Generator<string> {
  for (const one of made) yield `${textOf(one)}\n`;
}

/** The document's terms with the highest weight × idf. */
function strongest(index: TermIndex, seq: number): WeightedTerm[] {
  const { size } = index;
  const { numbers, levels } = index.document(seq)!.terms;
  return Array.from(numbers, (term, i) => ({
    term,
    weight: WEIGHT_OF_LEVEL[levels[i]!]! * Math.log(1 + size / (index.frequency(term) + 0.5)),
  }))
    .sort((a, b) => b.weight - a.weight)
    .slice(0, TERMS);
}

/** The queries' terms as the peers know them. */
async function inWords(queries: WeightedTerm[][], size: number): Promise<string[][]> {
  const asked = new Set(queries.flatMap((terms) => terms.map(({ term }) => term)));
  const words = new Map<number, string>();
  for (const { terms } of documents(await loadArticles(), size))
    for (const word of terms) {
      const number = termNumber(word);
      if (asked.has(number)) words.set(number, word);
    }
  return queries.map((terms) => terms.map(({ term }) => words.get(term)!));
}

/** The same with a filter: the thirty days before the document. */
function monthOnly(index: TermIndex, seqs: number[]): Figures {
  const times = seqs.map((seq) => {
    const { time } = index.document(seq)!;
    const terms = strongest(index, seq);
    const start = performance.now();
    index.query({ terms, top: TOP, before: time, after: time - 30 * 86_400_000 });
    return performance.now() - start;
  });
  return spread('month', times);
}

function spread(name: string, times: number[]): Figures {
  const sorted = times.sort((a, b) => a - b);
  return {
    [`${name}MedianMs`]: round(sorted[Math.floor(sorted.length / 2)]!),
    [`${name}P99Ms`]: round(sorted[Math.floor(sorted.length * 0.99)]!),
  };
}

const cpuMs = ({ user, system }: NodeJS.CpuUsage) => (user + system) / 1000;
const round = (ms: number) => Math.round(ms * 100) / 100;

function megabytes(directory: string): number {
  const sizes = readdirSync(directory).map((name) => statSync(join(directory, name)).size);
  return Math.round(sizes.reduce((sum, size) => sum + size, 0) / 2 ** 20);
}

async function readJson(path: string): Promise<unknown> {
  return createRequire(import.meta.url)(path);
}

await main();
