import { expect, test } from 'vitest';
import { lexemeOf } from './lexeme.js';

/** Made up, each a word of its own. */
const words = Array.from({ length: 10_000 }, (_, n) =>
  [...String(n)].map((digit) => 'بتثجحدرسصط'[Number(digit)]).join('ا'),
);

test('what is known of a word is kept while a few thousand others are met', () => {
  const met = words.map(lexemeOf);
  const kept = words.filter((word, n) => lexemeOf(word) === met[n]);
  expect(kept.length).toBeGreaterThan(words.length * 0.995);
});

test.each([
  ['لتعزيز', 'تعزيز'],
  ['لاخماد', 'اخماد'],
  ['لتوليد', 'توليد'],
])('a noun as common without its «ل» is one: %s', (word, bare) => {
  expect(lexemeOf(word)).toMatchObject({ bare, prepositional: true });
});

test.each(['باليستيه', 'باليستيا', 'بلاتيني', 'لوبان'])(
  'a first letter is no particle where the word has it: %s',
  (word) => {
    expect(lexemeOf(word)).toMatchObject({ bare: word, prepositional: false, definite: false });
  },
);

test('a common noun after its particle is no name, though a town is called so', () => {
  expect(lexemeOf('بحركه')).toMatchObject({ bare: 'حركه', prepositional: true });
});

test.each(['لاعبين', 'لبنان', 'لانسيت', 'لوحات', 'لقاء'])('«ل» is the word’s own: %s', (word) => {
  expect(lexemeOf(word)).toMatchObject({ bare: word, prepositional: false });
});
