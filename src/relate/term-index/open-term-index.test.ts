import { appendFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LIMITS } from './disk-term-index.js';
import { openTermIndex } from './open-term-index.js';
import { MOST_DOCUMENTS } from './segment-format.js';
import type { IndexedDocument, TermIndex } from './term-index.js';
import { packTerms, termNumber } from './terms.js';
import { PlainIndex, randomDocument, randomFrom, randomQuery, SMALL, step } from './testing.js';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'term-index-'));
});
afterEach(() => {
  rmSync(directory, { recursive: true, force: true });
});

function document(seq: number, terms: Record<string, number>, more = {}): IndexedDocument {
  return {
    seq,
    time: seq * 1000,
    source: 'أ',
    terms: packTerms(Object.entries(terms).map(([term, weight]) => ({ term, weight }))),
    payload: Uint8Array.of(seq),
    ...more,
  };
}

describe('the term index', () => {
  it('finds a document by the very next query, the newer of equal ones first', async () => {
    const index = await openTermIndex(directory);
    index.add(document(1, { نهر: 0.5, جسر: 0.5 }));
    index.add(document(2, { نهر: 0.5 }));
    index.add(document(3, { نهر: 0.5 }));
    const hits = index.query({
      terms: [
        { term: termNumber('نهر'), weight: 2 },
        { term: termNumber('جسر'), weight: 1 },
      ],
      top: 9,
    });
    expect(hits.map(({ seq }) => seq)).toEqual([1, 3, 2]);
    expect(hits[1]!.score).toBeCloseTo(1, 1);
    expect(index.frequency(termNumber('نهر'))).toBe(3);
    expect(index.frequency(termNumber('بحر'))).toBe(0);
    await index.close();
  });

  it('counts no removed document, and takes a changed one in place of its earlier form', async () => {
    const index = await openTermIndex(directory);
    for (const seq of [1, 2, 3]) index.add(document(seq, { نهر: 0.5 }));
    index.remove(2);
    index.remove(77);
    index.add(document(1, { بحر: 0.5 }));
    expect(index.size).toBe(2);
    expect(index.next).toBe(4);
    expect(index.frequency(termNumber('نهر'))).toBe(1);
    expect(
      index
        .query({ terms: [{ term: termNumber('بحر'), weight: 1 }], top: 5 })
        .map((hit) => hit.seq),
    ).toEqual([1]);
    expect(index.document(2)).toBeUndefined();
    expect(index.document(1)!.payload).toEqual(Uint8Array.of(1));
    await index.close();
  });

  it('bears hostile documents and queries', async () => {
    const index = await openTermIndex(directory);
    const long = 'ا'.repeat(100_000);
    index.add(
      document(1, { '': 0.5, [long]: 7, '\ud800': 0.5, '\udfff': 1, صفر: 0, سالب: -1, لا: NaN }),
    );
    index.add(document(2, {}));
    await index.close();
    const again = await openTermIndex(directory);
    expect(again.document(1)!.terms).toEqual(
      packTerms(
        [long, '\udfff', '', '\ud800'].map((term, i) => ({ term, weight: i < 2 ? 1 : 0.5 })),
      ),
    );
    const terms = [
      { term: termNumber('\ud800'), weight: 1 },
      { term: termNumber('صفر'), weight: 1 },
    ];
    expect(again.query({ terms, top: 3 }).map(({ seq }) => seq)).toEqual([1]);
    expect(again.query({ terms: [{ term: termNumber('لا'), weight: NaN }], top: 3 })).toEqual([]);
    expect(again.query({ terms, top: 0 })).toEqual([]);
    await again.close();
  });

  it('holds after opening again what was flushed, and says where to go on', async () => {
    const index = await openTermIndex(directory);
    index.add(document(4, { نهر: 0.5 }));
    index.add(document(5, { نهر: 0.7 }));
    await index.flush();
    index.remove(4);
    await index.flush();
    index.add(document(6, { نهر: 0.9 }));
    // A crash: not closed.
    const again = await openTermIndex(directory, { readonly: true });
    expect(again.next).toBe(6);
    expect(again.size).toBe(1);
    expect(
      again
        .query({ terms: [{ term: termNumber('نهر'), weight: 1 }], top: 5 })
        .map((hit) => hit.seq),
    ).toEqual([5]);
    expect(() => again.add(document(9, {}))).toThrow('readonly');
    await again.close();
    await index.close();
  });

  it('cuts the torn end of its log off and goes on behind it', async () => {
    const index = await openTermIndex(directory);
    index.add(document(1, { نهر: 0.5 }));
    await index.close();
    const log = readdirSync(directory).find((name) => name.endsWith('.log'))!;
    appendFileSync(join(directory, log), Buffer.from([9, 0, 0, 0, 1, 2, 3, 4, 5]));
    const again = await openTermIndex(directory);
    expect(again.next).toBe(2);
    again.add(document(2, { نهر: 0.5 }));
    await again.close();
    const third = await openTermIndex(directory);
    expect(third.size).toBe(2);
    await third.close();
  });

  const partSizes = { 'in one tail': LIMITS, 'in many segments': SMALL };
  for (const [where, limits] of Object.entries(partSizes)) {
    it(`answers as a look at every document does, ${where}`, async () => {
      for (let seed = 1; seed <= 4; seed++) {
        const random = randomFrom(seed);
        const path = join(directory, String(seed));
        let index = await openTermIndex(path, { limits });
        const plain = new PlainIndex();
        for (let seq = 0; seq < 900; seq++) {
          step(seq, [index, plain], seed);
          if (random() < 0.03) await index.flush();
          if (random() < 0.005) {
            await index.close();
            index = await openTermIndex(path, { limits });
          }
        }
        compare(index, plain, random);
        await index.close();
        index = await openTermIndex(path, { readonly: true });
        compare(index, plain, random);
        await index.close();
      }
    });
  }

  it('answers so where a segment is full to the last offset', async () => {
    const limits = { ...LIMITS, tailDocuments: MOST_DOCUMENTS / 2 };
    const index = await openTermIndex(directory, { limits });
    const plain = new PlainIndex();
    const random = randomFrom(11);
    for (let seq = 0; seq < 66_000; seq++) {
      const made = randomDocument(seq, random, 4000, 8);
      index.add(made);
      plain.add(made);
    }
    await index.flush();
    // Both halves are sealed once one log is left, and merged once one segment is.
    const files = (ending: string) =>
      readdirSync(directory).filter((name) => name.endsWith(ending));
    while (files('.log').length !== 1 || files('.segment').length !== 1) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    for (const seq of [3, 65_535, 65_536, 65_900]) {
      index.remove(seq);
      plain.remove(seq);
      expect(index.document(seq + 1)).toEqual(plain.document(seq + 1));
    }
    for (let round = 0; round < 25; round++) {
      const query = randomQuery(random, 4000);
      const all = new Map(
        plain.query({ ...query, top: 100_000 }).map(({ seq, score }) => [seq, score]),
      );
      for (const { seq, score } of index.query({ ...query, reckoned: 0.3 }))
        expect(all.get(seq)).toBe(score);
    }
    for (let round = 0; round < 25; round++) {
      const query = randomQuery(random, 4000);
      expect(index.query(query)).toEqual(plain.query(query));
    }
    await index.close();
  });

  it('drops segments of which nothing is left, and goes on', async () => {
    let index = await openTermIndex(directory, { limits: SMALL });
    const random = randomFrom(5);
    for (let seq = 0; seq < 200; seq++) index.add(randomDocument(seq, random));
    await index.flush();
    for (let seq = 0; seq < 200; seq++) index.remove(seq);
    await index.close();
    index = await openTermIndex(directory, { limits: SMALL });
    expect(index.size).toBe(0);
    expect(index.next).toBe(200);
    expect(index.query({ terms: [{ term: termNumber('كلمة1'), weight: 1 }], top: 3 })).toEqual([]);
    const segments = () => readdirSync(directory).filter((name) => name.endsWith('.segment'));
    const gone = async () => {
      await index.flush();
      expect(segments()).toEqual([]);
    };
    await vi.waitFor(gone, { timeout: 20_000 });
    await index.close();
  });
});

function compare(index: TermIndex, plain: PlainIndex, random: () => number): void {
  expect(index.size).toBe(plain.size);
  expect(index.next).toBe(900);
  for (let round = 0; round < 40; round++) {
    const query = randomQuery(random);
    expect(index.query(query)).toEqual(plain.query(query));
    const seq = Math.floor(random() * 900);
    expect(index.document(seq)).toEqual(plain.document(seq));
    const term = termNumber(`كلمة${round * 3}`);
    expect(index.frequency(term)).toBe(plain.frequency(term));
  }
}
