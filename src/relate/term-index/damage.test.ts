import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTermIndex } from './open-term-index.js';
import { SegmentFile } from './segment-file.js';
import { MOST_DOCUMENTS } from './segment-format.js';
import { SegmentWriter } from './segment-writer.js';
import { randomDocument, randomFrom, SMALL } from './testing.js';
import { verifyTermIndex } from './verify.js';

let directory: string;
beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'term-index-damage-'));
  const index = await openTermIndex(directory, { limits: SMALL });
  const random = randomFrom(3);
  for (let seq = 0; seq < 130; seq++) {
    index.add(randomDocument(seq, random));
    if (seq % 3 === 0) await index.flush();
  }
  index.remove(3);
  await index.close();
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

function file(ending: string): string {
  return join(
    directory,
    readdirSync(directory).find((name) => name.endsWith(ending))!,
  );
}

/** Turns one bit of a file over. */
function damage(path: string, at: number): void {
  const bytes = readFileSync(path);
  bytes[at]! ^= 0x10;
  writeFileSync(path, bytes);
}

async function openAndVerify(): Promise<void> {
  const index = await openTermIndex(directory, { readonly: true });
  await index.close();
  verifyTermIndex(directory);
}

describe('a damaged term index', () => {
  it('is none when nothing is wrong', async () => {
    await expect(openAndVerify()).resolves.toBeUndefined();
  });

  it('is found out wherever a segment is damaged, with what to do', async () => {
    const path = file('.segment');
    const { length } = readFileSync(path);
    for (let at = 0; at < length; at += Math.ceil(length / 60)) {
      damage(path, at);
      await expect(openAndVerify(), `byte ${at}`).rejects.toThrow(/segment.*warraq reindex/);
      damage(path, at);
    }
  });

  it('is found out by opening where a segment is cut short, or missing', async () => {
    const path = file('.segment');
    const bytes = readFileSync(path);
    writeFileSync(path, bytes.subarray(0, bytes.length - 1));
    await expect(openTermIndex(directory)).rejects.toThrow('warraq reindex');
    rmSync(path);
    await expect(openTermIndex(directory)).rejects.toThrow('missing');
  });

  it('is found out where the log is damaged before its last flush', async () => {
    damage(file('.log'), 12);
    await expect(openTermIndex(directory)).rejects.toThrow(/log.*checksum.*warraq reindex/);
  });

  it('is found out where the manifest, the log or the removals are', async () => {
    for (const ending of ['.json', '.log']) {
      const bytes = readFileSync(file(ending));
      const path = file(ending);
      rmSync(path);
      await expect(openTermIndex(directory), ending).rejects.toThrow('warraq reindex');
      writeFileSync(path, bytes);
    }
    damage(file('.json'), 20);
    await expect(openTermIndex(directory)).rejects.toThrow('warraq reindex');
  });

  it('is told where a segment has more documents than offsets reach', async () => {
    const path = join(directory, '99.segment');
    const writer = await SegmentWriter.create(path);
    await writer.endTerms();
    const random = randomFrom(1);
    const document = randomDocument(0, random);
    for (let seq = 0; seq <= MOST_DOCUMENTS; seq++) writer.addDocument({ ...document, seq });
    await writer.finish();
    expect(() => new SegmentFile(path)).toThrow(/65537 documents.*reindex/);
  });
});
