import { fold } from '../letters/fold.js';

/** A day of the Gregorian calendar; `month` counts from 1. */
export interface Day {
  year: number;
  month: number;
  day: number;
}

const DAY_MS = 86_400_000;

/** Month and weekday names come from CLDR, as the runtime's Intl carries it. */
const GREGORIAN_LOCALES = ['ar-EG', 'ar-SY', 'ar-DZ', 'ar-MA', 'ar-MR'];

/** Spellings in the press that CLDR does not have. */
const OTHER_SPELLINGS: Record<number, string[]> = {
  1: ['كانون ثاني', 'كانون ثان', 'كانون 2'],
  2: ['فيفري', 'فيبراير', 'فبرابر'],
  3: ['آذار', 'مارس'],
  4: ['ابريل', 'إبريل', 'أفريل', 'نيسان'],
  5: ['مايو', 'ماي', 'أيار', 'ايار', 'نوار'],
  6: ['جوان', 'يونيه', 'حزيران'],
  7: ['جويلية', 'يوليه', 'يوليوز', 'تموز'],
  8: ['اغسطس', 'أوت', 'غشت', 'آب'],
  9: ['سبتمبر', 'سبتمر', 'أيلول', 'ايلول'],
  10: ['اكتوبر', 'تشرين أول', 'تشرين 1', 'أوكتوبر'],
  11: ['تشرين ثاني', 'تشرين ثان', 'تشرين 2', 'نونبر'],
  12: ['كانون أول', 'كانون 1', 'دجنبر', 'دجمبر'],
};

const HIJRI_SPELLINGS: Record<number, string[]> = {
  1: ['محرم', 'المحرم'],
  3: ['ربيع أول'],
  4: ['ربيع الثاني', 'ربيع ثاني', 'ربيع آخر'],
  5: ['جمادى الأول', 'جماد الأول', 'جمادى أولى'],
  6: ['جمادى الآخرة', 'جمادى الثانية', 'جمادى الثاني', 'جماد الثاني', 'جمادى الآخر'],
  11: ['ذو القعدة', 'ذي القعدة', 'ذوالقعدة'],
  12: ['ذو الحجة', 'ذي الحجة', 'ذوالحجة'],
};

const ENGLISH_MONTHS =
  'january february march april may june july august september october november december'.split(
    ' ',
  );
/** On pages of the Maghreb; where a name is an Arabic reader's English one too, both mean the same month. */
const FRENCH_MONTHS =
  'janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre'.split(' ');
const ENGLISH_DAYS = 'sunday monday tuesday wednesday thursday friday saturday'.split(' ');

function gregorianMonths(): Map<string, number> {
  const months = new Map<string, number>();
  for (const locale of GREGORIAN_LOCALES) {
    const format = new Intl.DateTimeFormat(locale, {
      month: 'long',
      timeZone: 'UTC',
      calendar: 'gregory',
    });
    for (let month = 1; month <= 12; month += 1)
      months.set(fold(format.format(Date.UTC(2020, month - 1, 15))), month);
  }
  for (const [month, names] of Object.entries(OTHER_SPELLINGS))
    for (const name of names) months.set(fold(name), Number(month));
  ENGLISH_MONTHS.forEach((name, at) => {
    months.set(name, at + 1);
    months.set(name.slice(0, 3), at + 1);
  });
  months.set('sept', 9);
  FRENCH_MONTHS.forEach((name, at) => months.set(name, at + 1));
  return months;
}

function hijriMonths(): Map<string, number> {
  const months = new Map<string, number>();
  const name = new Intl.DateTimeFormat('ar-u-ca-islamic-umalqura', {
    month: 'long',
    timeZone: 'UTC',
  });
  for (let day = 0; day < 360; day += 5) {
    const time = Date.UTC(2020, 0, 1 + day);
    months.set(fold(name.format(time)), hijriDay(time).month);
  }
  for (const [month, names] of Object.entries(HIJRI_SPELLINGS))
    for (const spelling of names) months.set(fold(spelling), Number(month));
  return months;
}

function weekdayNames(): Map<string, number> {
  const days = new Map<string, number>();
  const format = new Intl.DateTimeFormat('ar', { weekday: 'long', timeZone: 'UTC' });
  for (let day = 0; day < 7; day += 1)
    days.set(fold(format.format(Date.UTC(2020, 0, 5 + day))), day);
  for (const [name, day] of [
    ['الإثنين', 1],
    ['الاتنين', 1],
    ['الثلثاء', 2],
    ['الاربعاء', 3],
  ] as const)
    days.set(fold(name), day);
  ENGLISH_DAYS.forEach((name, at) => {
    days.set(name, at);
    days.set(name.slice(0, 3), at);
  });
  return days;
}

const UMM_AL_QURA = new Intl.DateTimeFormat('en-u-ca-islamic-umalqura', {
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  timeZone: 'UTC',
});

function hijriDay(time: number): Day {
  const part = { year: 0, month: 0, day: 0 };
  for (const { type, value } of UMM_AL_QURA.formatToParts(time))
    if (type === 'year' || type === 'month' || type === 'day') part[type] = Number(value);
  return part;
}

/** Folded month name → month, 1 to 12. */
export const GREGORIAN_MONTHS: ReadonlyMap<string, number> = gregorianMonths();
export const HIJRI_MONTHS: ReadonlyMap<string, number> = hijriMonths();
/** Folded weekday name → 0 (Sunday) to 6. */
export const WEEKDAYS: ReadonlyMap<string, number> = weekdayNames();

/** Whether there is such a day; years 1000 to 2999. */
export function isDay({ year, month, day }: Day): boolean {
  if (year < 1000 || year > 2999 || month < 1 || month > 12 || day < 1) return false;
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/**
 * The Gregorian day of a day of the Umm al-Qura calendar (years 1300 to 1600), or undefined where there is none.
 * Looks near the mean position of the day and corrects by what Intl says of it.
 */
export function fromHijri({ year, month, day }: Day): Day | undefined {
  if (year < 1300 || year > 1600 || month < 1 || month > 12 || day < 1 || day > 30)
    return undefined;
  const mean =
    Date.UTC(1882, 10, 12) + ((year - 1300) * 354.367 + (month - 1) * 29.53 + day - 1) * DAY_MS;
  for (let off = -4; off <= 4; off += 1) {
    const time = mean + off * DAY_MS;
    const there = hijriDay(time);
    if (there.year === year && there.month === month && there.day === day) return dayOf(time);
  }
  return undefined;
}

/** The UTC day of a time in milliseconds. */
export function dayOf(time: number): Day {
  const date = new Date(time);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** `2018-04-09` */
export function isoDay({ year, month, day }: Day): string {
  return `${year}-${two(month)}-${two(day)}`;
}

export function two(number: number): string {
  return String(number).padStart(2, '0');
}

export function addDays(day: Day, days: number): Day {
  return dayOf(Date.UTC(day.year, day.month - 1, day.day) + days * DAY_MS);
}

/** 0 (Sunday) to 6. */
export function weekdayOf({ year, month, day }: Day): number {
  return new Date(Date.UTC(year, month - 1, day)).getUTCDay();
}
