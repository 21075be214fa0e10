import type { Read, Scan } from './scan.js';
import { LETTERED_ZONES, NAMED_ZONES, type Clock } from './time-zones.js';

const BEFORE_NOON = new Set(['ص', 'صباحا', 'صباح', 'فجرا', 'am', 'قبل الظهر']);
const AFTER_NOON = new Set(['م', 'مساء', 'عصرا', 'ظهرا', 'ليلا', 'pm', 'بعد الظهر']);
const SPELT_HOURS = new Map(
  'الواحده الثانيه الثالثه الرابعه الخامسه السادسه السابعه الثامنه التاسعه العاشره'
    .split(' ')
    .map((word, at) => [word, at + 1]),
);
SPELT_HOURS.set('الحاديه عشره', 11).set('الثانيه عشره', 12);
/** «الثامنة والنصف» */
const MINUTES_SPELT = new Map([
  ['والنصف', 30],
  ['والربع', 15],
  ['والثلث', 20],
]);

/** A time of day: «10:30 ص»، «الساعة الثامنة مساءً»، «14:05 بتوقيت غرينتش»، "10:00 GMT+3". */
export function readClock(scan: Scan, at: number): Read<Clock> | undefined {
  const named = scan.word(at) === 'الساعه';
  const first = named ? at + 1 : at;
  const spelt = named ? speltHour(scan, at + 1) : undefined;
  const from = spelt ? spelt.next - 1 : first;
  const hour = spelt?.value ?? scan.number(from);
  if (hour === undefined || hour > 24) return undefined;
  const clock: Clock = { hour, minute: 0 };
  let next = from + 1;
  const minute = scan.number(next);
  const hasMinutes = minute !== undefined && minute < 60 && /^\s?[:٫.]\s?$/.test(scan.gap(from));
  if (hasMinutes && scan.width(next) === 2 && (named || scan.gap(from).includes(':'))) {
    clock.minute = minute;
    next += 1;
    const second = scan.number(next);
    if (second !== undefined && second < 60 && scan.gap(next - 1) === ':') {
      clock.second = second;
      next += 1;
    }
  }
  const part = named ? MINUTES_SPELT.get(scan.word(next) ?? '') : undefined;
  if (part !== undefined && next === from + 1) {
    clock.minute = part;
    next += 1;
  } else if (
    named &&
    scan.word(next) === 'الا' &&
    /^(?:ال)?ربعا?$/.test(scan.word(next + 1) ?? '')
  ) {
    clock.hour = clock.hour === 1 ? 12 : clock.hour - 1;
    clock.minute = 45;
    next += 2;
  }
  const half = halfOf(scan, next);
  if (half) next = half.next;
  else if (next === from + 1 && !named) return undefined;
  if (half?.value === 'after' && clock.hour < 12) clock.hour += 12;
  if (half?.value === 'before' && clock.hour === 12) clock.hour = 0;
  if (clock.hour > 23) return undefined;
  const zone = readZone(scan, next);
  return zone ? { value: { ...clock, zone: zone.value }, next: zone.next } : { value: clock, next };
}

function speltHour(scan: Scan, at: number): Read<number> | undefined {
  for (const count of [2, 1]) {
    const hour = SPELT_HOURS.get(scan.words(at, count) ?? '');
    if (hour !== undefined) return { value: hour, next: at + count };
  }
  return undefined;
}

function halfOf(scan: Scan, at: number): Read<'before' | 'after'> | undefined {
  if (!scan.near(at - 1) || /[.،]/.test(scan.gap(at - 1))) return undefined;
  for (const count of [2, 1]) {
    const words = scan.words(at, count);
    if (words === undefined) continue;
    if (BEFORE_NOON.has(words)) return { value: 'before', next: at + count };
    if (AFTER_NOON.has(words)) return { value: 'after', next: at + count };
  }
  return undefined;
}

function readZone(scan: Scan, at: number): Read<number | string> | undefined {
  const sign = /^\s?([+-])$/.exec(scan.gap(at - 1))?.[1];
  if (sign) return readOffset(scan, at, sign);
  if (!scan.near(at - 1)) return undefined;
  const word = scan.word(at);
  if (word === 'بتوقيت' || word === 'توقيت') {
    const zone = NAMED_ZONES.get((scan.word(at + 1) ?? '').replace(/^مدينه$/, ''));
    return zone ? { value: zone, next: at + 2 + (scan.word(at + 1) === 'ابو' ? 1 : 0) } : undefined;
  }
  if (word === 'تغ' || scan.words(at, 2) === 'ت غ')
    return { value: 'UTC', next: at + (word === 'تغ' ? 1 : 2) };
  const lettered = LETTERED_ZONES.get(word ?? '');
  if (lettered) return { value: lettered, next: at + 1 };
  if (word === 'z') return { value: 'UTC', next: at + 1 };
  if (word !== 'gmt' && word !== 'utc') return undefined;
  const after = /^\s?([+-])\s?$/.exec(scan.gap(at))?.[1];
  return (after && readOffset(scan, at + 1, after)) || { value: 'UTC', next: at + 1 };
}

function readOffset(scan: Scan, at: number, sign: string): Read<number> | undefined {
  const number = scan.number(at);
  if (number === undefined) return undefined;
  const direction = sign === '-' ? -1 : 1;
  if (scan.width(at) === 4)
    return { value: direction * (Math.floor(number / 100) * 60 + (number % 100)), next: at + 1 };
  if (number > 14) return undefined;
  const minutes = scan.gap(at) === ':' ? scan.number(at + 1) : undefined;
  const whole = direction * (number * 60 + (minutes ?? 0));
  return { value: whole, next: at + (minutes === undefined ? 1 : 2) };
}
