/**
 * Collecting under load: feeds on simulated hosts of loopback with the faults of real ones.
 *
 *     npm run build && tsx bench/collect.ts [feeds=5000] [hosts=500]
 *
 * `warraq collect --once` collects into a real store and is killed (SIGKILL) three times and started
 * again; then a second pass visits everything once more. The servers' own log shows whether a host was
 * asked twice at a time or sooner than the gap allows; the store's export, whether anything is missing
 * or there twice.
 */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const feeds = Number(process.argv[2] ?? 5000);
const hostCount = Number(process.argv[3] ?? 500);
const gapMs = 100;
const hosts = Array.from({ length: hostCount }, (_, at) => `127.1.${at >> 8}.${at & 255}`);
const warraq = new URL('../dist/src/cli/main.js', import.meta.url).pathname;

type Fault = 'none' | 'slow' | 'broken' | 'error' | 'hanging' | 'moved';
/** 10 % slow, 5 % broken XML, 5 % server errors, 2 % hanging, 5 % moved. */
function faultOf(feed: number): Fault {
  // Mixed over hosts: each has some of everything.
  const roll = ((feed * 7919) % 9973) % 100;
  if (roll < 10) return 'slow';
  if (roll < 15) return 'broken';
  if (roll < 20) return 'error';
  if (roll < 22) return 'hanging';
  return roll < 27 ? 'moved' : 'none';
}

/** Sentences of words drawn at random, the same for each number: no two pages are alike. */
const roots = [...'بتثجحخدرزسشصطعغفقكلمنهي'];
function prose(seed: number, words: number): string {
  let state = seed * 2654435761 + 12345;
  const random = (below: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const root = () => roots[random(roots.length)] ?? '';
  const word = () =>
    `${random(3) ? '' : 'ال'}${root()}${root()}${['ا', 'و', 'ي', ''][random(4)]}${root()}`;
  return Array.from({ length: words }, word).join(' ');
}

interface Turn {
  start: number;
  end: number;
}
const log = new Map<string, Turn[]>();
let requests = 0;
let notModified = 0;

const server = createServer((request, response) => {
  const host = (request.headers.host ?? '').split(':')[0] ?? '';
  const turn: Turn = { start: performance.now(), end: Infinity };
  const turns = log.get(host);
  if (turns) turns.push(turn);
  else log.set(host, [turn]);
  requests++;
  response.on('finish', () => (turn.end = performance.now()));
  // The client gave it up; when, this side learns only some time later, so its end tells nothing.
  response.on('close', () => {
    if (!response.writableFinished) turn.end = 0;
  });
  answer(request.url ?? '/', request.headers['if-none-match'], response);
});

function answer(path: string, etag: string | undefined, response: ServerResponse): void {
  const [, kind, number = '0'] = path.split('/');
  const feed = Number(number);
  if (kind === 'page') {
    const paragraphs = [1, 2, 3].map((part) => `<p>${prose(feed * 8 + part, 30)}.</p>`).join('');
    const head = `<title>${prose(feed * 8, 7)}</title>`;
    response
      .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
      .end(
        `<html lang="ar"><head>${head}</head><body><article><h1>${prose(feed * 8, 7)}</h1>${paragraphs}</article></body></html>`,
      );
    return;
  }
  if (kind !== 'feed' && kind !== 'moved') {
    response.writeHead(404).end();
    return;
  }
  const fault = faultOf(feed);
  if (fault === 'hanging') return;
  if (fault === 'error') return void response.writeHead(503).end();
  if (fault === 'moved' && kind === 'feed')
    return void response.writeHead(301, { location: `/moved/${feed}` }).end();
  if (etag === `"${feed}"`) {
    notModified++;
    return void response.writeHead(304).end();
  }
  const end = fault === 'broken' ? '' : '</item></channel></rss>';
  const body = `<rss><channel><title>ق</title><item><title>${prose(feed * 8, 7)}</title><link>/page/${feed}</link>${end}`;
  const send = () =>
    response.writeHead(200, { 'content-type': 'text/xml', etag: `"${feed}"` }).end(body);
  if (fault === 'slow') setTimeout(send, 1000);
  else send();
}

await new Promise<void>((resolve) => server.listen(0, '0.0.0.0', resolve));
const { port } = server.address() as AddressInfo;
const folder = mkdtempSync(join(tmpdir(), 'warraq-collect-'));
const db = join(folder, 'data');
const addressOf = (feed: number, kind: string) =>
  `http://${hosts[feed % hostCount]}:${port}/${kind}/${feed}`;
const outlines = Array.from(
  { length: feeds },
  (_, feed) => `<outline text="صحيفة ${feed}" xmlUrl="${addressOf(feed, 'feed')}"/>`,
);
writeFileSync(join(folder, 'feeds.opml'), `<opml><body>${outlines.join('\n')}</body></opml>`);
spawnSync(process.execPath, [warraq, 'sources', 'import', join(folder, 'feeds.opml'), '--db', db], {
  stdio: 'inherit',
});

interface Run {
  lines: Array<Record<string, unknown>>;
  /** Peak of resident memory, MB, and CPU seconds of all threads, at the last look. */
  memory: number;
  cpu: number;
}

function run(killAfter?: number, ...more: string[]): Promise<Run> {
  return new Promise((resolve) => {
    const args = ['collect', '--once', '--json', '--db', db, '--gap', String(gapMs)];
    args.push('--timeout', '10', '--concurrency', '250', ...more, '--allow-host', ...hosts);
    const child = spawn(process.execPath, [warraq, ...args], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    let out = '';
    const seen = { memory: 0, cpu: 0 };
    const look = () => {
      try {
        const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
        seen.memory = Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024 || seen.memory;
        const stat =
          readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
        seen.cpu = (Number(stat[11]) + Number(stat[12])) / 100 || seen.cpu;
      } catch {
        // It has just ended.
      }
    };
    const watch = setInterval(look, 250);
    child.stdout.on('data', (chunk) => (out += String(chunk)));
    child.on('close', () => {
      clearInterval(watch);
      const lines = out.split('\n').flatMap((line) => {
        try {
          return [JSON.parse(line) as Record<string, unknown>];
        } catch {
          return []; // The last line of a killed process.
        }
      });
      resolve({ lines, ...seen });
    });
    if (killAfter) setTimeout(() => child.kill('SIGKILL'), killAfter);
  });
}

/** Turns of a host that overlapped, and that came too soon after the one before. */
const impolite = { atOnce: 0, early: 0 };
function readLog(): void {
  for (const turns of log.values())
    for (const [at, turn] of turns.entries()) {
      const before = turns[at - 1];
      if (!before) continue;
      if (turn.start < before.end) impolite.atOnce++;
      else if (turn.start - before.end < gapMs - 15) impolite.early++;
    }
  // A killed process's connections end with it; the gap is the new process's to keep from its start.
  log.clear();
}

const started = performance.now();
const acknowledged = new Set<unknown>();
const codes = new Map<unknown, number>();
const first: Run[] = [];
for (const kill of [15_000, 20_000, 25_000, undefined]) {
  const one = await run(kill);
  first.push(one);
  readLog();
  for (const line of one.lines) {
    if (line['id'] && line['became'] !== 'refused' && line['became']) acknowledged.add(line['id']);
    if (line['event'] === 'failed') codes.set(line['code'], (codes.get(line['code']) ?? 0) + 1);
  }
}
const seconds = (performance.now() - started) / 1000;
const passStarted = performance.now();
const pass = await run(undefined, '--all');
readLog();
const passSeconds = (performance.now() - passStarted) / 1000;

// What a busy machine made time out comes with a later visit.
let passes = 1;
let exported = readStore();
let missing = missingIn(exported);
for (; missing.length && passes < 4; passes++) {
  await run(undefined, '--all');
  exported = readStore();
  missing = missingIn(exported);
}

function readStore(): Array<{ id: string; url: string }> {
  return spawnSync(process.execPath, [warraq, 'export', '--db', db], { maxBuffer: 2 ** 30 })
    .stdout.toString()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { id: string; url: string });
}

function expected(): number[] {
  return Array.from({ length: feeds }, (_, feed) => feed).filter(
    (feed) => !['hanging', 'error'].includes(faultOf(feed)),
  );
}

function missingIn(articles: Array<{ url: string }>): number[] {
  const urls = new Set(articles.map(({ url }) => url));
  return expected().filter((feed) => !urls.has(addressOf(feed, 'page')));
}

const stored = new Set(exported.map(({ url }) => url));
const ids = new Set(exported.map(({ id }) => id));
const count = (runs: Run[], what: (line: Record<string, unknown>) => boolean) =>
  runs.reduce((sum, { lines }) => sum + lines.filter(what).length, 0);
console.log(
  `${feeds} feeds on ${hostCount} hosts, gap ${gapMs} ms; first pass with three kills ${seconds.toFixed(0)} s`,
);
console.log(
  `articles expected ${expected().length}, in the store ${exported.length}, missing ${missing.length} after ${passes} further passes, ` +
    `twice ${exported.length - stored.size}, acknowledged and gone ${[...acknowledged].filter((id) => !ids.has(id as string)).length}, ` +
    `brought again after a kill and unchanged ${count(first, (line) => line['became'] === 'unchanged')}`,
);
console.log(
  `first pass: CPU ${first.reduce((sum, { cpu }) => sum + cpu, 0).toFixed(0)} s, memory at most ${Math.max(...first.map(({ memory }) => memory)).toFixed(0)} MB`,
);
const visits = count([pass], (line) => line['event'] === 'visited' || line['event'] === 'failed');
console.log(
  `second pass over all: ${visits} visits in ${passSeconds.toFixed(0)} s, ${((60 * visits) / passSeconds).toFixed(0)} feeds a minute, ` +
    `${notModified} answered 304, CPU ${pass.cpu.toFixed(0)} s, memory at most ${pass.memory.toFixed(0)} MB`,
);
console.log(
  `requests ${requests}; to one host at once ${impolite.atOnce}, early ${impolite.early}`,
);
console.log('failures of the first pass', Object.fromEntries(codes));
rmSync(folder, { recursive: true });
server.closeAllConnections();
server.close();
