/** Minutes that named zones are ahead of UTC, as feeds name them. */
const zones: Record<string, number> = {
  utc: 0, ut: 0, gmt: 0, z: 0, wet: 0, west: 60, bst: 60, cet: 60, cest: 120, met: 60, mest: 120,
  eet: 120, eest: 180, msk: 180, ast: 180, gst: 240, irst: 210, pkt: 300, ist: 330,
  est: -300, edt: -240, et: -300, cst: -360, cdt: -300, ct: -360, mst: -420, mdt: -360, mt: -420,
  pst: -480, pdt: -420, pt: -480, akst: -540, hst: -600, jst: 540, kst: 540, aest: 600,
}; // prettier-ignore

const monthNames: Array<[string, number]> = [
  ['jan', 1], ['feb', 2], ['mar', 3], ['apr', 4], ['may', 5], ['jun', 6],
  ['jul', 7], ['aug', 8], ['sep', 9], ['oct', 10], ['nov', 11], ['dec', 12],
  ['janv', 1], ['févr', 2], ['fevr', 2], ['mars', 3], ['avr', 4], ['mai', 5], ['juin', 6],
  ['juil', 7], ['août', 8], ['aout', 8], ['déc', 12],
  ['يناير', 1], ['فبراير', 2], ['مارس', 3], ['أبريل', 4], ['ابريل', 4], ['إبريل', 4], ['مايو', 5],
  ['يونيو', 6], ['يونيه', 6], ['يوليو', 7], ['يوليه', 7], ['أغسطس', 8], ['اغسطس', 8],
  ['سبتمبر', 9], ['أكتوبر', 10], ['اكتوبر', 10], ['نوفمبر', 11], ['ديسمبر', 12],
  ['كانون الثاني', 1], ['شباط', 2], ['آذار', 3], ['اذار', 3], ['نيسان', 4], ['أيار', 5], ['ايار', 5],
  ['حزيران', 6], ['تموز', 7], ['آب', 8], ['اب', 8], ['أيلول', 9], ['ايلول', 9],
  ['تشرين الأول', 10], ['تشرين الاول', 10], ['تشرين الثاني', 11], ['كانون الأول', 12], ['كانون الاول', 12],
  ['جانفي', 1], ['فيفري', 2], ['أفريل', 4], ['افريل', 4], ['ماي', 5], ['جوان', 6], ['جويلية', 7],
  ['أوت', 8], ['اوت', 8], ['يناير', 1], ['غشت', 8], ['شتنبر', 9], ['نونبر', 11], ['دجنبر', 12],
]; // prettier-ignore
const longestFirst = [...monthNames].sort((a, b) => b[0].length - a[0].length);

/**
 * Reads a feed's date in the forms of RSS, Atom and the many that publishers write instead:
 * RFC 822 with any order, zone and length of year, ISO 8601 with parts missing, Arabic months of
 * all countries, Arabic digits, ص and م. A time that names no zone counts as UTC.
 * @returns ISO 8601, UTC, whole seconds; undefined where it is none or lies outside 1990 to next year
 */
export function readFeedDate(written: string, now = new Date()): string | undefined {
  return readLocalDate(written, now)?.replace(/Z?$/, 'Z');
}

/** The same, but a time that names no zone comes without its final Z: in the publisher's own. */
export function readLocalDate(written: string, now = new Date()): string | undefined {
  const text = written
    .slice(0, 100)
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .replace(/[\u200e\u200f\u202a-\u202e،]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
  const found = isoDate(text) ?? namedMonth(text) ?? slashed(text);
  if (!found) return undefined;
  const { year, month, day } = found;
  if (month < 1 || month > 12 || day < 1 || day > 31) return undefined;
  const time = found.rest === undefined ? undefined : clock(found.rest);
  const at =
    Date.UTC(year, month - 1, day, time?.hour ?? 0, time?.minute ?? 0, time?.second ?? 0) -
    (time?.ahead ?? 0) * 60_000;
  if (Number.isNaN(at) || new Date(Date.UTC(year, month - 1, day)).getUTCDate() !== day)
    return undefined;
  const latest = Date.UTC(now.getUTCFullYear() + 2, 0, 1);
  if (at < Date.UTC(1990, 0, 1) || at >= latest) return undefined;
  const local = time !== undefined && time.ahead === undefined;
  return new Date(at).toISOString().slice(0, 19) + (local ? '' : 'Z');
}

interface Day {
  year: number;
  month: number;
  day: number;
  /** What may hold the time. */
  rest?: string;
}

function isoDate(text: string): Day | undefined {
  const dashed = /^(\d{4})-(\d{1,2})(?:-(\d{1,2}))?(?!\d)(.*)$/.exec(text);
  if (dashed) return dayOf(dashed[1], dashed[2], dashed[3] ?? '1', dashed[4]);
  const ordinal = /^(\d{4})-(\d{3})(?!\d)(.*)$/.exec(text);
  if (ordinal) return dayOfYear(Number(ordinal[1]), Number(ordinal[2]), ordinal[3] ?? '');
  const compact = /^(\d{4})(\d{2})(\d{2})(?!\d)(.*)$/.exec(text);
  if (compact) return dayOf(compact[1], compact[2], compact[3], compact[4]);
  const slashes = /^(\d{4})[/.](\d{1,2})[/.](\d{1,2})(?!\d)(.*)$/.exec(text);
  if (slashes) return dayOf(slashes[1], slashes[2], slashes[3], slashes[4]);
  const year = /^(\d{4})$/.exec(text);
  if (year) return dayOf(year[1], '1', '1', '');
  return undefined;
}

function dayOf(year = '', month = '', day = '', rest = ''): Day {
  return { year: Number(year), month: Number(month), day: Number(day), rest };
}

function dayOfYear(year: number, ordinal: number, rest: string): Day {
  const at = new Date(Date.UTC(year, 0, ordinal));
  return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, day: at.getUTCDate(), rest };
}

/** A month by its name, with a day and a year around it in either order. */
function namedMonth(text: string): Day | undefined {
  for (const [name, month] of longestFirst) {
    const at = text.indexOf(name);
    if (at < 0) continue;
    if (at > 0 && /[\p{L}]/u.test(text[at - 1] ?? '')) continue;
    const before = text.slice(0, at);
    const after = text.slice(at + name.length).replace(/^[\p{L}.]*(?:\s*[/،]\s*[\p{L} ]+)?/u, '');
    const dayBefore = /(\d{1,2})(?:st|nd|rd|th)?[\s,.-]*(?:من |de )?$/.exec(before);
    if (dayBefore) {
      const year = /^[\s,.-]*(\d{4}|\d{2,3}(?![\d:]))(.*)$/.exec(after);
      if (year) return dayOf(fullYear(year[1]), String(month), dayBefore[1], year[2]);
      const yearLast = /^(.*?\D)(\d{4})$/.exec(after);
      if (yearLast) return dayOf(yearLast[2], String(month), dayBefore[1], yearLast[1]);
      continue;
    }
    const dayAfter = /^[\s,.-]*(\d{1,2})(?:st|nd|rd|th)?(?!\d|:)[\s,.]*(.*)$/.exec(after);
    if (!dayAfter) continue;
    const rest = dayAfter[2] ?? '';
    const yearFirst = /(\d{4})\D{0,3}$/.exec(before);
    if (yearFirst) return dayOf(yearFirst[1], String(month), dayAfter[1], rest);
    const year = /(?<![\d:+-])(\d{4})(?![\d:])/.exec(rest);
    if (year) return dayOf(year[1], String(month), dayAfter[1], rest.replace(year[1] ?? '', ' '));
  }
  return undefined;
}

/** 24/11/2020 as most of the world writes it; the American order only where the other is no date. */
function slashed(text: string): Day | undefined {
  const match = /(?<!\d)(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})(?!\d)(.*)$/.exec(text);
  if (!match) return undefined;
  const [, first = '', second = '', year, rest] = match;
  return Number(second) > 12
    ? dayOf(fullYear(year), first, second, rest)
    : dayOf(fullYear(year), second, first, rest);
}

function fullYear(year = ''): string {
  if (year.length >= 4) return year;
  const value = Number(year);
  return String(value + (value < 90 ? 2000 : 1900));
}

function clock(rest: string) {
  const match = /(?<!\d)(\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:[.,]\d+)?)?(.*)$/.exec(rest);
  if (!match) {
    const compact = /^t(\d{2})(\d{2})(\d{2})?(?:\.\d+)?(.*)$/.exec(rest);
    return compact ? clockOf(compact, rest) : undefined;
  }
  return clockOf(match, rest);
}

function clockOf(match: RegExpExecArray, rest: string) {
  let hour = Number(match[1]);
  const minute = Number(match[2]);
  const second = Math.min(Number(match[3] ?? 0), 59);
  const tail = (match[4] ?? '').trim();
  const half =
    /^(?:\.\s*)?(am|a\.m\.?|صباحا|صباحًا|صباحاً|ص|pm|p\.m\.?|مساء|مساءً|مساءا|ظهرا|ظهراً|م)(?![\p{L}])/u.exec(
      tail,
    )?.[1];
  if (half && hour <= 12) {
    const morning = /^(?:a|ص)/.test(half);
    hour = (hour % 12) + (morning ? 0 : 12);
  }
  if (hour > 24 || minute > 59) return undefined;
  return { hour, minute, second, ahead: zone(half ? tail.slice(half.length) : tail, rest) };
}

/** Minutes ahead of UTC; undefined where no zone is named, or a wrong one. */
function zone(tail: string, rest: string): number | undefined {
  const offset = /([+-]|\u2212)\s?(\d{1,2}):?(\d{2})?(?!\d)/.exec(tail);
  if (offset) {
    const minutes = Number(offset[2]) * 60 + Number(offset[3] ?? 0);
    if (minutes > 14 * 60) return undefined;
    return offset[1] === '+' ? minutes : -minutes;
  }
  const name = /(?:^|[^\p{L}])([a-z]{1,4})(?![\p{L}])/u.exec(tail)?.[1];
  if (name && name in zones) return zones[name];
  const before = /([a-z]{2,4})\s*\d{1,2}:/.exec(rest)?.[1];
  return before ? zones[before] : undefined;
}
