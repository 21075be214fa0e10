/**
 * Collecting under load: feeds on simulated hosts of loopback with the faults of real ones.
 *
 *     tsx bench/collect.ts [feeds=5000] [hosts=500]
 *
 * The collector runs in a process of its own that is killed (SIGKILL) three times and started again;
 * then a second pass is made. The servers' own log shows whether a host was asked twice at a time or
 * sooner than the gap allows; every entry's page must have been handed over, once per visit that was
 * not cut off.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const feeds = Number(process.argv[2] ?? 5000);
const hostCount = Number(process.argv[3] ?? 500);
const gapMs = 100;
const hosts = Array.from({ length: hostCount }, (_, at) => `127.1.${at >> 8}.${at & 255}`);

type Fault = 'none' | 'slow' | 'broken' | 'error' | 'hanging' | 'moved';
/** 10 % slow, 5 % broken XML, 5 % server errors, 2 % hanging, 5 % moved. */
function faultOf(feed: number): Fault {
  const roll = (feed * 7919) % 100;
  if (roll < 10) return 'slow';
  if (roll < 15) return 'broken';
  if (roll < 20) return 'error';
  if (roll < 22) return 'hanging';
  return roll < 27 ? 'moved' : 'none';
}

interface Turn {
  start: number;
  end: number;
}
const log = new Map<string, Turn[]>();
let notModified = 0;

const server = createServer((request, response) => {
  const host = (request.headers.host ?? '').split(':')[0] ?? '';
  const turn: Turn = { start: performance.now(), end: Infinity };
  log.set(host, [...(log.get(host) ?? []), turn]);
  response.on('close', () => (turn.end = performance.now()));
  answer(request.url ?? '/', request.headers['if-none-match'], response);
});

function answer(path: string, etag: string | undefined, response: ServerResponse): void {
  const [, kind, number = '0'] = path.split('/');
  const feed = Number(number);
  if (kind === 'page') {
    response.writeHead(200, { 'content-type': 'text/html' }).end('<p>نص</p>'.repeat(300));
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
  const body = `<rss><channel><title>ق</title><item><title>خبر ${feed} & خبر</title><link>/page/${feed}</link>${end}`;
  const send = () =>
    response.writeHead(200, { 'content-type': 'text/xml', etag: `"${feed}"` }).end(body);
  if (fault === 'slow') setTimeout(send, 1000);
  else send();
}

await new Promise<void>((resolve) => server.listen(0, '0.0.0.0', resolve));
const { port } = server.address() as AddressInfo;
const folder = mkdtempSync(join(tmpdir(), 'warraq-collect-'));
const subscriptions = Array.from({ length: feeds }, (_, feed) => ({
  id: `f${feed}`,
  address: `http://${hosts[feed % hostCount]}:${port}/feed/${feed}`,
  kind: 'feed',
  source: {},
}));
const plan = join(folder, 'plan.json');
writeFileSync(plan, JSON.stringify({ subscriptions, hosts, gapMs }));

function run(killAfter?: number, all = false): Promise<string> {
  return new Promise((resolve) => {
    const script = new URL('collect-child.ts', import.meta.url).pathname;
    const child = spawn('tsx', [script, plan, folder, all ? 'all' : 'due'], {
      stdio: ['ignore', 'pipe', 'inherit'],
      detached: true,
    });
    let out = '';
    child.stdout.on('data', (chunk) => (out += String(chunk)));
    child.on('close', () => resolve(out.trim()));
    if (killAfter)
      setTimeout(() => child.exitCode ?? process.kill(-(child.pid ?? 0), 'SIGKILL'), killAfter);
  });
}

const started = performance.now();
for (const kill of [6000, 9000, 12_000]) await run(kill);
const afterKills = performance.now();
// A killed process's connections end with it; the gap is the new process's to keep from its start.
const killedTurns = [...log.values()].flat().length;
log.clear();
await run();
const seconds = (performance.now() - started) / 1000;
const lastRun = (performance.now() - afterKills) / 1000;
const failuresAt = readFileSync(join(folder, 'failures.txt'), 'utf8');
const passStarted = performance.now();
const memory = await run(undefined, true);
const pass = (performance.now() - passStarted) / 1000;

let early = 0;
let atOnce = 0;
for (const turns of log.values())
  for (const [at, turn] of turns.entries()) {
    const before = turns[at - 1];
    if (!before) continue;
    if (turn.start < before.end) atOnce++;
    else if (turn.start - before.end < gapMs - 15) early++;
  }
const documents = readFileSync(join(folder, 'documents.txt'), 'utf8').trim().split('\n');
const unique = new Set(documents);
const expected = Array.from({ length: feeds }, (_, feed) => feed).filter(
  (feed) => !['hanging', 'error'].includes(faultOf(feed)),
);
const missing = expected.filter(
  (feed) => !unique.has(`html http://${hosts[feed % hostCount]}:${port}/page/${feed}`),
);
const failures = new Map<string, number>();
for (const code of failuresAt.trim().split('\n')) failures.set(code, (failures.get(code) ?? 0) + 1);
console.log(
  `${feeds} feeds on ${hostCount} hosts, gap ${gapMs} ms; first pass with three kills ${seconds.toFixed(0)} s (last run ${lastRun.toFixed(0)} s)`,
);
console.log(
  `pages expected ${expected.length}, missing ${missing.length}, handed over again after a kill ${documents.length - unique.size}`,
);
console.log(
  `second pass over all ${pass.toFixed(0)} s, ${((60 * feeds) / pass).toFixed(0)} feeds a minute, ${notModified} of them 304; memory ${memory}`,
);
console.log(
  `requests ${killedTurns + [...log.values()].flat().length}; since the last kill at once ${atOnce}, early ${early}`,
);
console.log('failures of the first pass', Object.fromEntries(failures));
rmSync(folder, { recursive: true });
server.closeAllConnections();
server.close();
