import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Database } from './database.js';
import { exampleEntry } from './example-entries.js';
import { openStore } from './open.js';
import { StoreError } from './store-error.js';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'warraq-open-'));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

const some = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => exampleEntry(from + index));

async function refusal(opening: Promise<unknown>): Promise<StoreError> {
  const thrown = await opening.then(
    () => undefined,
    (error: unknown) => error,
  );
  expect(thrown).toBeInstanceOf(StoreError);
  return thrown as StoreError;
}

describe('openStore', () => {
  it('lets readers in beside a writer, who see what it saves and can write nothing', async () => {
    const store = await openStore(directory);
    await store.save(some(1, 3));
    const reader = await openStore(directory, { readonly: true });
    const query = {
      all: [[{ field: 'any' as const, words: ['مساء'], stems: ['مساء'], exact: false }]],
      none: [],
      text: 'مساء',
    };
    expect((await reader.search(query)).total).toBe(3);
    await store.save(some(4, 5));
    await store.remove({ ids: ['article-1'] });
    expect((await reader.search(query)).total).toBe(4);
    expect((await reader.stats()).articles).toBe(4);
    expect(await reader.check()).toEqual([]);
    expect((await refusal(reader.save(some(6, 6)))).reason).toBe('read-only');
    await reader.close();
    await store.close();
  });

  it('refuses a store of a newer version and leaves it as it is', async () => {
    await (await openStore(directory)).close();
    const raw = new Database(join(directory, 'warraq.sqlite'), directory);
    raw.exec('PRAGMA user_version = 99');
    raw.close();
    for (const readonly of [false, true]) {
      const error = await refusal(openStore(directory, { readonly }));
      expect(error.reason).toBe('newer');
      expect(error.message).toContain(directory);
      expect(error.message).toContain('schema 99');
    }
    expect(readdirSync(directory)).not.toContain('warraq.pid');
  });

  it('says so where there is nothing to read, a file in the way, or no store at all', async () => {
    const missing = await refusal(openStore(join(directory, 'none'), { readonly: true }));
    expect([missing.reason, missing.message.includes('none')]).toEqual(['missing', true]);
    const file = join(directory, 'file');
    writeFileSync(file, '');
    expect((await refusal(openStore(file))).reason).toBe('unusable');
    writeFileSync(join(directory, 'warraq.sqlite'), 'ليست قاعدة بيانات '.repeat(1000));
    expect((await refusal(openStore(directory))).reason).toBe('damaged');
  });
});

describe('a full disk', () => {
  it('gives one clear error, keeps what was kept, and goes on once there is room', async () => {
    let store = await openStore(directory);
    await store.save(some(1, 50));
    await store.close();
    const raw = new Database(join(directory, 'warraq.sqlite'), directory);
    const pages = raw.value<number>('PRAGMA page_count') ?? 0;
    raw.close();
    store = await openStore(directory, { maxPages: pages + 4 });
    const error = await refusal(store.save(some(51, 1500)));
    expect(error.reason).toBe('full');
    expect(error.message).toContain(directory);
    expect((await store.stats()).articles).toBe(50);
    expect(await store.check()).toEqual([]);
    await store.close();
    store = await openStore(directory);
    await store.save(some(51, 1500));
    expect((await store.stats()).articles).toBe(1500);
    await store.close();
  });
});
