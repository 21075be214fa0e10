import {
  fromHijri,
  GREGORIAN_MONTHS,
  HIJRI_MONTHS,
  isDay,
  WEEKDAYS,
  type Day,
} from './calendar.js';
import type { Read, Scan } from './scan.js';

/** A day, a month or a year as written; `year` is missing where the text leaves it out. */
export interface WrittenDay {
  year?: number;
  month: number;
  day?: number;
}

const ORDINAL_DAYS = ordinalDays();

function ordinalDays(): Map<string, number> {
  const units = [
    '',
    'الحادي',
    'الثاني',
    'الثالث',
    'الرابع',
    'الخامس',
    'السادس',
    'السابع',
    'الثامن',
    'التاسع',
  ];
  const days = new Map<string, number>([
    ['الاول', 1],
    ['غره', 1],
    ['العاشر', 10],
    ['العشرين', 20],
    ['العشرون', 20],
    ['الثلاثين', 30],
    ['الثلاثون', 30],
  ]);
  for (let unit = 1; unit <= 9; unit += 1) {
    if (unit > 1) days.set(units[unit]!, unit);
    days.set(`${units[unit]} عشر`, 10 + unit);
    for (const tens of ['والعشرين', 'والعشرون']) days.set(`${units[unit]} ${tens}`, 20 + unit);
  }
  for (const tens of ['والثلاثين', 'والثلاثون']) days.set(`الحادي ${tens}`, 31);
  return days;
}

/** A named month, with its second name where both are given: «نيسان/أبريل»، «أيلول (سبتمبر)». */
export function readMonth(
  scan: Scan,
  at: number,
  months: ReadonlyMap<string, number>,
): Read<number> | undefined {
  const month = readMonthName(scan, at, months);
  if (!month || !/^\s?[/(\\-]?\s?$/.test(scan.gap(month.next - 1))) return month;
  const second = readMonthName(scan, month.next, months);
  return second?.value === month.value ? second : month;
}

function readMonthName(
  scan: Scan,
  at: number,
  months: ReadonlyMap<string, number>,
): Read<number> | undefined {
  for (const count of [2, 1]) {
    const month = months.get(scan.words(at, count) ?? '');
    if (month !== undefined) return { value: month, next: at + count };
  }
  return undefined;
}

/** A year after a month: «2018»، «عام 2018»، «من العام 2018»، "2018م". */
function readYear(scan: Scan, at: number, least: number, most: number): Read<number> | undefined {
  let next = at;
  while (next < at + 3 && ['من', 'عام', 'سنه', 'العام', 'لعام'].includes(scan.word(next) ?? ''))
    next += 1;
  const year = scan.number(next);
  if (year === undefined || year < least || year > most || scan.width(next) !== 4) return undefined;
  if (!scan.near(next - 1)) return undefined;
  return { value: year, next: next + 1 };
}

/** «9 أبريل 2018»، «التاسع من نيسان»، "April 9, 2018", "9 Apr 2018"؛ a month with its year. */
function readNamedGregorian(scan: Scan, at: number): Read<WrittenDay> | undefined {
  const day = readDayNumber(scan, at);
  if (day) {
    const month = readMonth(scan, skip(scan, day.next, ['من', 'شهر', 'of']), GREGORIAN_MONTHS);
    if (!month || !scan.near(day.next - 1)) return undefined;
    const year = readYear(scan, month.next, 1900, 2100);
    return {
      value: { day: day.value, month: month.value, ...(year && { year: year.value }) },
      next: skip(scan, year?.next ?? month.next, year ? ['م', 'ميلادي', 'ميلاديه'] : []),
    };
  }
  const month = readMonth(scan, at, GREGORIAN_MONTHS);
  if (!month) return undefined;
  const year = readYear(scan, month.next, 1900, 2100);
  if (year) return { value: { month: month.value, year: year.value }, next: year.next };
  const after = scan.number(month.next);
  if (after === undefined || after < 1 || after > 31 || !/^\s$/.test(scan.gap(month.next - 1)))
    return undefined;
  const then = readYear(scan, month.next + 1, 1900, 2100);
  return then && { value: { day: after, month: month.value, year: then.value }, next: then.next };
}

/** Words with which a number is surely a year; «عامي 2014 و2015» has two. */
const YEAR_WORDS = /^[وفبل]?(?:ال)?(?:عام|سنه|عامي|سنتي|اعوام)$/;
/** With these it is one where nothing is counted after it. */
const YEAR_LEADS = new Set(
  'منذ بحلول منتصف مطلع بدايه نهايه اواخر اوائل اوايل صيف شتاء ربيع خريف حتي'.split(' '),
);

/** «عام 2015»، «منذ 2011»، «بين عامي 2014 و2015»: a year that stands alone; no Hijri ones. */
export function readYearAlone(scan: Scan, at: number): Read<number> | undefined {
  const named = YEAR_WORDS.test(scan.word(at) ?? '') && scan.near(at);
  const place = named ? at + 1 : at;
  const year = scan.number(place);
  if (year === undefined || year < 1000 || year > 2100 || scan.width(place) !== 4) return undefined;
  const era = scan.near(place) ? scan.word(place + 1) : undefined;
  if (/^(?:ه|هجري|هجريه)$/.test(era ?? '')) return undefined;
  if (year > 1299 && year < 1600 && era !== 'م') return undefined;
  const second =
    scan.word(place - 1) === 'و' && /^[وفبل]?(?:عامي|سنتي|اعوام)$/.test(scan.word(place - 3) ?? '');
  const led = YEAR_LEADS.has(scan.word(place - 1) ?? '') && !/^\s$/.test(scan.gap(place));
  if (!named && !second && !led) return undefined;
  return { value: year, next: place + (era === 'م' ? 2 : 1) };
}

function readNamedHijri(scan: Scan, at: number): Read<WrittenDay> | undefined {
  const day = readDayNumber(scan, at);
  if (!day) return undefined;
  const month = readMonth(scan, skip(scan, day.next, ['من', 'شهر']), HIJRI_MONTHS);
  const year = month && readYear(scan, month.next, 1300, 1600);
  if (!month || !year) return undefined;
  const found = fromHijri({ year: year.value, month: month.value, day: day.value });
  return found && { value: found, next: skip(scan, year.next, ['ه', 'هجري', 'هجريه']) };
}

function readDayNumber(scan: Scan, at: number): Read<number> | undefined {
  const number = scan.number(at);
  if (number !== undefined)
    return number >= 1 && number <= 31 ? { value: number, next: at + 1 } : undefined;
  const ordinal = /^(\d{1,2})(?:st|nd|rd|th|er)$/.exec(scan.word(at) ?? '');
  if (ordinal && Number(ordinal[1]) <= 31) return { value: Number(ordinal[1]), next: at + 1 };
  for (const count of [2, 1]) {
    const day = ORDINAL_DAYS.get(scan.words(at, count) ?? '');
    if (day !== undefined) return { value: day, next: at + count };
  }
  return undefined;
}

/** 2018-04-09, 9/4/2018 (the day first, as Arabic writes it), 2018/4/9, 15/1/1440. */
function readNumeric(scan: Scan, at: number): Read<WrittenDay> | undefined {
  const [a, b, c] = [scan.number(at), scan.number(at + 1), scan.number(at + 2)];
  if (a === undefined || b === undefined || c === undefined) return undefined;
  const sign = scan.gap(at).trim();
  if (!/^[-/.]$/.test(sign) || scan.gap(at + 1).trim() !== sign) return undefined;
  const next = skip(scan, at + 3, ['ه', 'م', 'هجري']);
  const candidates: WrittenDay[] =
    scan.width(at) === 4
      ? [{ year: a, month: b, day: c }]
      : scan.width(at + 2) === 4
        ? [
            { year: c, month: b, day: a },
            { year: c, month: a, day: b },
          ]
        : [];
  for (const written of candidates) {
    const day = written as Day;
    if (day.year >= 1300 && day.year <= 1600) {
      const found = fromHijri(day);
      if (found) return { value: found, next };
    } else if (day.year >= 1900 && isDay(day)) return { value: written, next };
  }
  return undefined;
}

function skip(scan: Scan, at: number, words: string[]): number {
  return words.includes(scan.word(at) ?? '') ? at + 1 : at;
}

/** A date in any written form, its weekday before it included where it stands there. */
export function readWrittenDay(scan: Scan, at: number): Read<WrittenDay> | undefined {
  const weekday = WEEKDAYS.has(scan.word(at) ?? '') && scan.near(at);
  const from = weekday ? skip(scan, at + 1, ['الموافق', 'يوم']) : at;
  return readNumeric(scan, from) ?? readNamedHijri(scan, from) ?? readNamedGregorian(scan, from);
}
