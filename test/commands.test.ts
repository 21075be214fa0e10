import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { jsonLines } from './articles.js';
import { temporary, warraq } from './warraq.js';

const { directory, remove } = temporary();
const db = join(directory, 'data');
beforeAll(async () => {
  const news = join(directory, 'news.jsonl');
  writeFileSync(news, jsonLines());
  await warraq('import', news, '--db', db);
});
afterAll(() => remove());

test('similar: the same affair with its reason, no copy, and no ceasefire of another conflict', async () => {
  const run = await warraq('similar', 'karabakh-2', '--db', db);
  const [line] = run.lines() as Array<{ similar: string[]; reasons: string[] }>;
  expect(line?.similar).toEqual(['karabakh-1']);
  expect(line?.reasons[0]).toMatch(/^عن: .*كاراباخ/);
});

test('stories: one story for one event, and the copy in its group', async () => {
  const run = await warraq('stories', '--db', db);
  const story = new Map(run.lines().map(({ id, story }) => [id, story]));
  const copies = new Map(run.lines().map(({ id, copies }) => [id, copies]));
  expect(story.get('karabakh-2-copy')).toBe(story.get('karabakh-2'));
  expect(story.get('libya-1')).not.toBe(story.get('karabakh-1'));
  expect(copies.get('karabakh-2')).toBe(copies.get('karabakh-2-copy'));
  expect(copies.get('karabakh-2')).toBeTruthy();
  expect(copies.get('libya-1')).toBeNull();
});

test('search: «أرمن» finds «الأرمنية»; a broken query is answered as words', async () => {
  const plain = await warraq('search', 'زلزال المغرب', '--db', db);
  expect((plain.lines()[0] as { results: string[] }).results.slice(0, 2).sort()).toEqual([
    'quake-1',
    'quake-2',
  ]);
  const broken = await warraq('search', '"زلزال OR ( title:', '--db', db);
  expect(broken.code).toBe(0);
  expect((broken.lines()[0] as { results: string[] }).results).toContain('quake-1');
});

test('search: a part with a minus sign is no option of the command, a misspelt option is named', async () => {
  const without = await warraq('search', 'زلزال', '-المغرب', '--db', db, '--top', '5');
  expect(without.code).toBe(0);
  expect((without.lines()[0] as { results: string[] }).results).not.toContain('quake-1');
  const misspelt = await warraq('search', 'زلزال', '--tpo', '5', '--db', db);
  expect(misspelt.code).toBe(2);
  expect(misspelt.stderr).toMatch('--tpo');
});

test('keyphrases of a stored article are in their written form', async () => {
  const run = await warraq('keyphrases', 'karabakh-2', '--db', db);
  const [line] = run.lines() as Array<{ keyphrases: string[] }>;
  expect(line?.keyphrases.join('، ')).toMatch(/قوات حفظ السلام الروسية/);
  expect(line?.keyphrases.join('، ')).toMatch(/ناغورني كاراباخ/);
});

test('an unknown id is named, the others are answered, and the run ends with 1', async () => {
  const run = await warraq('similar', 'nobody', 'quake-1', '--db', db);
  expect(run.code).toBe(1);
  expect(run.stderr).toContain('nobody');
  expect(run.lines()).toHaveLength(1);
});

test('an unusable call ends with 2 and says what to do', async () => {
  for (const call of [
    ['similar', '--db', db],
    ['similar', 'quake-1', '--top', 'ten', '--db', db],
    ['import'],
    ['nonsense'],
    ['similar', 'quake-1', '--db', join(directory, 'nowhere')],
    ['search', '--queries', join(directory, 'nowhere.jsonl'), '--db', db],
  ]) {
    const run = await warraq(...call);
    expect(run.code, call.join(' ')).toBe(2);
    expect(run.stderr.trim(), call.join(' ')).not.toBe('');
    expect(run.stderr, call.join(' ')).not.toMatch(/\n\s+at /);
  }
});

test('every command has --help', async () => {
  const help = (await warraq('--help')).stdout;
  const commands = [...help.matchAll(/^ {2}([a-z]+) /gm)].map(([, name]) => name!);
  expect(commands).toEqual(
    expect.arrayContaining([
      'import',
      'extract',
      'keyphrases',
      'entities',
      'similar',
      'stories',
      'search',
      'serve',
      'export',
      'backup',
      'check',
      'reindex',
    ]),
  );
  for (const command of commands.filter((name) => name !== 'help'))
    expect((await warraq(command, '--help')).code, command).toBe(0);
});
