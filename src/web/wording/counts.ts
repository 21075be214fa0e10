/**
 * Counted nouns as Arabic grammar has them: «خبر واحد»، «خبران»، «3 أخبار»، «11 خبراً»، «100 خبر».
 *
 * Digits are the Latin 0-9 everywhere in the reader. The articles themselves are shown as their
 * publishers wrote them, and most Arabic news sites write Latin digits; a second form of digits
 * around the text would put two forms on every page.
 */
const rules = new Intl.PluralRules('ar');
const digits = new Intl.NumberFormat('ar-u-nu-latn');

interface CountedNoun {
  zero: string;
  one: string;
  two: string;
  /** The dual after a preposition or an adverb of time («قبل ساعتين»). */
  twoOblique: string;
  few: string;
  many: string;
  other: string;
}

const nouns = {
  article: {
    zero: 'لا أخبار',
    one: 'خبر واحد',
    two: 'خبران',
    twoOblique: 'خبرين',
    few: 'أخبار',
    many: 'خبراً',
    other: 'خبر',
  },
  outlet: {
    zero: 'لا مصادر',
    one: 'مصدر واحد',
    two: 'مصدران',
    twoOblique: 'مصدرين',
    few: 'مصادر',
    many: 'مصدراً',
    other: 'مصدر',
  },
  result: {
    zero: 'لا نتائج',
    one: 'نتيجة واحدة',
    two: 'نتيجتان',
    twoOblique: 'نتيجتين',
    few: 'نتائج',
    many: 'نتيجة',
    other: 'نتيجة',
  },
  publisher: {
    zero: 'لا ناشرين',
    one: 'ناشر واحد',
    two: 'ناشران',
    twoOblique: 'ناشرين',
    few: 'ناشرين',
    many: 'ناشراً',
    other: 'ناشر',
  },
  entry: {
    zero: 'لا مواد',
    one: 'مادة واحدة',
    two: 'مادتان',
    twoOblique: 'مادتين',
    few: 'مواد',
    many: 'مادة',
    other: 'مادة',
  },
  time: {
    zero: 'ولا مرة',
    one: 'مرة واحدة',
    two: 'مرتان',
    twoOblique: 'مرتين',
    few: 'مرات',
    many: 'مرة',
    other: 'مرة',
  },
  minute: {
    zero: 'أقل من دقيقة',
    one: 'دقيقة',
    two: 'دقيقتان',
    twoOblique: 'دقيقتين',
    few: 'دقائق',
    many: 'دقيقة',
    other: 'دقيقة',
  },
  hour: {
    zero: 'أقل من ساعة',
    one: 'ساعة',
    two: 'ساعتان',
    twoOblique: 'ساعتين',
    few: 'ساعات',
    many: 'ساعة',
    other: 'ساعة',
  },
  day: {
    zero: 'أقل من يوم',
    one: 'يوم واحد',
    two: 'يومان',
    twoOblique: 'يومين',
    few: 'أيام',
    many: 'يوماً',
    other: 'يوم',
  },
} satisfies Record<string, CountedNoun>;

type Countable = keyof typeof nouns;

/** A number with its grouping, in the reader's digits: `12,345`. */
export function number(value: number): string {
  return digits.format(value);
}

/**
 * A count with its noun.
 * @param count a whole number, 0 or more
 * @param position 'oblique' after a preposition or adverb («من مصدرين»، «قبل ساعتين»)
 */
export function count(
  count: number,
  noun: Countable,
  position: 'plain' | 'oblique' = 'plain',
): string {
  const forms: CountedNoun = nouns[noun];
  const category = rules.select(count);
  if (category === 'zero' || category === 'one') return forms[category];
  if (category === 'two') return position === 'oblique' ? forms.twoOblique : forms.two;
  return `${number(count)} ${forms[category]}`;
}
