import { fold } from '../arabic/letters/fold.js';
import { readDate } from '../arabic/values/dates.js';
import type { IsoTime } from '../model/article.js';

const YEAR_FIRST = /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?$/;
const DAY_FIRST = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/;
const WRITTEN_OUT = /\p{L}{2}|T\d/u;

/**
 * The day that a reader means with 2018, 2018-04, 2018/4/9, 9/4/2018 or a date in words, as `2018-04-09`; the
 * first day of a year or month; relative ones («أمس», "yesterday") count from `now`. Arabic digits as well. Undefined where the text is no date.
 */
export function dayOf(text: string, now: IsoTime): IsoTime | undefined {
  const plain = fold(text).trim();
  const yearFirst = YEAR_FIRST.exec(plain);
  if (yearFirst) return day(yearFirst[1], yearFirst[2] ?? '1', yearFirst[3] ?? '1');
  const dayFirst = DAY_FIRST.exec(plain);
  if (dayFirst) return day(dayFirst[3], dayFirst[2], dayFirst[1]);
  if (!WRITTEN_OUT.test(plain) || plain.length > 60) return undefined;
  return readDate(text, { reference: now });
}

/** The calendar day, where there is such a one. */
function day(year = '', month = '', dayOfMonth = ''): IsoTime | undefined {
  const iso = `${year}-${month.padStart(2, '0')}-${dayOfMonth.padStart(2, '0')}`;
  const time = Date.parse(`${iso}T00:00:00Z`);
  if (Number.isNaN(time)) return undefined;
  return new Date(time).toISOString().startsWith(iso) ? iso : undefined;
}
