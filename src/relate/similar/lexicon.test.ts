import { expect, it } from 'vitest';
import { MemoryIndex } from '../memory-index.js';
import { packTerms, termNumber } from '../term-index/terms.js';
import { Lexicon } from './lexicon.js';

it('says the same of a term at the first look and later', () => {
  const index = new MemoryIndex();
  for (let seq = 0; seq < 7; seq += 1) {
    const terms = packTerms([{ term: 'خبر', weight: 0.5 }]);
    index.add({ seq, time: seq, source: 'منبر', terms, payload: new Uint8Array() });
  }
  const lexicon = new Lexicon(index);
  const first = lexicon.idf(termNumber('خبر'));
  expect(lexicon.idf(termNumber('خبر'))).toBe(first);
});
