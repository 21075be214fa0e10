import { describe, expect, test } from 'vitest';
import { read } from '../reading.js';
import { findEntities } from './entities.js';

const namesIn = (text: string) =>
  findEntities(read({ title: '', blocks: [{ type: 'paragraph', text }] })).map(
    ({ type, name }) => `${type} ${name}`,
  );

describe('people', () => {
  test.each([
    ['التقى وزير الخارجية سامح شكري نظيره الفرنسي في باريس', 'person سامح شكري'],
    ['قالت كوندوليزا رايس إن المحادثات ستستمر', 'person كوندوليزا رايس'],
    ['زار الملك محمد السادس مدينة طنجة', 'person محمد السادس'],
    ['وصل الشيخ محمد بن راشد آل مكتوم إلى الدوحة', 'person محمد بن راشد آل مكتوم'],
    ['واتفق بوتين مع نظيره', 'person فلاديمير بوتين'],
  ])('%s', (text, name) => {
    expect(namesIn(text)).toContain(name);
  });

  test('«على» with its own letter is no Ali', () => {
    expect(namesIn('شدد إردوغان على فابيان أن يعود')).not.toContain('person إردوغان على');
  });

  test('what is said of a person is not part of the name', () => {
    expect(namesIn('فازت سيرينا ويليامز المصنفة أولى')).toContain('person سيرينا ويليامز');
  });
});

describe('places', () => {
  test('particles are off, fused or not, but not a first letter that belongs to the name', () => {
    expect(namesIn('سافر من كاليفورنيا إلى لبنان وبالعراق وللصين')).toEqual([
      'place كاليفورنيا',
      'place لبنان',
      'place العراق',
      'place الصين',
    ]);
  });

  test('a noun with its pronoun is no town', () => {
    expect(namesIn('ونقلت الصحيفة عنه قوله إن الأسعار ارتفعت')).toEqual([]);
  });

  test('a town that is a word counts only where the text calls it a town', () => {
    expect(namesIn('نشرت الصحيفة صور الحادث')).toEqual([]);
    expect(namesIn('وصل الوفد إلى مدينة صور صباحا')).toContain('place صور');
  });

  test('variants of a country are one name', () => {
    expect(new Set(namesIn('أمريكا والولايات المتحدة الأمريكية'))).toEqual(
      new Set(['place الولايات المتحدة']),
    );
  });
});

describe('organisations', () => {
  test.each([
    ['أعلنت وزارة التربية والتعليم النتائج', 'organisation وزارة التربية والتعليم'],
    ['وأكدت منظمة الصحة العالمية ذلك', 'organisation منظمة الصحة العالمية'],
    ['وفاز نادي الهلال بالبطولة', 'organisation الهلال'],
    ['نقلت أ ف ب عن مصدر', 'organisation فرانس برس'],
  ])('%s', (text, name) => {
    expect(namesIn(text)).toContain(name);
  });

  test('a movement of cars is no movement', () => {
    expect(namesIn('توقفت حركة المرور في الشارع')).toEqual([]);
  });
});
