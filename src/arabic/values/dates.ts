/** A date or time found in a text. */
export interface FoundDate {
  start: number;
  end: number;
  /** ISO 8601: `2018-04-09` or `2018-04-09T10:00:00Z`. */
  iso: string;
  precision: 'second' | 'minute' | 'day' | 'month' | 'year';
}

export interface DateContext {
  /** «أمس» and «قبل ساعتين» count from here; ISO 8601. */
  reference?: string;
  /** IANA zone of bare times; default UTC. */
  timeZone?: string;
}

/** Every date and time that a text states, in order. */
export function findDates(_text: string, _context: DateContext = {}): FoundDate[] {
  return [];
}

/** A whole text read as one date («الاثنين 9 أبريل 2018، 10:30 ص»), or undefined. */
export function readDate(text: string, _context: DateContext = {}): string | undefined {
  const time = Date.parse(text);
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}
