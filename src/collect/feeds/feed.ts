import type { FeedEntry } from '../../model/document.js';

/** A feed's own fields, mended. */
export interface Feed {
  format: 'rss' | 'rdf' | 'atom' | 'json';
  title?: string;
  /** The site's page that the feed belongs to, absolute. */
  link?: string;
  description?: string;
  language?: string;
  image?: string;
  /** A WebSub hub, and the address under which the feed is known there. */
  hub?: string;
  self?: string;
  /** The publisher's wish: no visit more often than this. */
  minutesBetween?: number;
  /** Hours (UTC, 0 to 23) in which no visit is wished. */
  skipHours?: number[];
  /** Weekdays (0 is Sunday) on which no visit is wished. */
  skipDays?: number[];
}

export interface ReadFeed {
  feed: Feed;
  entries: FeedEntry[];
}

/** The fields that have a value; leaves out undefined and empty ones. */
export function present<T extends object>(fields: {
  [Name in keyof T]: T[Name] | undefined;
}): T {
  return Object.fromEntries(
    Object.entries(fields).filter(
      ([, value]) =>
        value !== undefined && value !== '' && !(Array.isArray(value) && !value.length),
    ),
  ) as T;
}
