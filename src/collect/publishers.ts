import { readFileSync } from 'node:fs';
import type { Subscription } from '../model/feed.js';
import { subscriptionId } from './opml.js';

export type Region = 'international' | 'gulf' | 'levant' | 'nile' | 'maghreb' | 'africa';

/** A publisher's feed as the curated list names it. */
export interface Publisher {
  name: string;
  /** ISO 3166-1 alpha-2. */
  country: string;
  region: Region;
  kind: 'publisher' | 'agency';
  language: string;
  topics: string[];
  site: string;
  /** Of its feed. Publishers move their feeds; a visit tells whether it is still there. */
  address: string;
}

/** Several publishers that are added together. */
export interface Bundle {
  id: string;
  arabic: string;
  english: string;
  publishers: Publisher[];
}

const regions: Array<[Region, arabic: string, english: string]> = [
  ['international', 'قنوات دولية بالعربية', 'International, in Arabic'],
  ['gulf', 'الخليج', 'Gulf'],
  ['levant', 'بلاد الشام', 'Levant'],
  ['nile', 'مصر والسودان', 'Egypt and Sudan'],
  ['maghreb', 'المغرب العربي', 'Maghreb'],
  ['africa', 'أفريقيا', 'Africa'],
];
const topics: Array<[string, arabic: string, english: string]> = [
  ['politics', 'سياسة', 'Politics'],
  ['technology', 'تقنية', 'Technology'],
];

/** The curated list that ships with the project. Nothing in it is fetched until a user chooses it. */
export function publishers(): Publisher[] {
  const file = new URL('data/publishers.json', import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')) as Publisher[];
}

/** The list in bundles by region, then by topic; those that would be empty left out. */
export function bundles(list: readonly Publisher[] = publishers()): Bundle[] {
  const byRegion = regions.map(([id, arabic, english]) => ({
    id: `region-${id}`,
    arabic,
    english,
    publishers: list.filter((publisher) => publisher.region === id),
  }));
  const byTopic = topics.map(([id, arabic, english]) => ({
    id: `topic-${id}`,
    arabic,
    english,
    publishers: list.filter((publisher) => publisher.topics.includes(id)),
  }));
  return [...byRegion, ...byTopic].filter((bundle) => bundle.publishers.length > 0);
}

export function toSubscription(publisher: Publisher): Subscription {
  const { name, country, kind, language, site, address } = publisher;
  return {
    id: subscriptionId(address),
    address,
    kind: 'feed',
    source: { name, country, kind, language, url: site },
  };
}
