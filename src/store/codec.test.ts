import { expect, test } from 'vitest';
import { testArticle } from '../model/testing.js';
import { decodeContent, encodeContent } from './codec.js';

test('the content of an article is all that its bytes hold, so that no more goes from thread to thread', () => {
  const article = testArticle('افتتاح الجسر', ['افتتح الوزير الجسر الجديد.']);
  const content = encodeContent(article, { keyphrases: [], entities: [], brief: [] });
  expect(content.buffer.byteLength).toBe(content.byteLength);
  expect(decodeContent(content).article).toEqual(article);
});
