import type { IsoTime } from '../../model/article.js';
import { count } from './counts.js';

const dayOnly = /^\d{4}-\d{2}-\d{2}$/;
const minute = 60_000;
const hour = 60 * minute;

/** A time as a page shows it. */
export interface WrittenTime {
  /** For `<time datetime>`. */
  machine: string;
  /** «الأحد 22 نوفمبر 2026، 20:23». */
  full: string;
  /** Near times as distance («قبل 3 ساعات»، «أمس»), others as a date. */
  short: string;
  /** The time of day alone, where it is known: «20:23». */
  clock?: string;
}

/** Writes times in Arabic for one time zone. */
export interface TimeWriter {
  write(time: IsoTime): WrittenTime | undefined;
  /** The calendar day of a time in this zone: `2026-11-22`. */
  day(time: IsoTime): string;
  /** The calendar day of now. */
  today(): string;
  /** «الأحد 22 نوفمبر 2026», or «اليوم» / «أمس». */
  dayHeading(day: string): string;
  /** «22 نوفمبر», for the ends of a chart. */
  shortDay(day: string): string;
}

/**
 * @param timeZone IANA name; times of day are shown in it
 * @param now what «قبل ساعة» counts from
 */
export function timeWriter(timeZone: string, now: () => Date): TimeWriter {
  const locale = 'ar-u-nu-latn-ca-gregory';
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  // Days are formatted at noon UTC in UTC, so that no zone moves them to a neighbour.
  const utc = { timeZone: 'UTC', numberingSystem: 'latn' } as const;
  const weekday = new Intl.DateTimeFormat(locale, { ...utc, weekday: 'long' });
  const month = new Intl.DateTimeFormat(locale, { ...utc, month: 'long' });

  const noon = (day: string) => new Date(`${day}T12:00:00Z`);
  const dayOf = (date: Date) => parts.format(date);
  const shortDay = (day: string) => `${Number(day.slice(8))} ${month.format(noon(day))}`;
  const longDay = (day: string) =>
    `${weekday.format(noon(day))} ${shortDay(day)} ${day.slice(0, 4)}`;
  const near = (day: string): string | undefined => {
    const today = dayOf(now());
    if (day === today) return 'اليوم';
    const before = Math.round((noon(today).getTime() - noon(day).getTime()) / (24 * hour));
    if (before === 1) return 'أمس';
    return before > 1 && before < 7 ? `قبل ${count(before, 'day', 'oblique')}` : undefined;
  };
  const date = (day: string) => {
    const sameYear = day.slice(0, 4) === dayOf(now()).slice(0, 4);
    return sameYear ? shortDay(day) : `${shortDay(day)} ${day.slice(0, 4)}`;
  };

  return {
    write(time) {
      const at = new Date(dayOnly.test(time) ? `${time}T12:00:00Z` : time);
      if (Number.isNaN(at.getTime()) || at.getUTCFullYear() > 9999 || at.getUTCFullYear() < 1)
        return undefined;
      if (dayOnly.test(time))
        return { machine: time, full: longDay(time), short: near(time) ?? date(time) };
      const day = dayOf(at);
      const ago = now().getTime() - at.getTime();
      const ofDay = clock.format(at);
      const full = `${longDay(day)}، ${ofDay}`;
      const machine = at.toISOString();
      if (ago >= 0 && ago < hour)
        return {
          machine,
          full,
          clock: ofDay,
          short:
            ago < minute ? 'الآن' : `قبل ${count(Math.floor(ago / minute), 'minute', 'oblique')}`,
        };
      if (ago >= 0 && ago < 12 * hour)
        return {
          machine,
          full,
          clock: ofDay,
          short: `قبل ${count(Math.floor(ago / hour), 'hour', 'oblique')}`,
        };
      return { machine, full, clock: ofDay, short: near(day) ?? date(day) };
    },
    day(time) {
      if (dayOnly.test(time)) return time;
      const at = new Date(time);
      return Number.isNaN(at.getTime()) ? '' : dayOf(at);
    },
    today: () => dayOf(now()),
    dayHeading(day) {
      const today = near(day);
      if (Number.isNaN(noon(day).getTime())) return 'بلا تاريخ';
      return today === 'اليوم' || today === 'أمس' ? `${today}، ${longDay(day)}` : longDay(day);
    },
    shortDay,
  };
}
