import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Snippet } from '../model/search.js';
import { parseQuery } from './query.js';
import { highlight, snippet } from './snippet.js';

const marked = ({ text, hits }: Snippet) => hits.map(({ start, end }) => text.slice(start, end));

describe('highlight', () => {
  it('marks the written form with marks and clitics', () => {
    expect(marked(highlight('عودة الأَرْمَنِ إلى قراهم', parseQuery('أرمن')))).toEqual(['الأَرْمَنِ']);
    expect(marked(highlight('وبالمدرسة معلمون', parseQuery('مدرسة')))).toEqual(['وبالمدرسة']);
  });

  it('marks phrases as a whole and only where they stand', () => {
    const title = 'المجلس يدعو مجلس الأمن إلى الأمن';
    expect(marked(highlight(title, parseQuery('"مجلس الأمن"')))).toEqual(['مجلس الأمن']);
  });

  it('marks nothing of what is excluded or of another field', () => {
    expect(highlight('حرب وسلام', parseQuery('-حرب source:سلام')).hits).toEqual([]);
  });
});

describe('snippet', () => {
  const text = `${'انعقدت الجلسة في موعدها. '.repeat(30)}ثم بحث الوزراء أسعار القمح والذرة. ${'انتهت الجلسة بعد ساعات. '.repeat(30)}`;

  it('shows the stretch with most of the query', () => {
    const shown = snippet(text, parseQuery('القمح الذرة'), 120);
    expect(marked(shown)).toEqual(['القمح', 'والذرة']);
    expect(shown.text.startsWith('…ثم بحث')).toBe(true);
    expect(shown.text.length).toBeLessThanOrEqual(120);
  });

  it('shows the beginning where nothing is found', () => {
    expect(snippet(text, parseQuery('زلزال'), 60).text.startsWith('انعقدت')).toBe(true);
  });

  it('keeps a short text whole, on one line', () => {
    expect(snippet('سطر أول\nسطر ثان', parseQuery('ثان'), 100).text).toBe('سطر أول سطر ثان');
  });

  it('keeps hits inside a text of the asked length, whatever the input', () => {
    const unit = fc.constantFrom(...'ابتو .\n«"ً#1', 'حرب', 'الحرب ', 'سلام ', '\ud83d');
    fc.assert(
      fc.property(
        fc.string({ unit, maxLength: 300 }),
        fc.integer({ min: 3, max: 120 }),
        (text, most) => {
          const shown = snippet(text, parseQuery('حرب سلام "حرب سلام"'), most);
          expect(shown.text.length).toBeLessThanOrEqual(Math.max(most, 3));
          let last = 0;
          for (const { start, end } of shown.hits) {
            expect(start).toBeGreaterThanOrEqual(last);
            expect(end).toBeGreaterThan(start);
            last = end;
          }
          expect(last).toBeLessThanOrEqual(shown.text.length);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
