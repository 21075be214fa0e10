import { fold } from '../letters/fold.js';

/** A word that states a number or part of one. */
export type NumberWord =
  | { role: 'unit'; value: number }
  | { role: 'ten'; value: number }
  /** عشر in «ثلاثة عشر». */
  | { role: 'teen'; value: 10 }
  | { role: 'hundred'; value: number }
  /** A thousand or more: multiplies what stands before it. «مليونا» is two behind nothing, one behind a number. */
  | { role: 'scale'; value: number; count: 1 | 2 | 'either' }
  /** «مئات»، «آلاف» and the like without a number before them: at least two of it. */
  | { role: 'many'; value: number }
  | { role: 'fraction'; value: number };

const UNITS = [
  'واحد واحدة أحد إحدى',
  'اثنان اثنين اثنتان اثنتين اثنا اثني اثنتا اثنتي إثنان إثنين',
  'ثلاث ثلاثة',
  'أربع أربعة',
  'خمس خمسة',
  'ست ستة',
  'سبع سبعة',
  'ثمان ثماني ثمانية ثمانٍ',
  'تسع تسعة',
];
const TENS = [
  'عشرون عشرين',
  'ثلاثون ثلاثين',
  'أربعون أربعين',
  'خمسون خمسين',
  'ستون ستين',
  'سبعون سبعين',
  'ثمانون ثمانين',
  'تسعون تسعين',
];
const HUNDRED = ['مئة', 'مائة', 'مئه', 'ماية', 'مية'];
const TWO_HUNDRED = ['مئتان', 'مئتين', 'مائتان', 'مائتين', 'مئتا', 'مئتي', 'مائتا', 'مائتي'];
const SCALES: Array<[number, string, string, string, string]> = [
  [1e3, 'ألف الف', 'ألفا', 'ألفان ألفين ألفي', 'آلاف ألوف'],
  [1e6, 'مليون', 'مليونا', 'مليونان مليونين مليوني', 'ملايين'],
  [1e9, 'مليار بليون', 'مليارا بليونا', 'ملياران مليارين ملياري', 'مليارات بلايين'],
  [1e12, 'تريليون ترليون', 'تريليونا', 'تريليونان تريليونين', 'تريليونات ترليونات'],
];
const FRACTIONS: Array<[number, string]> = [
  [1 / 2, 'نصف'],
  [1 / 3, 'ثلث'],
  [2 / 3, 'ثلثا ثلثي ثلثين ثلثان'],
  [1 / 4, 'ربع'],
];

/** Folded «أرباع» and the like, which a number stands before → what one of them is. */
export const FRACTIONS_COUNTED: ReadonlyMap<string, number> = new Map(
  (
    [
      ['أثلاث', 3],
      ['أرباع', 4],
      ['أخماس', 5],
      ['أسداس', 6],
      ['أثمان', 8],
      ['أعشار', 10],
    ] as const
  ).map(([word, parts]) => [fold(word), 1 / parts]),
);

/** Nought, where it is not the month. */
export const ZERO = 'صفر';

function words(): Map<string, NumberWord> {
  const all = new Map<string, NumberWord>();
  const add = (forms: string, word: NumberWord) => {
    for (const form of forms.split(' ')) if (!all.has(fold(form))) all.set(fold(form), word);
  };
  UNITS.forEach((forms, at) => add(forms, { role: 'unit', value: at + 1 }));
  add('عشرة', { role: 'unit', value: 10 });
  add('عشر', { role: 'teen', value: 10 });
  TENS.forEach((forms, at) => add(forms, { role: 'ten', value: (at + 2) * 10 }));
  for (const form of HUNDRED) add(form, { role: 'hundred', value: 100 });
  for (const form of TWO_HUNDRED) add(form, { role: 'hundred', value: 200 });
  for (let count = 3; count <= 9; count += 1)
    for (const unit of UNITS[count - 1]!.split(' '))
      for (const hundred of HUNDRED) add(unit + hundred, { role: 'hundred', value: count * 100 });
  for (const [value, one, either, two, many] of SCALES) {
    add(one, { role: 'scale', value, count: 1 });
    add(either, { role: 'scale', value, count: 'either' });
    add(two, { role: 'scale', value, count: 2 });
    add(many, { role: 'many', value });
  }
  add('عشرات', { role: 'many', value: 10 });
  add('مئات مائات', { role: 'many', value: 100 });
  for (const [value, forms] of FRACTIONS) add(forms, { role: 'fraction', value });
  return all;
}

const WORDS = words();

/**
 * Nouns that news counts in the dual, without their ending: «قتيلان», «قتيلين» is two. Written by us.
 * Those with a sound plural are two only in «ان», since «مسؤولين» is also any number of them.
 */
const COUNTED_IN_TWOS = new Set([
  ...`قتيل جريح شخص طفل امرأت رجل جندي عنصر ضحيت شهيد عامل طالب وزير نائب شاب فتات سيدت راكب أسير رهينت يوم ساعت
      دقيقت ثانيت أسبوع شهر عام سنت قرن عقد مرت دولار يورو درهم ريال جنيه هدف نقطت مبارات صاروخ قنبلت انفجار هجوم غارت
      قذيفت طائرت سيارت سفينت قارب شاحنت حافلت دبابت مدينت قريت دولت بلد شركت مصرف بنك مصنع مدرست مستشفى مبنى منزل حي
      طريق جسر اتفاق قرار بيان تقرير حزب فريق جولت مرحلت طرف خطوت قضيت ملف كيلومتر متر طن برميل حالت إصابت`
    .split(/\s+/)
    .flatMap((noun) => [fold(`${noun}ان`), fold(`${noun}ين`)]),
  ...`مصاب شرطي مدني مسلح متهم مواطن لاعب مسؤول صحافي صحفي موظف طيار سائق معتقل مرشح`
    .split(/\s+/)
    .map((noun) => fold(`${noun}ان`)),
]);

/** Folded «اثنين» of the weekday and such are told apart by the caller. */
export function numberWord(folded: string): NumberWord | undefined {
  return WORDS.get(folded);
}

/** Whether a folded word is a counted noun in the dual, perhaps behind clitics. */
export function isCountedDualBehind(folded: string): boolean {
  return (
    COUNTED_IN_TWOS.has(folded) ||
    COUNTED_IN_TWOS.has(folded.replace(/^(?:وال|بال|لل|ال|[وبلف])/, ''))
  );
}

const PREFIXES = ['', 'ال', 'ب', 'ل', 'ف', 'ك', 'بال', 'لل', 'فال', 'كال'];

/** The same behind clitics: «وخمسة»، «بثلاثة»، «والعشرين». `joined` where و leads. */
export function numberWordBehind(
  folded: string,
): { word: NumberWord; joined: boolean } | undefined {
  const direct = behindPrefix(folded);
  if (direct) return { word: direct, joined: false };
  const rest = folded.startsWith('و') ? behindPrefix(folded.slice(1)) : undefined;
  return rest && { word: rest, joined: true };
}

function behindPrefix(folded: string): NumberWord | undefined {
  for (const prefix of PREFIXES) {
    if (!folded.startsWith(prefix)) continue;
    const word = numberWord(folded.slice(prefix.length));
    if (word) return word;
  }
  return undefined;
}

const ORDINAL_UNITS = ['ثاني', 'ثالث', 'رابع', 'خامس', 'سادس', 'سابع', 'ثامن', 'تاسع', 'عاشر'];

function ordinals(): Map<string, number> {
  const all = new Map<string, number>([
    ['الاول', 1],
    ['الاولي', 1],
    ['الحادي', 1],
    ['الحاديه', 1],
    ['المئه', 100],
  ]);
  ORDINAL_UNITS.forEach((stem, at) => {
    all.set(fold(`ال${stem}`), at + 2);
    all.set(fold(`ال${stem}ة`), at + 2);
  });
  return all;
}

/** Folded ordinal with its article → its number: «الثالثة» → 3. */
const ORDINALS: ReadonlyMap<string, number> = ordinals();

/** The number of a folded ordinal behind clitics: «والثالثة» → 3. */
export function ordinalBehind(folded: string): number | undefined {
  return ORDINALS.get(folded.replace(/^[وب](?=ال)/, '').replace(/^لل/, 'ال'));
}

/** Whether any number may begin at a folded word; it depends on the word only, so that callers may remember it. */
export function mayStateNumber(folded: string): boolean {
  return (
    folded === ZERO ||
    numberWordBehind(folded) !== undefined ||
    ordinalBehind(folded) !== undefined ||
    isCountedDualBehind(folded)
  );
}
