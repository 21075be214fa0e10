import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { articles, jsonLines } from './articles.js';
import { start, temporary, warraq } from './warraq.js';

let directory: string;
let remove: () => void;
beforeEach(() => ({ directory, remove } = temporary()));
afterEach(() => remove());

/** Many different articles from a few: enough that an import is caught in the middle. */
function many(count: number) {
  return Array.from({ length: count }, (_, n) => {
    const article = articles[n % articles.length]!;
    const number = `الرقم ${n}`;
    return {
      ...article,
      id: `${article.id}-${n}`,
      url: `${article.url}-${n}`,
      body: `${number} ${article.body}\n${number}`,
    };
  });
}

test('what was acknowledged survives kill -9; a rerun finishes the rest and doubles nothing', async () => {
  const db = join(directory, 'data');
  const news = join(directory, 'news.jsonl');
  const total = 3000;
  writeFileSync(news, jsonLines(many(total)));
  const acknowledged = new Set<string>();
  for (const pause of [250, 500, 900]) {
    const child = start(['import', news, '--db', db, '--json']);
    let tail = '';
    child.stdout!.setEncoding('utf8').on('data', (text: string) => {
      const lines = (tail + text).split('\n');
      tail = lines.pop()!;
      for (const line of lines) acknowledged.add((JSON.parse(line) as { id: string }).id);
    });
    const first = once(child.stdout!, 'data');
    const closed = once(child, 'close');
    await Promise.race([first, closed]);
    await sleep(pause);
    child.kill('SIGKILL');
    await closed;
    const kept = new Set((await warraq('export', '--db', db)).lines().map(({ id }) => id));
    expect([...acknowledged].filter((id) => !kept.has(id))).toEqual([]);
  }
  const rest = await warraq('import', news, '--db', db, '--json');
  expect(rest.code).toBe(0);
  const ids = (await warraq('export', '--db', db)).lines().map(({ id }) => id);
  expect(new Set(ids).size).toBe(total);
  expect(ids.length).toBe(total);
  const check = await warraq('check', '--db', db, '--json');
  expect(check.lines().at(-1)).toMatchObject({ articles: total, faults: 0 });
}, 240_000);

test('a second writing process is told who has the store', async () => {
  const db = join(directory, 'data');
  const news = join(directory, 'news.jsonl');
  writeFileSync(news, jsonLines(many(3000)));
  const child = start(['import', news, '--db', db, '--json']);
  await once(child.stdout!, 'data');
  const second = await warraq('import', news, '--db', db);
  child.kill('SIGKILL');
  expect(second.code).toBe(2);
  expect(second.stderr).toContain(db);
  expect(second.stderr).toContain(String(child.pid));
}, 120_000);
