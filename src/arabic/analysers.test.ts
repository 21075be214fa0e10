import { describe, expect, it } from 'vitest';
import { analyser, asWritten, bySubject, stems } from './analysers.js';

describe('analysers', () => {
  const text = 'وفي الْمَدَارِسِ 12 معلمًا: www.example.com';

  it('gives words as written, folded', () => {
    expect(asWritten(text).map(({ form }) => form)).toEqual([
      'وفي',
      'المدارس',
      '12',
      'معلما',
      'www.example.com',
    ]);
  });

  it('gives stems of words with a subject, with offsets into the text', () => {
    const tokens = bySubject(text);
    expect(tokens.map(({ form }) => form)).toEqual(['مدرسه', '12', 'معلم']);
    expect(text.slice(tokens[0]?.start, tokens[0]?.end)).toBe('الْمَدَارِسِ');
  });

  it('composes filters in order', () => {
    const longOnly = analyser(stems, (word) => (word.length > 4 ? word : undefined));
    expect(longOnly(text).map(({ form }) => form)).toEqual(['مدرسه', 'www.example.com']);
  });
});
