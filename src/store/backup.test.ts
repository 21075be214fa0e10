import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { exampleEntry } from './example-entries.js';
import { openStore } from './open.js';
import type { Store } from './store.js';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'warraq-backup-'));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

const some = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => exampleEntry(from + index));

describe('backup', () => {
  let store: Store;
  beforeEach(async () => {
    store = await openStore(directory);
    await store.save(some(1, 200));
  });
  afterEach(() => store.close());

  it('copies the live store, whole and sound, while it goes on', async () => {
    const target = join(directory, 'backup', 'today');
    const seen: Array<[number, number]> = [];
    const copying = store.backup(target, (done, total) => seen.push([done, total]));
    await store.save(some(201, 220));
    await copying;
    expect(readdirSync(target)).toEqual(['warraq.sqlite']);
    expect(seen.at(-1)?.[0]).toBe(seen.at(-1)?.[1]);
    const copy = await openStore(target);
    expect([200, 220]).toContain((await copy.stats()).articles);
    expect(await copy.check()).toEqual([]);
    expect(await copy.article('article-7')).toEqual(await store.article('article-7'));
    expect(await copy.nextSeq()).toBeGreaterThan(200);
    await copy.close();
  });

  it('refuses a directory with anything in it, but takes away what an interrupted backup left', async () => {
    const target = mkdtempSync(join(directory, 'backup-'));
    writeFileSync(join(target, 'warraq.sqlite.partial'), 'half');
    await store.backup(target);
    const before = readFileSync(join(target, 'warraq.sqlite'));
    await expect(store.backup(target)).rejects.toMatchObject({ reason: 'unusable' });
    expect(readFileSync(join(target, 'warraq.sqlite')).equals(before)).toBe(true);
  });
});
