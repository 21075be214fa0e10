import { describe, expect, it } from 'vitest';
import { highlight } from './snippet.js';
import { parseQuery } from './query.js';
import { searchText } from './search-text.js';

/** The stems that search knows a text by. */
const stemsOf = (text: string) => searchText(text, '').titleStems;

describe('searchText', () => {
  it.each([
    ['نتنياهو', 'نتانياهو', 'Netanyahu', 'ونتنياهو'],
    ['غوتيريش', 'جوتيريش', 'Guterres', 'لغوتيريش'],
    ['أردوغان', 'اردوجان', 'Erdoğan', 'وأردوغان'],
    ['بوتين', 'بُوتِين', 'Putin', 'لبوتين'],
    ['زيلينسكي', 'زلينسكي', 'Zelensky', 'Zelenskyy'],
    ['واشنطن', 'Washington', 'بواشنطن'],
    ['عبدالله', 'عبد الله'],
    ['عبدالرحمن', 'عبد الرحمن', 'عبد الرحمان'],
    ['أبومازن', 'أبو مازن'],
    ['حسين', 'الحسين', 'Hussein'],
  ])('has one form for the spellings of %s', (...spellings) =>
    expect(new Set(spellings.map(stemsOf)).size, spellings.map(stemsOf).join(' ')).toBe(1),
  );

  it('keeps different names and plain words apart', () => {
    for (const [one, other] of [
      ['حسن', 'حسين'],
      ['سالم', 'سليم'],
      ['وليد', 'خالد'],
      ['أبواب', 'أبو'],
      ['ناصر', 'نصر'],
    ] as const)
      expect(stemsOf(one)).not.toBe(stemsOf(other));
  });

  it('marks a name in whatever spelling the text has it', () => {
    const title = 'لقاء نتانياهو مع Putin في موسكو';
    const marked = (query: string) =>
      highlight(title, parseQuery(query)).hits.map(({ start, end }) => title.slice(start, end));
    expect(marked('نتنياهو')).toEqual(['نتانياهو']);
    expect(marked('Netanyahu بوتين')).toEqual(['نتانياهو', 'Putin']);
    expect(marked('"لقاء نتنياهو"')).toEqual(['لقاء نتانياهو']);
  });

  it('finds letters spelled out, however they are', () => {
    for (const query of ['أ ف ب', 'أ.ف.ب', 'أ. ف. ب.'])
      expect(parseQuery(query).all[0]?.[0]?.stems.join(' ')).toBe(stemsOf('(أ ف ب)'));
  });
});
