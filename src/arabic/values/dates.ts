import { addDays, dayOf, isDay, isoDay, two, type Day } from './calendar.js';
import { readClock } from './clock-forms.js';
import { readWrittenDay, readYearAlone, type WrittenDay } from './day-forms.js';
import { nearestMonth, nearestWeekday, readRelative, type Relative } from './relative-forms.js';
import { asciiDigits, Scan } from './scan.js';
import { dayIn, isoMoment, momentOf, type Clock } from './time-zones.js';

/** A date or time found in a text: where it stands (UTF-16, end exclusive). */
export interface FoundDate {
  start: number;
  end: number;
  /** ISO 8601: `2018`, `2018-04`, `2018-04-09` or `2018-04-09T10:00:00Z` (UTC), as precise as the text. */
  iso: string;
  precision: 'second' | 'minute' | 'day' | 'month' | 'year';
}

export interface DateContext {
  /** «أمس», «قبل ساعتين» and dates without a year count from here; ISO 8601. Without it they are not read. */
  reference?: string;
  /** IANA zone of bare times; default UTC. */
  timeZone?: string;
}

/** 2018-04-09T10:00:00.000+04:00 and the same with a space; digits already ASCII. */
const ISO_MOMENT =
  /\d{4}-\d{2}-\d{2}[Tt ]\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?(?: ?(?:[Zz]|UTC|GMT|[+-]\d{2}:?\d{2}))?/g;

const HIJRI_YEAR = /(?<!\d)1[34]\d\d(?!\d)/;

/** Words that may stand between a day and its time of day. */
const BETWEEN = new Set([
  'في',
  'عند',
  'الساعه',
  'تمام',
  'at',
  'يوم',
  'بتاريخ',
  'تاريخ',
  'من',
  'الوقت',
  'on',
  'a', // à
]);

/**
 * Every date and time that a text states, in order, none overlapping another. Gregorian months by all their
 * Arabic names (CLDR), Hijri ones by Umm al-Qura, relative ones by `context.reference`.
 */
export function findDates(text: string, context: DateContext = {}): FoundDate[] {
  const moments = isoMoments(text, context);
  const scan = new Scan(text);
  const found: FoundDate[] = [...moments];
  let at = 0;
  let behind = 0;
  while (at < scan.tokens.length) {
    const start = scan.start(at);
    while (moments[behind] && moments[behind]!.end <= start) behind += 1;
    const inMoment = moments[behind] && moments[behind]!.start <= start;
    const read = inMoment ? undefined : readAt(scan, at, context);
    if (read) found.push(read.value);
    at = read ? read.next : at + 1;
  }
  return found.sort((a, b) => a.start - b.start);
}

/**
 * A whole text read as one date («الاثنين 9 أبريل 2018، 10:30 ص», an HTTP or ISO date, "تاريخ النشر: …").
 * @returns the first moment or day in it, ISO 8601; undefined where there is none
 */
export function readDate(text: string, context: DateContext = {}): string | undefined {
  const all = findDates(text.slice(0, 500), context).filter(({ iso }) => iso.length >= 10);
  // Of the same day in both calendars the Gregorian is sure: Hijri months begin a day apart in places.
  const gregorian = all.filter(
    ({ start, end }) => !HIJRI_YEAR.test(asciiDigits(text.slice(start, end))),
  );
  const found = gregorian.length ? gregorian : all;
  return (found.find(({ iso }) => iso.length > 10) ?? found[0])?.iso;
}

function isoMoments(text: string, { timeZone = 'UTC' }: DateContext): FoundDate[] {
  const found: FoundDate[] = [];
  for (const match of asciiDigits(text).matchAll(ISO_MOMENT)) {
    const [, year, month, day, hour, minute, second, zone] =
      /^(\d{4})-(\d\d)-(\d\d).(\d{1,2}):(\d\d)(?::(\d\d))?(?:[.,]\d+)?\s?(.*)$/.exec(match[0]) ??
      [];
    const date: Day = { year: Number(year), month: Number(month), day: Number(day) };
    const clock: Clock = {
      hour: Number(hour),
      minute: Number(minute),
      second: Number(second ?? 0),
    };
    if (!isDay(date) || clock.hour > 23 || clock.minute > 59 || clock.second! > 59) continue;
    const offset = zone ? offsetOf(zone) : undefined;
    found.push({
      start: match.index,
      end: match.index + match[0].length,
      iso: momentOf(date, offset === undefined ? clock : { ...clock, zone: offset }, timeZone),
      precision: second ? 'second' : 'minute',
    });
  }
  return found;
}

function offsetOf(zone: string): number {
  const [, sign, hours, minutes] = /^([+-])(\d\d):?(\d\d)$/.exec(zone) ?? [];
  return sign ? (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) : 0;
}

interface ReadDate {
  value: FoundDate;
  next: number;
}

function readAt(scan: Scan, at: number, context: DateContext): ReadDate | undefined {
  const clockFirst = readClock(scan, at);
  if (clockFirst) {
    const dayAt = connected(scan, clockFirst.next);
    const day = dayAt === undefined ? undefined : resolveDay(scan, dayAt, context);
    if (day?.day) return dated(scan, at, day.next, day.day, clockFirst.value, context);
  }
  const day = resolveDay(scan, at, context);
  if (day?.moment) return spanned(scan, at, day.next, day.moment, 'minute');
  if (day?.month) return spanned(scan, at, day.next, day.month, 'month');
  if (day?.year) return spanned(scan, at, day.next, day.year, 'year');
  if (!day?.day) return undefined;
  const clockAt = connected(scan, day.next);
  const clock = clockAt === undefined ? undefined : readClock(scan, clockAt);
  if (clock) return dated(scan, at, clock.next, day.day, clock.value, context);
  return spanned(scan, at, day.next, isoDay(day.day), 'day');
}

/** Where what belongs to the token before may go on: past light punctuation and small words. */
function connected(scan: Scan, at: number): number | undefined {
  if (!scan.near(at - 1)) return undefined;
  let next = at;
  while (next < at + 3 && BETWEEN.has(scan.word(next) ?? '') && scan.word(next + 1) !== undefined) {
    if (scan.word(next) === 'الساعه') return next;
    next += 1;
  }
  return next;
}

interface Resolved {
  next: number;
  day?: Day;
  month?: string;
  year?: string;
  moment?: string;
}

function resolveDay(scan: Scan, at: number, context: DateContext): Resolved | undefined {
  const written = readWrittenDay(scan, at);
  if (written) {
    const { year, month, day } = written.value;
    if (year !== undefined && day === undefined)
      return { next: written.next, month: `${year}-${two(month)}` };
    const whole = year === undefined ? nearestYear(written.value, context) : (written.value as Day);
    if (whole && isDay(whole)) return { next: written.next, day: whole };
  }
  const year = readYearAlone(scan, at);
  if (year) return { next: year.next, year: String(year.value) };
  const relative = context.reference === undefined ? undefined : readRelative(scan, at);
  const reference = Date.parse(context.reference ?? '');
  if (!relative || Number.isNaN(reference)) return undefined;
  return {
    next: relative.next,
    ...resolveRelative(relative.value, reference, context.timeZone ?? 'UTC'),
  };
}

function resolveRelative(
  relative: Relative,
  reference: number,
  zone: string,
): Omit<Resolved, 'next'> {
  if ('ago' in relative) return { moment: isoMoment(reference - relative.ago) };
  const today = dayIn(zone, reference);
  if ('months' in relative) {
    const first = Date.UTC(today.year, today.month - 1 + relative.months, 1);
    return { month: isoDay(dayOf(first)).slice(0, 7) };
  }
  if ('years' in relative) return { year: String(today.year + relative.years) };
  if ('month' in relative)
    return {
      month: isoDay(nearestMonth(today, relative.month, relative.direction)).slice(0, 7),
    };
  if ('days' in relative) return { day: addDays(today, relative.days) };
  return { day: nearestWeekday(today, relative.weekday, relative.direction) };
}

/** A day without a year is taken in the year that brings it nearest to the reference. */
function nearestYear({ month, day }: WrittenDay, { reference }: DateContext): Day | undefined {
  const from = Date.parse(reference ?? '');
  if (day === undefined || Number.isNaN(from)) return undefined;
  const year = new Date(from).getUTCFullYear();
  const off = (candidate: Day) =>
    Math.abs(Date.UTC(candidate.year, candidate.month - 1, candidate.day) - from);
  return [year - 1, year, year + 1]
    .map((candidate) => ({ year: candidate, month, day }))
    .filter(isDay)
    .sort((a, b) => off(a) - off(b))[0];
}

function dated(
  scan: Scan,
  at: number,
  next: number,
  day: Day,
  clock: Clock,
  { timeZone = 'UTC' }: DateContext,
): ReadDate {
  const precision = clock.second === undefined ? 'minute' : 'second';
  return spanned(scan, at, next, momentOf(day, clock, timeZone), precision);
}

function spanned(
  scan: Scan,
  at: number,
  next: number,
  iso: string,
  precision: FoundDate['precision'],
): ReadDate {
  return { value: { start: scan.start(at), end: scan.endBefore(next), iso, precision }, next };
}
