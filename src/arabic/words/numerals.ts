import { characterClass, DIGIT } from '../letters/characters.js';
import { foldSlice, foldWord } from '../letters/fold.js';

const COMMA = 0x2c;
const POINT = 0x2e;
const ARABIC_COMMA = 0x60c;
const ARABIC_DECIMAL = 0x66b;
const ARABIC_THOUSANDS = 0x66c;

function isSeparator(code: number): boolean {
  return (
    code === COMMA ||
    code === POINT ||
    code === ARABIC_COMMA ||
    code === ARABIC_DECIMAL ||
    code === ARABIC_THOUSANDS
  );
}

function digitsEnd(text: string, start: number): number {
  let end = start;
  while (end < text.length && characterClass[text.charCodeAt(end)] === DIGIT) end++;
  return end;
}

/** Whether the digits at `start` are a later part of digits with separators that are no number (9.4.2018). */
function goesOnNumber(text: string, start: number): boolean {
  return (
    start > 1 &&
    isSeparator(text.charCodeAt(start - 1)) &&
    characterClass[text.charCodeAt(start - 2)] === DIGIT
  );
}

/** How the separators of a number are read: groups of thousands, then perhaps a decimal separator. */
interface Shape {
  end: number;
  /** Where the decimal separator stands. */
  decimal?: number;
}

/**
 * Reads digits with separators. Commas (, ،) and points are thousands separators before exactly three digits
 * (points only where there are two groups or more: 1.800.000), decimal ones otherwise; ٬ and ٫ are what they
 * are. A separator that fits neither ends the number, so 9.4.2018 and 1,2,3 are three numbers.
 */
function shapeOf(text: string, start: number): Shape {
  let end = digitsEnd(text, start);
  if (goesOnNumber(text, start)) return { end };
  const first = end - start;
  let groups = '';
  const ends: number[] = [end];
  const separators: number[] = [];
  while (ends.length < 12 && isSeparator(text.charCodeAt(end))) {
    const next = digitsEnd(text, end + 1);
    if (next === end + 1) break;
    separators.push(text.charCodeAt(end));
    groups += next - end - 1 === 3 ? '3' : 'x';
    ends.push(next);
    end = next;
  }
  const [separator] = separators;
  if (separator === undefined) return { end };
  const isThousands = (code: number | undefined) =>
    code === ARABIC_THOUSANDS || (code === separator && code !== ARABIC_DECIMAL);
  let thousands = 0;
  if (first <= 3)
    while (groups[thousands] === '3' && isThousands(separators[thousands])) thousands++;
  if (separator === POINT && thousands === 1) thousands = 0;
  const rest = separators.length - thousands;
  const last = separators[thousands];
  if (rest === 0) return { end };
  if (rest === 1 && (thousands === 0 || last !== separator) && last !== ARABIC_THOUSANDS)
    return { end, decimal: ends[thousands] as number };
  return thousands > 0 && last !== separator
    ? { end: ends[thousands] as number }
    : { end: ends[0] as number };
}

/** Where the number that starts at `start` ends. */
export function numberEnd(text: string, start: number): number {
  return shapeOf(text, start).end;
}

/** The number without thousands separators, with a decimal point and ASCII digits: «١٬٨٠٠٫٥» as "1800.5". */
export function plainNumber(text: string, start: number, end: number): string {
  if (digitsEnd(text, start) === end) return foldWord(text, start, end);
  const { decimal } = shapeOf(text, start);
  if (decimal === undefined) return foldSlice(text, start, end).replace(/[^\p{L}\p{N}]/gu, '');
  const whole = foldSlice(text, start, decimal).replace(/[^\p{L}\p{N}]/gu, '');
  return `${whole}.${foldSlice(text, decimal + 1, end)}`;
}
