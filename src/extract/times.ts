import { readDate } from '../arabic/values/dates.js';
import type { IsoTime } from '../model/article.js';

const EARLIEST = Date.UTC(1900, 0, 1);
/** A publisher's clock may run ahead by a zone or so, not by more. */
const AHEAD_MS = 2 * 24 * 3600 * 1000;
const BIDI_MARKS = /[\u200E\u200F\u202A-\u202E\u2066-\u2069\u061C]/g;
const ISO =
  /^(\d{4}-\d\d-\d\d)(?:[T ]+(\d\d:\d\d(?::\d\d)?)(?:[.,]\d+)?\s*(Z|UTC|[+-]\d\d:?\d\d)?)?$/i;

export interface TimeContext {
  /** «أمس» counts from here; ISO 8601. */
  reference: string;
  /** IANA zone of bare times; default UTC. */
  timeZone?: string | undefined;
}

/**
 * A written time as ISO 8601 in UTC (or a day where only that is given).
 * Undefined where it cannot be read or cannot be right: before 1900, or later than two days from now.
 */
export function sensibleTime(text: string | undefined, context: TimeContext): IsoTime | undefined {
  const written = text?.replace(BIDI_MARKS, '').trim();
  if (!written || written.length > 300) return undefined;
  const iso = readIso(written, context) ?? readAnyForm(written, context);
  if (!iso) return undefined;
  const time = Date.parse(iso);
  if (Number.isNaN(time) || time < EARLIEST) return undefined;
  const now = Math.max(Date.now(), Date.parse(context.reference) || 0);
  return time > now + AHEAD_MS ? undefined : iso;
}

const OFFSET = /\d\d:\d\d(?::\d\d)?(?:[.,]\d+)?\s*([+-]\d\d):?(\d\d)$/;

/** The offset from UTC that a time is written with, as «+03:00»; undefined where it has none, or is UTC. */
export function writtenOffset(text: string): string | undefined {
  const [, hours, minutes] = OFFSET.exec(text.replace(BIDI_MARKS, '').trim()) ?? [];
  if (!hours || (Number(hours) === 0 && minutes === '00')) return undefined;
  return `${hours}:${minutes}`;
}

/** A UTC time as a clock at some offset shows it: the day there may be another. */
export function atOffset(time: IsoTime, offset: string | undefined): IsoTime {
  if (!offset || !time.endsWith('Z')) return time;
  const minutes = Number(offset.slice(1, 3)) * 60 + Number(offset.slice(4, 6));
  const shift = (offset.startsWith('-') ? -minutes : minutes) * 60_000;
  const there = toIso(Date.parse(time) + shift);
  return `${there.slice(0, -1)}${offset}`;
}

function readIso(text: string, { timeZone }: TimeContext): IsoTime | undefined {
  const match = ISO.exec(text);
  if (!match) return undefined;
  const [, day, clock, zone] = match;
  if (!clock) return Number.isNaN(Date.parse(day!)) ? undefined : day;
  if (!zone && timeZone) return undefined;
  const offset = !zone || /^(?:z|utc)$/i.test(zone) ? 'Z' : zone.replace(/^(...)(\d\d)$/, '$1:$2');
  const time = Date.parse(`${day}T${clock}${offset}`);
  return Number.isNaN(time) ? undefined : toIso(time);
}

function readAnyForm(text: string, { reference, timeZone }: TimeContext): IsoTime | undefined {
  try {
    const iso = readDate(text, { reference, ...(timeZone ? { timeZone } : {}) });
    if (!iso || /^\d{4}-\d\d-\d\d$/.test(iso)) return iso;
    const time = Date.parse(iso);
    return Number.isNaN(time) ? undefined : toIso(time);
  } catch {
    return undefined;
  }
}

const toIso = (time: number): IsoTime => new Date(time).toISOString().replace('.000Z', 'Z');
