import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, foldWord } from './fold.js';

const same: Array<[string, ...string[]]> = [
  ['احمد', 'أحمد', 'أَحْمَد', 'أحـــمد', 'ا\u0654حمد'],
  ['الي', 'إلى', 'الى', 'الي', 'إلی'],
  ['مدرسه', 'مدرسة', 'مدرسه', 'مدرسہ', 'مدرسۃ'],
  ['مسوول', 'مسؤول', 'مسئول', 'مسؤُول', 'مسي\u0654ول', 'مسو\u0654ول'],
  ['شوون', 'شؤون', 'شئون'],
  ['اثار', 'آثار', 'ا\u0653ثار', 'أثار'],
  ['مبروك', 'مبروك', 'مبروووووك', 'مبــروووك'],
  ['رايع', 'رائع', 'راااائع', 'راي\u0654ع'],
  ['هذا', 'هٰذا', 'هَذَا'],
  ['لا', 'ﻻ', 'لا'],
  ['الاسلام', 'اﻹسلام', 'الإسلام'],
  ['السلام', 'ﺍﻟﺴﻼﻡ', 'السلام'],
  ['الله', 'ﷲ', 'اللّٰه', 'اللله'],
  ['كتاب', 'کتاب', 'ڪتاب', 'كتاب\u200F'],
  ['2018', '٢٠١٨', '۲۰۱۸', '２０１８'],
  ['cafe bbc', 'Café BBC', 'CAFE\u0301 bbc'],
  ['القران', 'ٱلْقُرْآنُ', 'القرآن', 'القرءان'.replace('ء', '')],
];

describe('fold', () => {
  it.each(same)('%s', (folded, ...spellings) => {
    for (const spelling of spellings) expect(fold(spelling)).toBe(folded);
  });

  it('keeps what is not emphasis', () => {
    expect(fold('1000000 www')).toBe('1000000 www');
    expect(fold('تتتبع')).toBe('تتتبع');
    expect(fold('وووضع للللاعبين')).toBe('وضع للاعبين');
  });

  it('folds long texts of ligatures', () => {
    expect(fold('ﷺ'.repeat(3000))).toBe('صلي الله عليه وسلم'.repeat(3000));
  });

  it('is idempotent and never throws', () => {
    const unit = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({
        unit: fc.constantFrom(...'اأإآىيةهؤئوءلللتتتوووﻻﷲﷺًٌَ\u0654\u0653\u0640\u200f 1٢aÉﬁ½\ud800'),
      }),
    );
    fc.assert(
      fc.property(unit, (text) => {
        const folded = fold(text);
        expect(fold(folded)).toBe(folded);
        expect(foldWord(text, 0, text.length)).toBe(folded);
      }),
      { numRuns: 3000 },
    );
  });

  it('settles for every code unit', () => {
    for (let code = 0; code < 0x10000; code++) {
      const folded = fold(String.fromCharCode(code));
      expect(fold(folded)).toBe(folded);
    }
  });
});
