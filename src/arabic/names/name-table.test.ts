import { describe, expect, it } from 'vitest';
import { ARABIC_NAMES } from './arabic-names.js';
import { ARABIC_PLACES } from './arabic-places.js';
import { FOREIGN_PEOPLE } from './foreign-people.js';
import { FOREIGN_PLACES } from './foreign-places.js';
import { nameKey } from './name-key.js';

const lines = [ARABIC_NAMES, ARABIC_PLACES, FOREIGN_PEOPLE, FOREIGN_PLACES]
  .flatMap((text) => text.split('\n'))
  .map((line) => line.split(' ').filter(Boolean))
  .filter((words) => words.length);

describe('the tables of names', () => {
  it('give every spelling of a line the key of its first', () => {
    for (const [first = '', ...others] of lines)
      for (const other of others) expect([other, nameKey(other)]).toEqual([other, nameKey(first)]);
  });

  it('give the names of different lines different keys', () => {
    const names = new Set(lines.map(([first = '']) => first));
    expect(new Set([...names].map(nameKey)).size).toBe(names.size);
  });

  it('hold keys that are their own key', () => {
    for (const word of lines.flat()) expect(nameKey(nameKey(word))).toBe(nameKey(word));
  });
});
