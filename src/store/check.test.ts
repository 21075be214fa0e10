import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Database } from './database.js';
import { exampleEntry } from './example-entries.js';
import { openStore } from './open.js';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'warraq-check-'));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

const some = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => exampleEntry(from + index));

describe('check', () => {
  const faultsAfter = async (damage: string): Promise<string[]> => {
    const store = await openStore(directory);
    await store.save(some(1, 8));
    await store.close();
    const raw = new Database(join(directory, 'warraq.sqlite'), directory);
    raw.exec(damage);
    raw.close();
    const reader = await openStore(directory, { readonly: true });
    const faults = await reader.check();
    await reader.close();
    for (const { mend } of faults) expect(mend).not.toBe('');
    return faults.map(({ what }) => what);
  };

  it.each([
    ['UPDATE articles SET hash = zeroblob(32) WHERE seq = 2', 'Article article-2: its text is not'],
    ["UPDATE contents SET content = 'x' WHERE seq = 2", 'Article article-2: its text is not'],
    ['DELETE FROM contents WHERE seq = 3', '1 articles without text'],
    ['DELETE FROM search WHERE rowid = 3', '1 articles that search does not know'],
    ['DELETE FROM sources WHERE number = 1', 'articles without their source'],
    [
      'UPDATE stories SET articles = 77 WHERE number = 1',
      '1 stories whose number of articles is wrong',
    ],
    [
      'DELETE FROM article_keyphrases WHERE seq = 1',
      'keyphrases whose number of articles is wrong',
    ],
    [
      'UPDATE article_entities SET seq = 99 WHERE seq = 1',
      'links of entities to articles that are not there',
    ],
    [
      "INSERT INTO versions VALUES (99, 0, '', zeroblob(1))",
      '1 earlier versions without their article',
    ],
    ['UPDATE search_data SET block = zeroblob(8) WHERE id > 10', 'SQLite: '],
  ])('finds %s', async (damage, fault) => {
    expect((await faultsAfter(damage)).join('\n')).toContain(fault);
  });
});
