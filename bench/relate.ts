/**
 * Adding articles with all four answers (copies, similar, story, next read), and `similar` all told
 * (candidates, decoding, scoring, reasons), as the store grows. Past the corpora's own size the articles
 * are synthetic copies, see relate-articles.ts. The corpora go through the relater one by one; the
 * copies up to each size are put into the index by the fast path, with the memberships that their
 * originals have; then MEASURED more are added with all answers.
 * Times are CPU times of the process, all threads; each size is added to, and asked, in a process of its own.
 *
 *   tsx bench/relate.ts --sizes 67165,1000000
 *
 * Both sizes stand at one day of the corpora, so what is added is the same news, and the days around it are as full.
 *
 * BENCH_DIRECTORY is where the index is made, and where the corpora's drafts are kept between runs.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { deserialize, serialize } from 'node:v8';
import { openRelater } from '../src/relate/open.js';
import type { Kept, Relater } from '../src/relate/relater.js';
import { decodeDocument } from '../src/relate/profile/payload.js';
import { PlaceFile } from '../src/relate/similar/place-file.js';
import { readTermSpace, spaceMark } from '../src/relate/similar/space-file.js';
import { inBytes } from '../src/relate/similar/term-space.js';
import { MembershipLog } from '../src/relate/stories/membership-log.js';
import { Memberships } from '../src/relate/stories/memberships.js';
import { openTermIndex } from '../src/relate/term-index/open-term-index.js';
import type { Draft } from '../src/relate/profile/build.js';
import type { TermIndex } from '../src/relate/term-index/term-index.js';
import { loadDrafts, SyntheticNews } from './relate-articles.js';
import { randomFrom } from './term-index-articles.js';

/** As the pipeline saves them. */
const FLUSH_EVERY = 256;
const MEASURED = 8192;
/** The first of them: a process that has just opened, with cold code. */
const FIRST = 2048;
const PLACED_AT_ONCE = 8192;
const ASKED = 1000;
const WARMING = 100;
/** A million articles lie in about so few segments once merged, sixteen at best. */
const FEW_SEGMENTS = 24;
const STEP_MS = 250;
const MOST_STEPS = 1200;

/** The articles to be added, handed to the process that adds them. */
const TO_ADD = 'to-add';

const here = fileURLToPath(import.meta.url);

/** A store whose articles have their seq as id, and that has nothing more than the index. */
const KEPT: Kept = {
  async *scan() {},
  seqOf: async (ids) => new Map(ids.map((id) => [id, Number(id)])),
  idOf: async (seqs) => new Map(seqs.map((seq) => [seq, String(seq)])),
};

const cpuMs = ({ user, system }: NodeJS.CpuUsage) => (user + system) / 1000;
const round = (ms: number) => Math.round(ms * 100) / 100;

function spread(name: string, times: number[]): Record<string, number> {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) => round(sorted[Math.floor((sorted.length - 1) * share)]!);
  const mean = round(times.reduce((sum, time) => sum + time, 0) / times.length);
  return { [`${name}Mean`]: mean, [`${name}Median`]: at(0.5), [`${name}P99`]: at(0.99) };
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      sizes: { type: 'string', default: '62189' },
      add: { type: 'string' },
      ask: { type: 'string' },
      size: { type: 'string' },
    },
  });
  if (values.ask) {
    console.log(JSON.stringify(await ask(values.ask, Number(values.size))));
    return;
  }
  if (values.add) {
    console.log(JSON.stringify(await addMeasured(values.add, Number(values.size))));
    return;
  }
  const news = new SyntheticNews(await loadDrafts());
  const sizes = values.sizes.split(',').map(Number);
  const work = mkdtempSync(join(process.env['BENCH_DIRECTORY'] ?? tmpdir(), 'warraq-relate-'));
  try {
    let held = await addCorpora(work, news);
    for (const size of sizes) {
      if (size > held) {
        held = await fill(work, news, held, size);
        await placeAll(work, news.drafts.length, held);
      }
      const from = held;
      const measured = Array.from({ length: MEASURED }, (_, i) => news.at(from + i));
      writeFileSync(join(work, TO_ADD), serialize(measured));
      const adding = inOwnProcess('--add', work, held);
      rmSync(join(work, TO_ADD));
      held += MEASURED;
      console.log(`${held}\tadd\t${adding}`);
      console.log(`${held}\task\t${inOwnProcess('--ask', work, held)}`);
    }
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function inOwnProcess(what: string, directory: string, size: number): string {
  const args = [...process.execArgv, here, what, directory, '--size', String(size)];
  const { stdout } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return stdout.trim();
}

/** The corpora themselves, in order of time; every article with all answers but those for readers. */
async function addCorpora(directory: string, news: SyntheticNews): Promise<number> {
  const relater = await openRelater(directory, KEPT);
  const begun = process.cpuUsage();
  const { length } = news.drafts;
  for (let seq = 0; seq < length; seq += 1) {
    await relater.add({ seq, draft: news.at(seq) });
    if (seq % FLUSH_EVERY === 0) await relater.flush();
  }
  await relater.close();
  const each = cpuMs(process.cpuUsage(begun)) / length;
  console.log(`${length}\tcorpora\t${JSON.stringify({ addMean: round(each) })}`);
  return length;
}

/** Puts articles into the index without asking anything of them; their places are those of their originals. */
async function fill(
  directory: string,
  news: SyntheticNews,
  from: number,
  to: number,
): Promise<number> {
  const memberships = new Memberships();
  MembershipLog.read(directory)?.restore(memberships, () => true);
  const index = await openTermIndex(join(directory, 'terms'));
  const { length } = news.drafts;
  for (let seq = from; seq < to; seq += 1) {
    index.add({ seq, ...news.at(seq) });
    const later = Math.floor(seq / length) * length;
    const original = seq - later;
    memberships.setStory(seq, (memberships.storyOf(original) ?? original) + later);
    const copy = memberships.copyOf(original);
    if (copy) {
      const { group, original: first, how } = copy;
      memberships.setCopy(seq, { group: group + later, original: first + later, how });
    }
    if (seq % FLUSH_EVERY === 0) await index.flush();
  }
  await merged(index, join(directory, 'terms'));
  await index.close();
  MembershipLog.open(directory, memberships, true).close();
  return to;
}

/**
 * Until the merges that filling left behind are done: filling leaves them no time, and what follows is not to pay for
 * hundreds of small segments, which no pipeline is fast enough to leave.
 */
async function merged(index: TermIndex, directory: string): Promise<void> {
  const segments = () => readdirSync(directory).filter((name) => name.endsWith('.segment')).length;
  for (let step = 0; step < MOST_STEPS && segments() > FEW_SEGMENTS; step += 1) {
    await index.flush();
    await setTimeout(STEP_MS);
  }
}

/** Learns the term space where that is due, and gives each article its place there; copies have their originals'. */
async function placeAll(directory: string, originals: number, size: number): Promise<void> {
  await (await openRelater(directory, KEPT)).close();
  const space = readTermSpace(directory);
  if (!space) return;
  const index = await openTermIndex(join(directory, 'terms'), { readonly: true });
  const places = Array.from({ length: originals }, (_, seq) => {
    const profile = decodeDocument(index.document(seq)!)!;
    return inBytes(space.place(profile.terms));
  });
  await index.close();
  const file = new PlaceFile(directory, spaceMark(space), true);
  for (let seq = 0; seq < size; seq += 1) {
    file.keep(seq, places[seq % originals]!);
    if (seq % PLACED_AT_ONCE === 0) file.flush();
  }
  file.flush();
  file.close();
}

async function addMeasured(directory: string, from: number) {
  const drafts = deserialize(readFileSync(join(directory, TO_ADD))) as Draft[];
  const relater = await openRelater(directory, KEPT);
  const times: Record<'add' | 'similar' | 'nextRead', number[]> = {
    add: [],
    similar: [],
    nextRead: [],
  };
  const timed = async (what: keyof typeof times, work: () => Promise<unknown>) => {
    const begun = process.cpuUsage();
    await work();
    times[what].push(cpuMs(process.cpuUsage(begun)));
  };
  let first = 0;
  const begun = process.cpuUsage();
  for (const [i, draft] of drafts.entries()) {
    await timed('add', () => relater.add({ seq: from + i, draft }));
    await timed('similar', () => relater.similar(String(from + i)));
    await timed('nextRead', () => relater.nextRead(String(from + i)));
    if (i % FLUSH_EVERY === 0) await relater.flush();
    if (i === FIRST - 1) first = cpuMs(process.cpuUsage(begun)) / FIRST;
  }
  await relater.flush();
  const each = cpuMs(process.cpuUsage(begun)) / MEASURED;
  await relater.close();
  return {
    allFourMean: round(each),
    firstMean: round(first),
    perCpuSecond: Math.round(1000 / each),
    ...spread('add', times.add),
    ...spread('similar', times.similar),
    ...spread('nextRead', times.nextRead),
    rssMb: Math.round(process.memoryUsage.rss() / 2 ** 20),
  };
}

async function ask(directory: string, size: number) {
  const before = process.cpuUsage();
  const begun = performance.now();
  const relater = await openRelater(directory, KEPT, { readonly: true });
  const opening = {
    openMs: round(performance.now() - begun),
    openCpu: cpuMs(process.cpuUsage(before)),
  };
  const random = randomFrom(2);
  const ids = Array.from({ length: ASKED + WARMING }, () => String(Math.floor(random() * size)));
  const similar = await times(relater, ids, (id) => relater.similar(id));
  const nextRead = await times(relater, ids, (id) => relater.nextRead(id));
  return {
    ...opening,
    ...spread('similarWall', similar.wall),
    ...spread('similarCpu', similar.cpu),
    ...spread('nextReadCpu', nextRead.cpu),
    rssMb: Math.round(process.memoryUsage.rss() / 2 ** 20),
    peakRssMb: Math.round(process.resourceUsage().maxRSS / 1024),
    diskMb: megabytes(directory) + megabytes(join(directory, 'terms')),
  };
}

async function times(relater: Relater, ids: string[], work: (id: string) => Promise<unknown>) {
  const wall: number[] = [];
  const cpu: number[] = [];
  for (const [i, id] of ids.entries()) {
    const started = process.cpuUsage();
    const begun = performance.now();
    await work(id);
    if (i < WARMING) continue;
    wall.push(performance.now() - begun);
    cpu.push(cpuMs(process.cpuUsage(started)));
  }
  return { wall, cpu };
}

function megabytes(directory: string): number {
  const sizes = readdirSync(directory).map((name) => statSync(join(directory, name)).size);
  return Math.round(sizes.reduce((sum, size) => sum + size, 0) / 2 ** 20);
}

await main();
