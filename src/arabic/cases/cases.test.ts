import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  fold,
  isFunctionWord,
  isNewsFurniture,
  isStopPhrase,
  repair,
  sentences,
  stem,
  tokenise,
} from '../index.js';

const yesNo = (value: boolean) => (value ? 'yes' : 'no');

const doers: Record<string, (input: string) => string> = {
  fold,
  repair,
  stem: (word) => stem(fold(word)),
  tokens: (text) =>
    tokenise(text)
      .map(({ folded }) => folded)
      .join(' '),
  kinds: (text) =>
    tokenise(text)
      .map(({ kind }) => kind)
      .join(' '),
  sentences: (text) =>
    sentences(text)
      .map(({ start, end }) => text.slice(start, end))
      .join('¦'),
  function: (word) => yesNo(isFunctionWord(fold(word).replace(/ \(.*/, ''))),
  stop: (phrase) => yesNo(isStopPhrase(fold(phrase))),
  furniture: (phrase) => yesNo(isNewsFurniture(fold(phrase))),
};

const lines = readFileSync(new URL('letters-and-words.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line && !line.startsWith('#'));

describe('cases of letters and words', () => {
  it('has no case twice', () => {
    const inputs = lines.map((line) => line.replace(/^!/, '').split(' | ', 2).join(' | '));
    expect(inputs.filter((input, at) => inputs.indexOf(input) !== at)).toEqual([]);
  });

  it.each(lines)('%s', (line) => {
    const [does = '', input = '', expected = ''] = line.replace(/^!/, '').split(' | ');
    const unescaped = input.replace(/\\u([0-9a-f]{4})/g, (_, code: string) =>
      String.fromCharCode(parseInt(code, 16)),
    );
    const got = doers[does]?.(unescaped);
    if (line.startsWith('!')) expect(got, 'now right: take the ! away').not.toBe(expected);
    else expect(got).toBe(expected);
  });
});
