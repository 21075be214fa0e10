import type { FeedEntry } from '../../model/document.js';

const formats = new Map<string, Intl.DateTimeFormat>();

/** Minutes that a zone is ahead of UTC at a moment. @throws RangeError where there is no such zone */
export function minutesAhead(timeZone: string, at: number): number {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' });
    formats.set(timeZone, format);
  }
  const name = format.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const [, sign, hours, minutes] = /([+-])(\d\d):(\d\d)/.exec(name) ?? [];
  if (!sign) return 0;
  return (sign === '+' ? 1 : -1) * (Number(hours) * 60 + Number(minutes));
}

/** A time without a zone (`2023-09-12T10:00:00`) as UTC; one with a zone, or a day, as it is. */
export function inUtc(time: string, timeZone: string | undefined): string {
  if (!/T[\d:]+$/.test(time)) return time;
  const local = Date.parse(`${time}Z`);
  if (!timeZone) return `${time}Z`;
  const near = local - minutesAhead(timeZone, local) * 60_000;
  const exact = local - minutesAhead(timeZone, near) * 60_000;
  return `${new Date(exact).toISOString().slice(0, 19)}Z`;
}

/** Entries whose times that name no zone are in the zone given, UTC without one. */
export function placeTimes(entries: FeedEntry[], timeZone: string | undefined): FeedEntry[] {
  for (const entry of entries) {
    if (entry.published) entry.published = inUtc(entry.published, timeZone);
    if (entry.updated) entry.updated = inUtc(entry.updated, timeZone);
  }
  return entries;
}

/**
 * The zone of a country (ISO 3166-1 alpha-2, or a top-level domain like `uk`), from CLDR through the
 * runtime; undefined for a country of several.
 */
export function zoneOfCountry(country: string): string | undefined {
  if (!/^[a-z]{2}$/i.test(country)) return undefined;
  const locale = new Intl.Locale(`und-${country}`) as Intl.Locale & {
    timeZones?: string[];
    getTimeZones?(): string[] | undefined;
  };
  const zones = locale.getTimeZones?.() ?? locale.timeZones ?? [];
  const now = Date.now();
  const [first] = zones;
  // Gaza and Hebron are two names for one time.
  const same = zones.every((zone) => minutesAhead(zone, now) === minutesAhead(zones[0]!, now));
  return same ? first : undefined;
}

const minute = 60_000;
/** A clock that runs ahead by less is a little fast, not in another zone. */
const tolerated = 10 * minute;
/** No zone is further from another than this; what lies beyond is announced, not published. */
const furthest = 14 * 60 * minute;

/**
 * Minutes by which a feed's times run ahead of the true ones. Publishers print their local time and
 * name it GMT: then the newest entries lie in the future. What a visit found holds for the next ones,
 * too, until new entries would come out older than a visit that did not see them.
 * @param timeZone of the publisher
 * @param fresh entries that the last visit, at `lastSuccess`, did not see
 */
export function timesAhead(
  entries: readonly FeedEntry[],
  fresh: readonly FeedEntry[],
  known: { ahead?: number; lastSuccess?: string },
  timeZone: string | undefined,
  now: number,
): number {
  const leads = entries
    .flatMap(({ published }) => (published ? Date.parse(published) - now : []))
    .filter((lead) => lead > tolerated && lead < furthest);
  const most = Math.max(0, ...leads);
  if (leads.length >= 2) {
    const own = timeZone ? minutesAhead(timeZone, now) : 0;
    const least = Math.ceil((most - tolerated) / minute / 30) * 30;
    return Math.max(known.ahead ?? 0, own * minute >= most - tolerated ? own : least);
  }
  const { ahead = 0, lastSuccess } = known;
  if (!ahead || !lastSuccess) return ahead;
  const newest = Math.max(...fresh.flatMap((entry) => Date.parse(entry.published ?? '') || []));
  const tooOld = newest - ahead * minute < Date.parse(lastSuccess) - 30 * minute;
  return Number.isFinite(newest) && tooOld ? 0 : ahead;
}

/** Entries with their times put back by so many minutes. */
export function putBack(entries: FeedEntry[], minutes: number): void {
  if (!minutes) return;
  const earlier = (time: string) =>
    `${new Date(Date.parse(time) - minutes * minute).toISOString().slice(0, 19)}Z`;
  for (const entry of entries) {
    if (entry.published?.endsWith('Z')) entry.published = earlier(entry.published);
    if (entry.updated?.endsWith('Z')) entry.updated = earlier(entry.updated);
  }
}
