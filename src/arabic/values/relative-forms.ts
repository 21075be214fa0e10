import { addDays, WEEKDAYS, weekdayOf, type Day } from './calendar.js';
import type { Read, Scan } from './scan.js';

/** Counted from a reference: whole days off, a weekday, or milliseconds ago. */
export type Relative =
  | { days: number }
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
  return readAgo(scan, at) ?? readNamedDay(scan, at) ?? readWeekday(scan, at);
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

function readAgo(scan: Scan, at: number): Read<Relative> | undefined {
  const before = scan.word(at) === 'قبل' || scan.word(at) === 'منذ';
  const from = before ? at + 1 : at;
  const number = scan.number(from);
  const unit = UNITS.get(scan.word(number === undefined ? from : from + 1) ?? '');
  if (!unit || (number === undefined && !before)) return undefined;
  const next = from + (number === undefined ? 1 : 2);
  if (!before && scan.word(next) !== 'ago') return undefined;
  const count = number ?? unit.count ?? 1;
  const end = before ? next : next + 1;
  if (unit.ms >= DAY) return { value: { days: -Math.round((count * unit.ms) / DAY) }, next: end };
  const name = unit.ms === HOUR ? 'hour' : unit.ms === MINUTE ? 'minute' : 'second';
  return { value: { ago: count * unit.ms, unit: name }, next: end };
}

/** The nearest such weekday: today or before it, or after it for «المقبل». */
export function nearestWeekday(today: Day, weekday: number, direction: 'last' | 'next'): Day {
  const back = (weekdayOf(today) - weekday + 7) % 7;
  return direction === 'last' ? addDays(today, -back) : addDays(today, back === 0 ? 7 : 7 - back);
}
