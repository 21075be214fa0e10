import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTermIndex } from './open-term-index.js';
import { termNumber } from './terms.js';
import { PlainIndex, randomFrom, randomQuery, SMALL, step } from './testing.js';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'term-index-writer-'));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

describe('one writer', () => {
  it('keeps a second one out while it is open', async () => {
    const first = await openTermIndex(directory);
    await expect(openTermIndex(directory)).rejects.toThrow(`process ${process.pid}`);
    await first.close();
    const second = await openTermIndex(directory);
    await second.close();
  });

  it('takes over from a process that is gone', async () => {
    writeFileSync(join(directory, 'writer.lock'), '999999999 5\n');
    const index = await openTermIndex(directory);
    await index.close();
  });

  it('is not disturbed by readers, who see what was flushed when they opened', async () => {
    const writer = await openTermIndex(directory, { limits: SMALL });
    const plain = new PlainIndex();
    const random = randomFrom(9);
    for (let seq = 0; seq < 400; seq++) {
      step(seq, [writer, plain]);
      if (seq % 50 !== 49) continue;
      await writer.flush();
      const reader = await openTermIndex(directory, { readonly: true });
      expect(reader.next).toBe(seq + 1);
      for (let round = 0; round < 5; round++) {
        const query = randomQuery(random);
        expect(reader.query(query)).toEqual(plain.query(query));
        expect(writer.query(query)).toEqual(plain.query(query));
      }
      await reader.close();
    }
    await writer.close();
  });

  it('answers rightly while it seals and merges', async () => {
    const writer = await openTermIndex(directory, { limits: SMALL });
    const plain = new PlainIndex();
    const random = randomFrom(4);
    for (let seq = 0; seq < 500; seq++) {
      step(seq, [writer, plain]);
      if (seq % 10 === 0) void writer.flush();
      if (seq % 5 === 0) await new Promise((resolve) => setImmediate(resolve));
      const query = randomQuery(random);
      expect(writer.query(query)).toEqual(plain.query(query));
    }
    await writer.close();
    const again = await openTermIndex(directory, { limits: SMALL });
    const query = randomQuery(random);
    expect(again.query(query)).toEqual(plain.query(query));
    await again.close();
    const segments = readdirSync(directory).filter((name) => name.endsWith('.segment'));
    expect(segments.length).toBeGreaterThan(0);
    expect(segments.length).toBeLessThan(15);
  });

  it('gets its segments merged though each session ends at once', async () => {
    const limits = { ...SMALL, tailDocuments: 4, segmentDocuments: 10_000 };
    for (let session = 0; session < 60; session++) {
      const index = await openTermIndex(directory, { limits });
      for (let seq = session * 8; seq < session * 8 + 8; seq++) step(seq, [index]);
      await index.flush();
      await index.close();
    }
    const segments = readdirSync(directory).filter((name) => name.endsWith('.segment'));
    expect(segments.length).toBeLessThan(24);
  });

  it('opens to read where there is no index yet', async () => {
    const reader = await openTermIndex(join(directory, 'none'), { readonly: true });
    expect(reader.size).toBe(0);
    expect(reader.query({ terms: [{ term: termNumber('نهر'), weight: 1 }], top: 3 })).toEqual([]);
    await reader.close();
    expect(readdirSync(directory)).toEqual([]);
  });
});
