import { describe, expect, it } from 'vitest';
import { chooseMerge } from './merge-choice.js';

const sized = (...documents: number[]) =>
  documents.map((count) => ({ documents: count, removed: 0, bytes: count * 1000 }));

describe('the choice of segments to merge', () => {
  it('merges eight neighbours, and leaves large ones alone', () => {
    const eight = Array<number>(8).fill(8192);
    expect(chooseMerge(sized(...eight.slice(1)))).toBeUndefined();
    expect(chooseMerge(sized(65_536, ...eight))).toEqual({ first: 1, count: 8 });
  });

  it('never makes one that is too large', () => {
    expect(chooseMerge(sized(...Array<number>(9).fill(8192)))).toEqual({ first: 1, count: 8 });
    expect(chooseMerge(sized(...Array<number>(8).fill(30_000)))).toBeUndefined();
  });

  it('writes one anew of which much was removed', () => {
    const sizes = sized(65_536, 65_536);
    sizes[0]!.removed = 20_000;
    expect(chooseMerge(sizes)).toEqual({ first: 0, count: 1 });
  });

  it('writes each document about as often as the logarithm of the store', () => {
    let sizes = sized();
    let written = 0;
    for (let seal = 0; seal < 400; seal++) {
      sizes.push(...sized(1000));
      for (let choice = chooseMerge(sizes); choice; choice = chooseMerge(sizes)) {
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
    expect(written / 400_000).toBeLessThan(3);
    expect(sizes.length).toBeLessThan(30);
  });
});
