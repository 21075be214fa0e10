import { boundAround, type Bound } from './number-bounds.js';
import { fractionOf, readFraction, scaleFraction } from './number-fractions.js';
import { readPart, type Stated } from './number-part.js';
import { add, addMany, startMany, type Sum } from './number-sum.js';
import {
  isCountedDualBehind,
  mayStateNumber,
  numberWordBehind,
  ordinalBehind,
  ZERO,
} from './number-words.js';
import { Scan, type Read, type ScannedToken } from './scan.js';

/** A number found in a text, in digits or words: where it stands (UTF-16, end exclusive) and what it says. */
export interface FoundNumber {
  start: number;
  end: number;
  /** A percentage is the number before the sign; «عشرات» is 20, «مئات الآلاف» 200,000 (at least two of each). */
  value: number;
  /** The upper end of a range («بين 5 و7»). */
  to?: number;
  bound: Bound;
  form: 'cardinal' | 'ordinal' | 'percent' | 'fraction';
}

/** The tokens of a text, and whether a number may begin at each: a number, or `mayStateNumber` of its word. */
export interface KnownTokens {
  tokens: readonly ScannedToken[];
  mayBegin(index: number): boolean;
}

const DASH = /^\s?[-–—]\s?$/;
const PERCENT_SIGN = /^\s?[%٪]/;
const PERCENT_WORDS = new Set([
  'بالمئه',
  'بالمايه',
  'بالمائه',
  'بالميه',
  'المئه',
  'المايه',
  'الميه',
  'المائه',
]);

/**
 * Every number that a text states, in order: digits, words in any gender and case, scales to trillions, duals
 * of counted nouns, fractions, percentages, ordinals with the article, ranges, and the bounds around them.
 * Linear in the length of `text`.
 * @param known what the caller knows of the text already, which spares reading it again
 */
export function findNumbers(text: string, known?: KnownTokens): FoundNumber[] {
  const scan = new Scan(text, known?.tokens);
  const words = scan.tokens.map((token) => token.folded);
  const mayBegin =
    known?.mayBegin ??
    ((index: number) => scan.tokens[index]!.kind === 'number' || mayStateNumber(words[index]!));
  const found: FoundNumber[] = [];
  let at = 0;
  while (at < words.length) {
    const stated = mayBegin(at) ? readOne(scan, at) : undefined;
    const read = stated && (readRange(scan, at, stated) ?? stated);
    if (!read) {
      at += 1;
      continue;
    }
    const { value, next } = read;
    if (isBelowZero(scan, at, next, value)) value.value = -value.value;
    const bound =
      value.bound === 'exact' ? boundAround(words, value.first ?? at, next) : value.bound;
    const range = value.to === undefined ? {} : { to: value.to };
    found.push({
      start: scan.start(at) - (value.value < 0 ? 1 : 0),
      end: value.end ?? scan.endBefore(next),
      value: value.value,
      ...range,
      bound,
      form: value.form,
    });
    at = next;
  }
  return found;
}

/** Units that go below zero; a hyphen before others joins («كوفيد -19»). */
const MAY_BE_NEGATIVE = /^(?:درج|نقط)/;

/** «-5 درجات», «-0.3%» */
function isBelowZero(scan: Scan, at: number, next: number, { form, to }: Stated): boolean {
  const start = scan.start(at);
  if (to !== undefined || !/^[-−]$/.test(scan.text[start - 1] ?? '')) return false;
  if (!/^[\s(:]?$/.test(scan.text[start - 2] ?? '')) return false;
  return form === 'percent' || MAY_BE_NEGATIVE.test(scan.word(next) ?? '');
}

/** «بين 5 و7»، «من 20 إلى 30»، «5-7», both ends in the same form. */
function readRange(scan: Scan, at: number, low: Read<Stated>): Read<Stated> | undefined {
  if (low.value.form === 'ordinal' || low.value.form === 'fraction') return undefined;
  const before = scan.word(at - 1);
  const dash = DASH.test(scan.gap(low.next - 1)) && !DASH.test(scan.gap(at - 1));
  let highAt = low.next;
  if (before === 'من' || before === 'بين') {
    const joint = scan.word(highAt) ?? '';
    if (before === 'من' && (joint === 'الي' || joint === 'حتي')) highAt += 1;
    else if (before === 'بين' && joint === 'و') highAt += 1;
    else if (before === 'من' || !joint.startsWith('و')) return undefined;
  } else if (!dash) {
    if (scan.word(highAt) !== 'الي' || !/^\s$/.test(scan.gap(highAt - 1))) return undefined;
    highAt += 1;
  }
  const high = readOne(scan, highAt);
  if (!high || high.value.value <= low.value.value || high.value.form === 'ordinal')
    return undefined;
  // "9-4-2018" and telephone numbers are no ranges.
  if (dash && /^\s?[-–—/]/.test(scan.gap(high.next - 1)) && scan.number(high.next) !== undefined)
    return undefined;
  const end = high.value.end === undefined ? {} : { end: high.value.end };
  return {
    value: {
      value: low.value.value * sharedScale(scan, low, high),
      to: high.value.value,
      bound: 'exact',
      form: high.value.form,
      ...end,
    },
    next: high.next,
  };
}

/** «من 20 إلى 30 ألفا» means thousands at both ends. */
function sharedScale(scan: Scan, low: Read<Stated>, high: Read<Stated>): number {
  const last = numberWordBehind(scan.word(high.next - 1) ?? '')?.word;
  if (last?.role !== 'scale' && last?.role !== 'many') return 1;
  return low.value.value < high.value.value / last.value ? last.value : 1;
}

function readOne(scan: Scan, at: number): Read<Stated> | undefined {
  return (
    readZero(scan, at) ?? readCardinal(scan, at) ?? readOrdinal(scan, at) ?? readDual(scan, at)
  );
}

/** «صفر», where it is not the month. */
function readZero(scan: Scan, at: number): Read<Stated> | undefined {
  if (scan.word(at) !== ZERO || /^(?:شهر|من)$/.test(scan.word(at - 1) ?? '')) return undefined;
  if (scan.number(at - 1) !== undefined || scan.width(at + 1) === 4) return undefined;
  return { value: { value: 0, bound: 'exact', form: 'cardinal' }, next: at + 1 };
}

function readDual(scan: Scan, at: number): Read<Stated> | undefined {
  if (!isCountedDualBehind(scan.word(at) ?? '')) return undefined;
  return { value: { value: 2, bound: 'exact', form: 'cardinal' }, next: at + 1 };
}

/** Month and calendar names that an ordinal ends («كانون الثاني»). */
const NAMES_WITH_ORDINAL = new Set(['كانون', 'تشرين', 'ربيع', 'جمادي']);

function readOrdinal(scan: Scan, at: number): Read<Stated> | undefined {
  const unit = ordinalBehind(scan.word(at) ?? '');
  if (unit === undefined || NAMES_WITH_ORDINAL.has(scan.word(at - 1) ?? '')) return undefined;
  const after = numberWordBehind(scan.word(at + 1) ?? '');
  const near = /^\s$/.test(scan.gap(at));
  const teen = after?.word.role === 'teen' || (after?.word.value === 10 && !after.joined);
  if (near && unit < 10 && teen)
    return { value: { value: unit + 10, bound: 'exact', form: 'ordinal' }, next: at + 2 };
  if (near && unit < 10 && after?.joined && after.word.role === 'ten')
    return {
      value: { value: unit + after.word.value, bound: 'exact', form: 'ordinal' },
      next: at + 2,
    };
  return { value: { value: unit, bound: 'exact', form: 'ordinal' }, next: at + 1 };
}

function readCardinal(scan: Scan, at: number): Read<Stated> | undefined {
  const sum = readSum(scan, at);
  if (!sum) return undefined;
  const percent = readPercent(scan, sum.next);
  if (percent)
    return {
      value: { ...sum.value, form: 'percent', ...(percent.end && { end: percent.end }) },
      next: percent.next,
    };
  return sum;
}

/** %, ٪, «بالمئة», «في المئة» after a number. */
function readPercent(scan: Scan, next: number): { next: number; end?: number } | undefined {
  const sign = PERCENT_SIGN.exec(scan.text.slice(scan.endBefore(next), scan.endBefore(next) + 2));
  if (sign) return { next, end: scan.endBefore(next) + sign[0].length };
  if (isPercentWord(scan, next)) return { next: next + 1 };
  if (scan.word(next) === 'في' && PERCENT_WORDS.has(scan.word(next + 1) ?? ''))
    return { next: next + 2 };
  return undefined;
}

/** Digits and number words that together make one number. */
function readSum(scan: Scan, at: number): Read<Stated> | undefined {
  const first = firstPart(scan, at);
  if (!first || isOneOf(scan, at) || isPercentWord(scan, at)) return undefined;
  if (first.word.role === 'fraction') return readFraction(scan, at, first.word.value);
  if (isWeekday(scan, at)) return undefined;
  const sum: Sum = { total: 0, current: 0, scale: Infinity };
  const many = first.word.role === 'many';
  if (many) startMany(sum, first.word.value);
  else if (!add(sum, first.word, false)) return undefined;
  let next = at + 1;
  while (next < scan.tokens.length && /^\s?$/.test(scan.gap(next - 1))) {
    const place = scan.word(next) === 'و' && scan.gap(next) === '' ? next + 1 : next;
    const part = isPercentWord(scan, place) ? undefined : readPart(scan, place);
    const take = many ? addMany : add;
    if (!part || !take(sum, part.word, part.joined)) break;
    next = place + 1;
  }
  const value = sum.total + sum.current;
  const fraction = fractionOf(first.word, scan, next);
  if (fraction)
    return { value: { value: fraction, bound: 'exact', form: 'fraction' }, next: next + 1 };
  const half = scaleFraction(scan, next, sum);
  if (half)
    return {
      value: { value: value + half.value, bound: 'exact', form: 'cardinal' },
      next: half.next,
    };
  return { value: { value, bound: many ? 'at-least' : 'exact', form: 'cardinal' }, next };
}

/** The part that a number begins with: «عشر» is ten there («عشر سنوات»). */
function firstPart(scan: Scan, at: number): ReturnType<typeof readPart> {
  const part = readPart(scan, at);
  if (part?.word.role !== 'teen') return part;
  return { word: { role: 'unit', value: 10 }, joined: part.joined };
}

function isPercentWord(scan: Scan, at: number): boolean {
  const word = scan.word(at) ?? '';
  return word.startsWith('ب') && PERCENT_WORDS.has(word);
}

/** «أحد المسؤولين», «واحد من أهم» is one of them; «أحد عشر» and «أحد وعشرون» count. */
function isOneOf(scan: Scan, at: number): boolean {
  const word = scan.word(at) ?? '';
  if (/^واحده?$/.test(word)) return scan.word(at + 1) === 'من';
  if (!/^(?:[وبلفك]|ال)?احد[ي]?$/.test(word)) return false;
  const after = numberWordBehind(scan.word(at + 1) ?? '');
  return after?.word.role !== 'teen' && !(after?.joined && after.word.role === 'ten');
}

/** «الاثنين» is a weekday where it stands with its article and no number goes with it. */
function isWeekday(scan: Scan, at: number): boolean {
  return /^(?:[وب])?الاثنين$/.test(scan.word(at) ?? '');
}
