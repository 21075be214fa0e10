import { expect, test } from 'vitest';
import { analyse } from '../analyse/analyse.js';
import { testArticle } from '../model/testing.js';
import { People } from './learned-people.js';
import type { NewlyKept } from './learned.js';

const article = (id: string, source: string, text: string) =>
  testArticle('عنوان', [text], { id, source, sourceName: source });

const FULL = 'التقى وزير الري سمير الدرغامي وفدا من المزارعين.';
const SHORT = 'وقال الدرغامي إن السد آمن.';

function learnedFrom(sources: string[]): ReadonlyMap<string, string> {
  const people = new People();
  sources.forEach((source, i) => {
    const one = article(`a${i}`, source, FULL);
    people.learn({ article: one, analysis: analyse(one) } as unknown as NewlyKept);
  });
  return people.changed()?.people ?? new Map();
}

const namesIn = (people: ReadonlyMap<string, string>) =>
  analyse(article('x', 'z', SHORT), undefined, people).entities.map(({ name }) => name);

test('a full name in several articles and sources says whom a short mention means', () => {
  expect(namesIn(new Map())).toEqual(['الدرغامي']);
  expect(namesIn(learnedFrom(['a', 'b', 'a']))).toEqual(['سمير الدرغامي']);
});

test('one source alone, or too few articles, teach nothing', () => {
  expect(namesIn(learnedFrom(['a', 'a', 'a', 'a']))).toEqual(['الدرغامي']);
  expect(namesIn(learnedFrom(['a', 'b']))).toEqual(['الدرغامي']);
});
