import { dayOf, isoDay, two, type Day } from './calendar.js';

/** A time of day; the zone in minutes east of UTC, or an IANA name, where it is stated. */
export interface Clock {
  hour: number;
  minute: number;
  second?: number;
  zone?: number | string;
}

/** «بتوقيت …»: folded name after it → IANA zone. Written by us. */
export const NAMED_ZONES: ReadonlyMap<string, string> = new Map([
  ['غرينتش', 'UTC'],
  ['جرينتش', 'UTC'],
  ['غرينيتش', 'UTC'],
  ['جرينيتش', 'UTC'],
  ['مكه', 'Asia/Riyadh'],
  ['السعوديه', 'Asia/Riyadh'],
  ['الرياض', 'Asia/Riyadh'],
  ['القاهره', 'Africa/Cairo'],
  ['ابوظبي', 'Asia/Dubai'],
  ['ابو', 'Asia/Dubai'],
  ['الامارات', 'Asia/Dubai'],
  ['دبي', 'Asia/Dubai'],
  ['بيروت', 'Asia/Beirut'],
  ['دمشق', 'Asia/Damascus'],
  ['عمان', 'Asia/Amman'],
  ['القدس', 'Asia/Jerusalem'],
  ['بغداد', 'Asia/Baghdad'],
  ['الدوحه', 'Asia/Qatar'],
  ['الكويت', 'Asia/Kuwait'],
  ['تونس', 'Africa/Tunis'],
  ['الجزائر', 'Africa/Algiers'],
  ['الجزاير', 'Africa/Algiers'],
  ['المغرب', 'Africa/Casablanca'],
  ['الرباط', 'Africa/Casablanca'],
  ['طرابلس', 'Africa/Tripoli'],
  ['الخرطوم', 'Africa/Khartoum'],
  ['موسكو', 'Europe/Moscow'],
  ['باريس', 'Europe/Paris'],
  ['لندن', 'Europe/London'],
  ['نيويورك', 'America/New_York'],
  ['واشنطن', 'America/New_York'],
]);

/** Zones by their letters, as sites in Arabic use them: AST is Arabia's, GST the Gulf's. */
export const LETTERED_ZONES: ReadonlyMap<string, string> = new Map([
  ['ast', 'Asia/Riyadh'],
  ['ksa', 'Asia/Riyadh'],
  ['gst', 'Asia/Dubai'],
  ['uae', 'Asia/Dubai'],
  ['cet', 'Europe/Paris'],
  ['cest', 'Europe/Paris'],
  ['eet', 'Africa/Cairo'],
  ['bst', 'Europe/London'],
  ['edt', 'America/New_York'],
]);

const formats = new Map<string, Intl.DateTimeFormat>();

/** Minutes east of UTC of an IANA zone at a moment; 0 for a zone that there is not. */
function offsetAt(zone: string, time: number): number {
  let format = formats.get(zone);
  if (!format) {
    try {
      format = new Intl.DateTimeFormat('en-US', {
        timeZone: zone,
        hourCycle: 'h23',
        year: 'numeric',
        month: 'numeric',
        day: 'numeric',
        hour: 'numeric',
        minute: 'numeric',
        second: 'numeric',
      });
    } catch {
      return 0;
    }
    formats.set(zone, format);
  }
  const part: Record<string, number> = {};
  for (const { type, value } of format.formatToParts(time)) part[type] = Number(value);
  const local = Date.UTC(
    part.year!,
    part.month! - 1,
    part.day!,
    part.hour!,
    part.minute!,
    part.second!,
  );
  return Math.round((local - time) / 60_000);
}

/** The day that it is in a zone at a moment. */
export function dayIn(zone: string, time: number): Day {
  return dayOf(time + offsetAt(zone, time) * 60_000);
}

/** A day and a time of day as a moment: ISO 8601, UTC. */
export function momentOf(day: Day, clock: Clock, zone: string): string {
  const bare = Date.UTC(
    day.year,
    day.month - 1,
    day.day,
    clock.hour,
    clock.minute,
    clock.second ?? 0,
  );
  const stated = clock.zone ?? zone;
  // Twice, since the offset is asked at a moment that it itself moves.
  const offset =
    typeof stated === 'number' ? stated : offsetAt(stated, bare - offsetAt(stated, bare) * 60_000);
  return isoMoment(bare - offset * 60_000);
}

/** `2018-04-09T10:00:00Z` */
export function isoMoment(time: number): string {
  const date = new Date(time);
  const day = dayOf(time);
  return `${isoDay(day)}T${two(date.getUTCHours())}:${two(date.getUTCMinutes())}:${two(date.getUTCSeconds())}Z`;
}
