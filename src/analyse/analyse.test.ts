import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Block } from '../model/article.js';
import { bodyText } from '../model/text.js';
import { analyse } from './analyse.js';
import { briefOfStory } from './brief.js';
import { searchText } from './search-text.js';
import { testArticle as article } from '../model/testing.js';

const paragraph = (text: string): Block => ({ type: 'paragraph', text });

const quake = article('زلزال قوي يضرب جنوب تركيا', [
  paragraph(
    'ضرب زلزال قوي جنوب تركيا فجر الاثنين، وقالت هيئة إدارة الكوارث إن 120 شخصا لقوا حتفهم في مدينة غازي عنتاب.',
  ),
  { type: 'heading', level: 2, text: 'فرق الإنقاذ الدولية' },
  paragraph(
    'وأعلن الرئيس التركي رجب طيب أردوغان حالة الطوارئ، ودعا المجتمع الدولي إلى إرسال فرق الإنقاذ الدولية.',
  ),
  paragraph(
    'وقال أردوغان: «لن نترك أحدا تحت الأنقاض حتى آخر لحظة». وأكدت منظمة الصحة العالمية أنها سترسل مساعدات طبية عاجلة إلى تركيا.',
  ),
  paragraph('ووصلت فرق الإنقاذ الدولية من فرنسا واليابان إلى غازي عنتاب مساء الثلاثاء.'),
]);

describe('analyse', () => {
  const analysis = analyse(quake);
  const body = bodyText(quake);
  const keyphrases = analysis.keyphrases.map(({ text }) => text);

  test('keyphrases are written as a reader expects them, without parts of names or empty words', () => {
    expect(keyphrases).toContain('تركيا');
    expect(keyphrases).toContain('فرق الإنقاذ الدولية');
    expect(keyphrases.some((text) => /^(?:طيب|فرق|قوي|الاثنين|شخصا)$/.test(text))).toBe(false);
    expect(keyphrases.length).toBeLessThanOrEqual(10);
  });

  test('a title made from the body changes none of its keyphrases', () => {
    const opening = 'ضرب زلزال قوي جنوب تركيا فجر الاثنين';
    const named = (title: string) =>
      analyse({ ...quake, title }).keyphrases.map(({ text }) => text);
    expect(named(opening)).toEqual(named(''));
    expect(named(`${opening}…`)).toEqual(named(''));
  });

  test('a short mention of a person has the full name', () => {
    const names = analysis.entities.filter(({ type }) => type === 'person');
    expect(names.map(({ text }) => text)).toEqual(['رجب طيب أردوغان', 'أردوغان']);
    expect(new Set(names.map(({ name }) => name))).toEqual(new Set(['رجب طيب أردوغان']));
  });

  test('organisations and places, with the country of a place', () => {
    const found = analysis.entities.map(
      ({ type, text, country }) => `${type} ${text} ${country ?? ''}`,
    );
    expect(found).toContain('organisation منظمة الصحة العالمية ');
    expect(found).toContain('place تركيا TR');
    expect(found).toContain('place اليابان JP');
  });

  test('a quote has its speaker, a figure what it counts', () => {
    expect(analysis.quotes).toMatchObject([
      { text: 'لن نترك أحدا تحت الأنقاض حتى آخر لحظة', by: 'رجب طيب أردوغان' },
    ]);
    expect(analysis.figures).toMatchObject([{ value: 120, bound: 'exact' }]);
  });

  test('the brief is two or three whole sentences in order', () => {
    expect(analysis.brief.length).toBeGreaterThanOrEqual(2);
    expect(analysis.brief[0]!.text).toMatch(/^ضرب زلزال/);
    const starts = analysis.brief.map(({ start }) => start);
    expect(starts).toEqual([...starts].sort((a, b) => a - b));
  });

  test('terms leave function words out and hold names of several words as one', () => {
    const terms = analysis.terms.map(({ term }) => term);
    expect(terms).not.toContain('في');
    expect(analysis.terms.some(({ kind, term }) => kind === 'name' && term.includes('_'))).toBe(
      true,
    );
  });

  test('search text is that of search-text.ts', () => {
    expect(analysis.searchText).toEqual(searchText(quake.title, body));
  });

  test('rare in the store ranks higher than common there', () => {
    const frequencies = {
      documents: 100_000,
      frequency: (term: string) => (term === 'تركيا' ? 90_000 : 1),
    };
    const score = (list: typeof analysis.keyphrases) =>
      list.find(({ text }) => text === 'تركيا')?.score ?? 0;
    expect(score(analyse(quake, frequencies).keyphrases)).toBeLessThan(score(analysis.keyphrases));
  });

  test('opinion is told by the kind of article', () => {
    expect(analyse({ ...quake, kind: 'opinion' }).topic?.topic).toBe('opinion');
  });
});

describe('briefOfStory', () => {
  test('takes sentences of different sources and repeats none', () => {
    const copy = { ...quake, id: 'a2', source: 'example.net' };
    const other = article(
      'اليابان ترسل فريقا إلى تركيا',
      [
        paragraph(
          'أرسلت الحكومة اليابانية فريقا من سبعين مسعفا إلى المناطق التي ضربها الزلزال في جنوب تركيا.',
        ),
      ],
      { id: 'a3', source: 'example.com' },
    );
    const brief = briefOfStory(
      [quake, copy, other].map((each) => ({ article: each, analysis: analyse(each) })),
    );
    expect(new Set(brief.map(({ text }) => text)).size).toBe(brief.length);
    expect(brief.map(({ article: id }) => id)).toContain('a3');
    expect(brief.length).toBeLessThanOrEqual(3);
  });

  test('begins with what tells the event, though an earlier report begins with another', () => {
    const earlier = article(
      'حديث عن الجسر',
      [paragraph('من جانبه قال مدير البلدية إن جسر الوادي الجديد مفتوح أمام السيارات طوال الليل.')],
      { id: 'b1', source: 'example.net' },
    );
    const telling = article(
      'افتتاح جسر الوادي الجديد',
      [paragraph('افتتحت البلدية صباح الأحد جسر الوادي الجديد بعد عامين من العمل المتواصل.')],
      { id: 'b2', source: 'example.com' },
    );
    const [first] = briefOfStory(
      [earlier, telling].map((each) => ({ article: each, analysis: analyse(each) })),
    );
    expect(first!.article).toBe('b2');
  });

  test('of nothing is nothing', () => {
    expect(briefOfStory([])).toEqual([]);
  });
});

const words =
  'الرئيس الأمريكي دونالد ترامب قال إن «وقف إطلاق النار» في مدينة غزة و للأمم المتحدة وبالعراق 25% "نص" علي محمد بن سلمان # @ \u0640 \u064B وال ال لل . ، \n'.split(
    / /,
  );
const anyText = fc.oneof(
  fc.array(fc.constantFrom(...words), { maxLength: 80 }).map((list) => list.join(' ')),
  fc.string({ unit: 'binary', maxLength: 300 }),
);

describe('laws', () => {
  test('every place delimits what it names, whatever the text', () => {
    fc.assert(
      fc.property(anyText, anyText, (title, text) => {
        const one = article(title, [paragraph(text)]);
        const { keyphrases, entities, quotes, figures, brief } = analyse(one);
        const texts = { title, body: bodyText(one) };
        for (const { field, start, end, text: written } of [...entities, ...quotes, ...brief])
          expect(texts[field].slice(start, end)).toBe(written);
        for (const { field, start, end } of [
          ...figures,
          ...keyphrases.flatMap(({ places }) => places),
        ]) {
          expect(start).toBeLessThan(end);
          expect(end).toBeLessThanOrEqual(texts[field].length);
        }
        for (const { text: written } of keyphrases) expect(written.trim()).not.toBe('');
      }),
      { numRuns: 150 },
    );
  });

  test('entities do not overlap', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { entities } = analyse(article('', [paragraph(text)]));
        entities.slice(1).forEach((entity, i) => {
          expect(entity.start).toBeGreaterThanOrEqual(entities[i]!.end);
        });
      }),
      { numRuns: 100 },
    );
  });
});

describe('hostile input', () => {
  test.each([
    ['one word without end', 'كلمة'.repeat(60_000)],
    ['one sentence without end', 'محمد بن سلمان '.repeat(20_000)],
    ['quotation marks that never close', '« " “ '.repeat(50_000)],
    ['many short quotes', 'قال محمد «نص من أربع كلمات هنا» '.repeat(8_000)],
    ['titles without names', 'الرئيس وزير '.repeat(20_000)],
    ['numbers', '1 2 3 '.repeat(40_000)],
  ])('%s is read in bounded time', (_, text) => {
    const begun = performance.now();
    analyse(article('عنوان', [paragraph(text)]));
    expect(performance.now() - begun).toBeLessThan(8_000);
  });
});
