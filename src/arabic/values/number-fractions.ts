import { boundAround } from './number-bounds.js';
import { readPart, type Stated } from './number-part.js';
import type { Sum } from './number-sum.js';
import { FRACTIONS_COUNTED, ordinalBehind, type NumberWord } from './number-words.js';
import type { Read, Scan } from './scan.js';

/** «ربع نهائي»، «نصف النهائي», the quarter of a year: no share of anything. */
const NOT_A_SHARE = /^(?:ال)?نها(?:ييه?|ي|ئي)$/;

/** «أقل من النصف», «إلى الثلث»: a share, where «النصف الثاني» is a part with its place. */
function isMeasured(scan: Scan, at: number): boolean {
  if (ordinalBehind(scan.word(at + 1) ?? '') !== undefined) return false;
  const before = [at - 3, at - 2, at - 1].map((place) => scan.word(place) ?? '');
  return before[2] === 'الي' || boundAround(before, 3, 3) !== 'exact';
}

/** «نصف»، «ثلث السكان»، «ربع مليون» */
export function readFraction(scan: Scan, at: number, value: number): Read<Stated> | undefined {
  const word = scan.word(at) ?? '';
  if (NOT_A_SHARE.test(scan.word(at + 1) ?? '')) return undefined;
  if (/^[وب]?ال/.test(word) && !isMeasured(scan, at)) return undefined;
  const part = readPart(scan, at + 1);
  if (part?.word.role === 'scale' && !part.joined)
    return {
      value: { value: value * part.word.value, bound: 'exact', form: 'cardinal' },
      next: at + 2,
    };
  return { value: { value, bound: 'exact', form: 'fraction' }, next: at + 1 };
}

/** «ثلاثة أرباع»، «أربعة أخماس» */
export function fractionOf(first: NumberWord, scan: Scan, next: number): number | undefined {
  const part = FRACTIONS_COUNTED.get(scan.word(next) ?? '');
  if (part === undefined || first.role !== 'unit' || first.value * part >= 1) return undefined;
  return first.value * part;
}

/** «مليون ونصف»، «ثلاثة ملايين ونصف المليون»، «مليار وربع المليار» */
export function scaleFraction(scan: Scan, next: number, sum: Sum): Read<number> | undefined {
  if (!Number.isFinite(sum.scale) || sum.current !== 0) return undefined;
  const part = readPart(scan, next);
  if (!part?.joined || part.word.role !== 'fraction') return undefined;
  const again = readPart(scan, next + 1);
  const repeats = again?.word.role === 'scale' && again.word.value === sum.scale && !again.joined;
  return { value: part.word.value * sum.scale, next: next + (repeats ? 2 : 1) };
}
