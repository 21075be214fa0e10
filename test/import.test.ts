import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { articles, jsonLines } from './articles.js';
import { temporary, warraq } from './warraq.js';

let directory: string;
let db: string;
let remove: () => void;
beforeEach(() => {
  ({ directory, remove } = temporary());
  db = join(directory, 'data');
});
afterEach(() => remove());

function file(name: string, content: string | Uint8Array): string {
  const path = join(directory, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, content);
  return path;
}

const byName = (lines: Array<Record<string, unknown>>) =>
  lines.map(({ became, id }) => `${String(id)} ${String(became)}`);

test('articles arrive in order: stored, and a copy known as a copy', async () => {
  const run = await warraq('import', file('news.jsonl', jsonLines()), '--db', db, '--json');
  expect(run.stderr).toBe('');
  expect(run.code).toBe(0);
  expect(byName(run.lines())).toEqual([
    'karabakh-1 stored',
    'karabakh-2 stored',
    'karabakh-2-copy copy',
    'libya-1 stored',
    'quake-1 stored',
    'quake-2 stored',
  ]);
});

test('the same again changes nothing; a changed text is an update with its earlier version kept', async () => {
  await warraq('import', file('news.jsonl', jsonLines()), '--db', db);
  const again = await warraq('import', file('news.jsonl', jsonLines()), '--db', db, '--json');
  expect(again.lines().every(({ became }) => became === 'unchanged')).toBe(true);
  const changed = articles.map((article) =>
    article.id === 'libya-1'
      ? { ...article, body: `${article.body}\nوتستأنف المحادثات في تونس الشهر المقبل.` }
      : article,
  );
  const update = await warraq(
    'import',
    file('news.jsonl', jsonLines(changed)),
    '--db',
    db,
    '--json',
  );
  expect(byName(update.lines()).filter((line) => !line.endsWith('unchanged'))).toEqual([
    'libya-1 updated',
  ]);
  const check = await warraq('check', '--db', db, '--json');
  expect(check.code).toBe(0);
  expect(check.lines().at(-1)).toMatchObject({ articles: 6, faults: 0 });
});

test('each bad input is named with its reason, the rest is kept, and the run ends with 1', async () => {
  const good = (id: string) => JSON.stringify({ ...articles[0], id });
  const mixed = [
    good('a'),
    '{"id": "b", "body": ',
    good('c'),
    '[]',
    '{"title":"بلا نص"}',
    good('d'),
  ].join('\n');
  const whole = gzipSync(jsonLines());
  const run = await warraq(
    'import',
    file('mixed.jsonl', mixed),
    file('empty.jsonl', ''),
    file('short.jsonl.gz', whole.subarray(0, whole.length - 20)),
    file('latin.txt', Buffer.from([0xff, 0xfe, 0x80, 0x81])),
    join(directory, 'missing.jsonl'),
    '--db',
    db,
    '--json',
  );
  expect(run.code).toBe(1);
  for (const named of [
    'mixed.jsonl:2',
    'mixed.jsonl:4',
    'mixed.jsonl:5',
    'empty.jsonl',
    'short.jsonl.gz',
    'missing.jsonl',
  ])
    expect(run.stderr).toContain(named);
  const kept = run
    .lines()
    .filter(({ became }) => became !== 'refused')
    .map(({ id }) => id);
  expect(kept).toEqual(expect.arrayContaining(['a', 'c', 'd']));
});

test('odd but readable input is kept: no Arabic, a NUL byte, a year that cannot be', async () => {
  const records = [
    {
      id: 'english',
      title: 'A short report',
      body: 'The council met on Monday and agreed on a plan.',
    },
    { id: 'nul', title: 'خبر\u0000 قصير', body: 'نص\u0000 فيه علامة خفية لا تظهر للقارئ.' },
    {
      id: 'future',
      title: 'خبر من المستقبل',
      body: 'نص قصير عن يوم لم يأت بعد.',
      date: '20188-01-01',
    },
  ];
  const run = await warraq('import', file('odd.jsonl', jsonLines(records)), '--db', db, '--json');
  expect(run.code).toBe(0);
  const exported = (await warraq('export', '--db', db)).lines();
  expect(exported.map(({ id }) => id)).toEqual(['english', 'nul', 'future']);
  expect(exported[1]).toMatchObject({ title: 'خبر قصير' });
  expect(exported[2]).not.toHaveProperty('date');
});

test('the same id with another text in one run is kept as a newer version, and said', async () => {
  const twice = [
    articles[0]!,
    { ...articles[0]!, body: `${articles[0]!.body}\nوأضيفت فقرة جديدة إلى الخبر.` },
  ];
  const run = await warraq('import', file('twice.jsonl', jsonLines(twice)), '--db', db);
  expect(run.code).toBe(0);
  expect(run.stderr).toContain('twice.jsonl:2');
  expect(run.stderr).toContain('karabakh-1');
});

test('what is exported can be imported elsewhere', async () => {
  await warraq('import', file('news.jsonl', jsonLines()), '--db', db);
  const exported = await warraq('export', '--db', db);
  const other = join(directory, 'other');
  await warraq('import', file('export.jsonl', exported.stdout), '--db', other);
  const again = await warraq('export', '--db', other);
  const text = (lines: Array<Record<string, unknown>>) =>
    lines.map(({ id, title, body, date }) => ({ id, title, body, date }));
  expect(text(again.lines())).toEqual(text(exported.lines()));
});

test('a backup is a store of its own', async () => {
  await warraq('import', file('news.jsonl', jsonLines()), '--db', db);
  const backup = join(directory, 'backup');
  expect((await warraq('backup', backup, '--db', db)).code).toBe(0);
  const similar = await warraq('similar', 'karabakh-1', '--db', backup);
  expect(similar.stderr).toBe('');
  expect(similar.lines()[0]).toMatchObject({ query: 'karabakh-1' });
  const refused = await warraq('backup', backup, '--db', db);
  expect(refused.code).toBe(2);
  expect(refused.stderr).toContain(backup);
});
