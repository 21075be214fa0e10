/** Letters that foreign names, written in Arabic, do without. */
const ARABIC_ONLY = /[حضظعء]/;

/** A consonant, and a consonant that may be weak. */
const C = '[بتثجخدذرزسشصطغفقكلمنه]';
const W = '[بتثجخدذرزسشصطغفقكلمنهوي]';
const END = '(?:ه|ي|يه|ات|يات)?';
const PLURAL_END = '(?:ه|ي|يه|ات|يات|ون|ين|ان|يون|يين)?';

/** Patterns of Arabic words of five folded letters and more, without the article. */
const SHAPES = [
  `${C}{3}${PLURAL_END}`,
  `${W}{3}${END}`,
  `${C}{4}${END}`,
  `${C}[وي]${C}{2}${END}`, // فوعل، فيعل
  `${C}ا${W}{2}${END}`, // فاعل
  `${C}${W}ا${W}${END}`, // فعال
  `${C}{2}[وي]${W}${END}`, // فعول، فعيل
  `${C}${W}{2}ان${END}`, // فعلان
  `م${W}{3}${PLURAL_END}`,
  `م${W}{2}[اوي]${W}${PLURAL_END}`, // مفعول
  `م${W}ا${W}{2}${PLURAL_END}`, // مفاعل
  `م${W}ا${W}[وي]${W}${END}`, // مفاعيل
  `م[تن]${W}{3}${PLURAL_END}`,
  `مت${W}ا${W}{2}${PLURAL_END}`,
  `م${W}ت${W}{2}${PLURAL_END}`,
  `مست${W}{3}${PLURAL_END}`,
  `ت${W}{2}[اي]${W}${END}`, // تفعيل
  `ت${W}ا?${W}{2}${END}`,
  `ت${W}ا${W}[وي]${W}${END}`,
  `ا${W}{3}${END}`,
  `ا${W}{2}ا${W}${END}`, // افعال
  `ا${W}{2}[اي]ا`, // افعلاء
  `ا[تن]?${W}ت?${W}ا${W}${END}`, // افتعال، انفعال
  `است${W}{1,2}ا${W}${END}`,
  `${C}{2}ا${C}{2}${END}`, // فعالل
  `${C}{2}ا${C}[وي]${C}${END}`, // فعاليل
  `${C}[وي]ا${W}{2}${END}`, // فواعل
  `${C}[وي]ا${W}[وي]${W}${END}`, // فواعيل
  `${C}{3}[اوي]${C}${END}`, // فعلول
];
const NATIVE = new RegExp(`^(?:${SHAPES.join('|')})$`);
const PLAIN = /^[ا-غف-ي]{5,40}$/;

/**
 * Whether a folded word without article is surely no Arabic word but a foreign name in Arabic letters: five
 * letters and more, of no Arabic pattern. In doubt it is Arabic, since Arabic names live by their vowels.
 */
export function isForeign(word: string): boolean {
  return PLAIN.test(word) && !ARABIC_ONLY.test(word) && !NATIVE.test(word);
}
