import { describe, expect, it } from 'vitest';
import { chooseMerge } from './merge-choice.js';

const LIMIT = 65_536;

const sized = (...documents: number[]) =>
  documents.map((count) => ({ documents: count, removed: 0, bytes: count * 1000 }));

describe('the choice of segments to merge', () => {
  it('merges neighbours of about one size, and leaves a much larger one alone', () => {
    expect(chooseMerge(sized(8192), LIMIT)).toBeUndefined();
    expect(chooseMerge(sized(8192, 8100), LIMIT)).toEqual({ first: 0, count: 2 });
    expect(chooseMerge(sized(16_384, 8192), LIMIT)).toBeUndefined();
    expect(chooseMerge(sized(65_536, 8192, 8192), LIMIT)).toEqual({ first: 1, count: 2 });
    expect(chooseMerge(sized(65_536, 65_536), LIMIT)).toBeUndefined();
  });

  it('merges at one go what would be merged again at once', () => {
    expect(chooseMerge(sized(16_384, 8192, 4096, 4096), LIMIT)).toEqual({ first: 0, count: 4 });
  });

  it('never makes one that is too large', () => {
    const sizes = sized(40_000, 20_000, 20_000);
    expect(chooseMerge(sizes, LIMIT)).toEqual({ first: 1, count: 2 });
    expect(chooseMerge(sized(40_000, 40_000), LIMIT)).toBeUndefined();
  });

  it('merges small ones too that stand before a full one', () => {
    expect(chooseMerge(sized(20_000, 20_000, 65_536, 2048), LIMIT)).toEqual({ first: 0, count: 2 });
    expect(chooseMerge(sized(8192, 8192, 65_536, 2048, 2048), LIMIT)).toEqual({
      first: 3,
      count: 2,
    });
  });

  it('writes one anew of which much was removed', () => {
    const sizes = sized(65_536, 65_536);
    sizes[0]!.removed = 20_000;
    expect(chooseMerge(sizes, LIMIT)).toEqual({ first: 0, count: 1 });
  });

  it('writes each document about as often as the logarithm of a full segment', () => {
    let sizes = sized();
    let written = 0;
    for (let seal = 0; seal < 400; seal++) {
      sizes.push(...sized(1000));
      for (let choice = chooseMerge(sizes, LIMIT); choice; choice = chooseMerge(sizes, LIMIT)) {
        const merged = sizes.slice(choice.first, choice.first + choice.count);
        const documents = merged.reduce((sum, size) => sum + size.documents, 0);
        written += documents;
        sizes = [
          ...sizes.slice(0, choice.first),
          ...sized(documents),
          ...sizes.slice(choice.first + choice.count),
        ];
      }
    }
    expect(written / 400_000).toBeLessThan(7);
    expect(sizes.length).toBeLessThan(14);
  });
});
