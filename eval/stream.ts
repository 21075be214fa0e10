/**
 * The stream test: the judged windows with the days around them go through the whole journey into a store
 * of their own, day by day in order of time, and once more in shuffled order in parts of the same sizes.
 * Each part ends as an import ends, with stories tidied. Both must end within 0.02 B-cubed F1.
 *
 *   npm run build && tsx eval/stream.ts [--around DAYS]      (default 1)
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readFiles } from '../src/collect/files.js';
import { openDesk } from '../src/desk/open.js';
import { journey } from '../src/pipeline.js';
import { DAY } from '../src/relate/day.js';
import { jsonLines, shared } from './articles.js';
import { judgedWindow } from './judged.js';
import { shuffle } from './shuffle.js';

const WINDOWS = { 'ant-dev': 'ant-2018', 'snn-dev': 'saudi-2015' };
const MOST_APART = 0.02;

const { values: options } = parseArgs({ options: { around: { type: 'string', default: '1' } } });

interface Row {
  id: string;
  date: string;
}

const timeOf = ({ date }: Row): number =>
  Date.parse(date.includes('T') ? date : `${date.replace(' ', 'T')}Z`);

const path = (name: string): string => new URL(`gold/stories/${name}`, shared).pathname;
const idsOf = (window: string): string[] => judgedWindow(window).ids;

/** The articles of both windows and of the days around them, by time. */
function around(days: number): Row[] {
  return Object.entries(WINDOWS)
    .flatMap(([window, corpus]) => {
      const rows = jsonLines<Row>(`corpus/${corpus}.jsonl.gz`);
      const judged = new Set(idsOf(window));
      const dayOf = (row: Row) => Math.floor(timeOf(row) / DAY);
      const own = rows.filter(({ id }) => judged.has(id)).map(dayOf);
      const [first, last] = [Math.min(...own) - days, Math.max(...own) + days];
      return rows.filter((row) => dayOf(row) >= first && dayOf(row) <= last);
    })
    .sort((a, b) => timeOf(a) - timeOf(b));
}

function byDay(rows: Row[]): Row[][] {
  const parts = new Map<number, Row[]>();
  for (const row of rows) {
    const day = Math.floor(timeOf(row) / DAY);
    parts.set(day, [...(parts.get(day) ?? []), row]);
  }
  return [...parts.values()];
}

/** @returns B-cubed F1 of each window */
async function streamed(name: string, parts: Row[][]): Promise<number[]> {
  const folder = mkdtempSync(join(tmpdir(), 'warraq-stream-'));
  const desk = await openDesk(join(folder, 'store'));
  try {
    for (const part of parts) {
      const file = join(folder, 'part.jsonl');
      writeFileSync(file, part.map((row) => JSON.stringify(row)).join('\n'));
      for await (const outcome of journey(readFiles([file]), desk))
        if (outcome.became === 'refused') console.error(`${outcome.name}: ${outcome.reason}`);
    }
    const scores: number[] = [];
    for (const window of Object.keys(WINDOWS)) {
      const stored = await desk.store.articles(idsOf(window));
      const run = join(folder, `${window}.jsonl`);
      const lines = stored.map(({ article, relations: { story, copies } }) =>
        JSON.stringify({ id: article.id, story, copies: copies?.group ?? null }),
      );
      writeFileSync(run, lines.join('\n'));
      const scorer = new URL('score/score.mjs', shared).pathname;
      const call = [
        scorer,
        'stories',
        run,
        path(`${window}.stories.json`),
        path(`${window}.ids.txt`),
      ];
      const told = execFileSync('node', call, { encoding: 'utf8' });
      console.log(`${name}, ${window}: ${told.trim().replaceAll('\n', ' · ')}`);
      scores.push(Number(/bcubed_f1 (\S+)/.exec(told)![1]));
    }
    return scores;
  } finally {
    await desk.close();
    rmSync(folder, { recursive: true });
  }
}

const rows = around(Number(options.around));
const days = byDay(rows);
const inOrder = await streamed(`${rows.length} articles in order of time`, days);
const mixed = [...rows];
shuffle(mixed);
let next = 0;
const shuffled = days.map(({ length }) => mixed.slice(next, (next += length)));
const out = await streamed(`${rows.length} articles shuffled`, shuffled);
const apart = inOrder.map((score, i) => Math.abs(score - out[i]!));
console.log(`apart: ${apart.map((one) => one.toFixed(4)).join(', ')} (at most ${MOST_APART})`);
process.exitCode = apart.some((one) => one > MOST_APART) ? 1 : 0;
