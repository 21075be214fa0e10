import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bodyText } from '../../model/text.js';
import { arrivalOf, readWords } from '../testing.js';
import { draftOf } from './build.js';

const word = fc.oneof(
  fc.stringMatching(/^[ا-ي]{2,9}$/),
  fc.constantFrom('في', 'قتيلان', 'ثلاثة آلاف', '12,5%', '١٩٠٠', 'مليون', 'على', '[بيروت]', '5G'),
  fc.constantFrom('شخصية-طويلة', 'https://example.org/a/b', 'أ.ف.ب', '«', '.'),
);
const text = (most: number) =>
  fc.array(word, { minLength: 1, maxLength: most }).map((words) => words.join(' '));

test('an article whose words were read before has the same draft as one read anew', () => {
  fc.assert(
    fc.property(text(150), text(400), fc.nat({ max: 60 }), (title, body, opening) => {
      const { article, analysis } = arrivalOf(1, { id: 'a', title, body, at: '2024-05-01' });
      const words = { title: readWords(article.title), body: readWords(bodyText(article)) };
      // An analysis begins the text where a word does.
      const begins = words.body.find(({ start }) => start >= opening)?.start ?? 0;
      const plain = { ...analysis, opening: begins };
      expect(draftOf(article, { ...plain, words })).toEqual(draftOf(article, plain));
    }),
    { numRuns: 60 },
  );
});
