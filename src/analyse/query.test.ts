import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuery } from './query.js';

/** A query in short: groups of words, alternatives joined by `|`, phrases in brackets, fields before a colon. */
function short(text: string): string {
  const { all, none, after, before } = parseQuery(text, '2018-04-11T12:00:00Z');
  const phrase = (one: (typeof none)[number]) =>
    (one.field === 'any' ? '' : `${one.field}:`) +
    (one.exact ? `[${one.words.join(' ')}]` : one.words.join(' '));
  return [
    ...all.map((group) => group.map(phrase).join('|')),
    ...none.map((one) => `-${phrase(one)}`),
    ...(after ? [`>${after}`] : []),
    ...(before ? [`<${before}`] : []),
  ].join(' ; ');
}

describe('parseQuery', () => {
  it.each([
    ['', ''],
    ['حرب', 'حرب'],
    ['مجلس الأمن', 'مجلس ; الامن'],
    ['"مجلس الأمن"', '[مجلس الامن]'],
    ['«مجلس الأمن» روسيا', '[مجلس الامن] ; روسيا'],
    ['الأمن -روسيا', 'الامن ; -روسيا'],
    ['الأمن -"وقف النار"', 'الامن ; -[وقف النار]'],
    ['غزة OR رفح', 'غزه|رفح'],
    ['غزة أو رفح', 'غزه|رفح'],
    ['title:غزة', 'title:غزه'],
    ['عنوان:"وقف النار" مصدر:المرفأ', 'title:[وقف النار] ; source:المرفا'],
    ['كلمة:هدنة', 'keyword:هدنه'],
    ['هدنة after:2018-04-09 before:2018/5/1', 'هدنه ; >2018-04-09 ; <2018-05-01'],
    ['هدنة بعد:٢٠١٨ قبل:9/4/2019', 'هدنه ; >2018-01-01 ; <2019-04-09'],
    ['متى وقعت الهدنة؟', 'وقعت|الهدنه'],
    ['ما هي أسباب تأخر موسم الأمطار هذا العام', 'اسباب|تاخر|موسم|الامطار|العام'],
    ['كوفيد-19', 'كوفيد 19'],
    ['#وقف_الحرب', 'وقف الحرب'],
    ['غزة AND رفح', 'غزه ; رفح'],
    ['غزة && +رفح', 'غزه ; رفح'],
    ['غزة or رفح', 'غزه|رفح'],
    ['غزة NOT رفح', 'غزه ; -رفح'],
    ['غزة NOT "وقف النار" هدنة', 'غزه ; هدنه ; -[وقف النار]'],
    ['source: رويترز هدنة', 'source:رويترز ; هدنه'],
    ['عنوان: "وقف النار"', 'title:[وقف النار]'],
    ['هدنة منذ:2018 حتى:2019', 'هدنه ; >2018-01-01 ; <2019-01-01'],
    ['هدنة بعد:أمس', 'هدنه ; >2018-04-10'],
    ['أ ف ب', 'افب'],
    ['هدنة د. ب. أ', 'هدنه ; دبا'],
    ['غزة و رفح', 'غزه ; رفح'],
    ['عبدالله', 'عبد الله'],
  ])('%s', (text, expected) => expect(short(text)).toBe(expected));

  it.each([
    ['من هو', 'من ; هو'],
    ['"هدنة', 'هدنه'],
    ['هدنة" «', 'هدنه'],
    ['title:', 'title'],
    ['OR OR', ''],
    ['title: ((( "', 'title'],
    ['(((', ''],
    ['NOT', 'not'],
    ['هدنة NOT', 'هدنه ; not'],
    ['AND هدنة AND', 'هدنه'],
    ['title: -هدنة', 'title ; -هدنه'],
    ['title: title: هدنة', 'title:هدنه ; title'],
    ['OR هدنة OR', 'هدنه'],
    ['after:أمسية هدنة', 'after|امسيه ; هدنه'],
    ['before:2018-02-31', 'before|2018|02|31'.replace('2018|02|31', '2018 02 31')],
    ['- - هدنة', 'هدنه'],
    ['""', ''],
    [') AND NEAR( هدنة * ^', 'near ; هدنه'],
  ])('reads the malformed %s as words', (text, expected) => expect(short(text)).toBe(expected));

  it('never throws, and keeps what was typed', () => {
    const unit = fc.constantFrom(
      ...'"«»“-|: \tORأو()*^~titleبعد:قبل:2018',
      'عنوان:',
      'حرب',
      '\ud800',
    );
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit }), fc.string({ unit: 'binary' })), (text) => {
        const query = parseQuery(text);
        expect(query.text).toBe(text);
        for (const phrase of [...query.all.flat(), ...query.none]) {
          expect(phrase.words.length).toBeGreaterThan(0);
          expect(phrase.stems.length).toBe(phrase.words.length);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('reads a long paste of quotes in linear time', () => {
    const start = performance.now();
    for (const text of ['"«“'.repeat(100_000), '- '.repeat(100_000), 'title:'.repeat(50_000)])
      parseQuery(text);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});
