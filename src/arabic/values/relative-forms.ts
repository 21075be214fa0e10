import { addDays, GREGORIAN_MONTHS, WEEKDAYS, weekdayOf, type Day } from './calendar.js';
import { readMonth } from './day-forms.js';
import { numberWord } from './number-words.js';
import type { Read, Scan } from './scan.js';

/** Which one of several is meant: before the reference, it itself, after it. */
export type Direction = 'last' | 'this' | 'next';

/** Counted from a reference: whole days, months or years off, a weekday, a month of the year, or milliseconds ago. */
export type Relative =
  | { days: number }
  | { months: number }
  | { years: number }
  | { month: number; direction: Direction }
  | { weekday: number; direction: 'last' | 'next' }
  | { ago: number; unit: 'second' | 'minute' | 'hour' };

const DAYS = new Map<string, number>([
  ['اول امس', -2],
  ['امس الاول', -2],
  ['اول من امس', -2],
  ['امس', -1],
  ['البارحه', -1],
  ['اليوم', 0],
  ['الليله', 0],
  ['غدا', 1],
  ['غد', 1],
  ['بعد غد', 2],
  ['today', 0],
  ['yesterday', -1],
]);

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const DIRECTIONS = new Map<string, Direction>([
  ...'الماضي الماضيه الفائت الفائته الفايت الفايته المنصرم المنصرمه'
    .split(' ')
    .map((word) => [word, 'last'] as const),
  ...'الجاري الجاريه الحالي الحاليه'.split(' ').map((word) => [word, 'this'] as const),
  ...'المقبل المقبله القادم القادمه'.split(' ').map((word) => [word, 'next'] as const),
]);
const STEPS: Readonly<Record<Direction, number>> = { last: -1, this: 0, next: 1 };

/** Folded calendar unit → months in it; duals carry their count. */
const LONG_UNITS = new Map<string, { months: number; count?: number }>();
for (const [months, one, two, ...many] of [
  [1, 'شهر', 'شهرين', 'اشهر', 'شهور', 'شهرا', 'month', 'months'],
  [12, 'عام', 'عامين', 'اعوام', 'عاما', 'year', 'years'],
  [12, 'سنه', 'سنتين', 'سنوات', 'سنين'],
] as Array<[number, string, string, ...string[]]>) {
  LONG_UNITS.set(one, { months });
  LONG_UNITS.set(two, { months, count: 2 });
  for (const form of many) LONG_UNITS.set(form, { months });
}

/** Folded unit → milliseconds; duals carry their count. */
const UNITS = new Map<string, { ms: number; count?: number }>();
for (const [ms, one, two, ...many] of [
  [1000, 'ثانيه', 'ثانيتين', 'ثواني', 'ثوان', 'second', 'seconds'],
  [MINUTE, 'دقيقه', 'دقيقتين', 'دقائق', 'دقايق', 'minute', 'minutes', 'min', 'mins'],
  [HOUR, 'ساعه', 'ساعتين', 'ساعات', 'hour', 'hours'],
  [DAY, 'يوم', 'يومين', 'ايام', 'يوما', 'day', 'days'],
  [7 * DAY, 'اسبوع', 'اسبوعين', 'اسابيع', 'اسبوعا', 'week', 'weeks'],
] as Array<[number, string, string, ...string[]]>) {
  UNITS.set(one, { ms });
  UNITS.set(two, { ms, count: 2 });
  for (const form of many) UNITS.set(form, { ms });
}

/** «أمس»، «قبل ساعتين»، «منذ ٣ دقائق»، «(الاثنين)»، «الجمعة المقبل»، "2 hours ago". */
export function readRelative(scan: Scan, at: number): Read<Relative> | undefined {
  return (
    readAgo(scan, at) ??
    readNamedDay(scan, at) ??
    readWeekday(scan, at) ??
    readNamedMonth(scan, at) ??
    readThisOrThat(scan, at)
  );
}

function readNamedDay(scan: Scan, at: number): Read<Relative> | undefined {
  for (const count of [3, 2, 1]) {
    const days = DAYS.get(scan.words(at, count) ?? '');
    if (days === undefined) continue;
    const next = at + count;
    // «أمس الأحد», «اليوم (الاثنين)»: the weekday says it once more.
    const again = WEEKDAYS.has(scan.word(next) ?? '') && scan.near(next - 1);
    return { value: { days }, next: again ? next + 1 : next };
  }
  return undefined;
}

function readWeekday(scan: Scan, at: number): Read<Relative> | undefined {
  const word = scan.word(at) ?? '';
  const weekday = WEEKDAYS.get(word);
  // Bare «أحد» is "someone", and "mon", "sat" are English words: only full names with the article count.
  if (weekday === undefined || !/^ال|day$/.test(word)) return undefined;
  const after = scan.near(at) ? scan.word(at + 1) : undefined;
  if (after !== undefined && /^(المقبل|القادم|المقبله|القادمه)$/.test(after))
    return { value: { weekday, direction: 'next' }, next: at + 2 };
  const past = after !== undefined && /^(الماضي|الفائت|الفايت|الماضيه)$/.test(after);
  return { value: { weekday, direction: 'last' }, next: at + (past ? 2 : 1) };
}

/** «مارس الماضي»، «كانون الأول/ديسمبر المقبل» */
function readNamedMonth(scan: Scan, at: number): Read<Relative> | undefined {
  const month = readMonth(scan, at, GREGORIAN_MONTHS);
  const direction = month && directionAt(scan, month.next);
  return direction && { value: { month: month.value, direction }, next: month.next + 1 };
}

/** «العام الماضي»، «الشهر الجاري»، «السنة المقبلة» */
function readThisOrThat(scan: Scan, at: number): Read<Relative> | undefined {
  const unit = /^(?:[وفب])?ال(شهر|عام|سنه)$/.exec(scan.word(at) ?? '')?.[1];
  const direction = unit && directionAt(scan, at + 1);
  if (!direction) return undefined;
  const off = STEPS[direction];
  return { value: unit === 'شهر' ? { months: off } : { years: off }, next: at + 2 };
}

function directionAt(scan: Scan, at: number): Direction | undefined {
  return /^\s$/.test(scan.gap(at - 1)) ? DIRECTIONS.get(scan.word(at) ?? '') : undefined;
}

/** Three to ten, in digits or words. */
function countAt(scan: Scan, at: number): number | undefined {
  const word = numberWord(scan.word(at) ?? '');
  if (word?.role === 'unit' && word.value > 2) return word.value;
  return word?.role === 'teen' ? 10 : scan.number(at);
}

function readAgo(scan: Scan, at: number): Read<Relative> | undefined {
  const before = scan.word(at) === 'قبل' || scan.word(at) === 'منذ';
  const from = before ? at + 1 : at;
  const number = countAt(scan, from);
  const word = scan.word(number === undefined ? from : from + 1) ?? '';
  const unit = UNITS.get(word) ?? LONG_UNITS.get(word);
  if (!unit || (number === undefined && !before)) return undefined;
  const next = from + (number === undefined ? 1 : 2);
  if (!before && scan.word(next) !== 'ago') return undefined;
  const count = number ?? unit.count ?? 1;
  const one = before && /^واحد(?:ه)?$/.test(scan.word(next) ?? '');
  const end = before && !one ? next : next + 1;
  if ('months' in unit) {
    const months = count * unit.months;
    return { value: unit.months === 12 ? { years: -count } : { months: -months }, next: end };
  }
  if (unit.ms >= DAY) return { value: { days: -Math.round((count * unit.ms) / DAY) }, next: end };
  const name = unit.ms === HOUR ? 'hour' : unit.ms === MINUTE ? 'minute' : 'second';
  return { value: { ago: count * unit.ms, unit: name }, next: end };
}

/** The first or last month of this number after or before the reference's. */
export function nearestMonth(today: Day, month: number, direction: Direction): Day {
  let { year } = today;
  if (direction === 'last' && month >= today.month) year -= 1;
  if (direction === 'next' && month <= today.month) year += 1;
  return { year, month, day: 1 };
}

/** The nearest such weekday: today or before it, or after it for «المقبل». */
export function nearestWeekday(today: Day, weekday: number, direction: 'last' | 'next'): Day {
  const back = (weekdayOf(today) - weekday + 7) % 7;
  return direction === 'last' ? addDays(today, -back) : addDays(today, back === 0 ? 7 : 7 - back);
}
