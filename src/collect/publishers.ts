import { readFileSync } from 'node:fs';
import type { Subscription } from '../model/feed.js';
import { subscriptionId } from './opml.js';

export type Region = 'international' | 'gulf' | 'levant' | 'nile' | 'maghreb' | 'africa';

/** A publisher as the curated list names it. */
export interface Publisher {
  name: string;
  /** ISO 3166-1 alpha-2. */
  country: string;
  kind: 'publisher' | 'agency';
  language: string;
  topics: string[];
  site: string;
  /** Of its feed, where the list knows it. Publishers move their feeds; a visit looks for the new place. */
  feed?: string;
}

/** Several publishers that are added together. */
export interface Bundle {
  id: string;
  by: 'region' | 'topic';
  arabic: string;
  english: string;
  publishers: Publisher[];
}

const regions: Array<[Region, arabic: string, english: string, countries: string]> = [
  ['gulf', 'الخليج واليمن', 'Gulf and Yemen', 'SA AE QA KW BH OM YE'],
  ['levant', 'العراق وبلاد الشام', 'Iraq and Levant', 'IQ SY LB JO PS'],
  ['nile', 'مصر والسودان', 'Egypt and Sudan', 'EG SD'],
  ['maghreb', 'المغرب العربي', 'Maghreb', 'MA DZ TN LY MR'],
  ['africa', 'القرن الأفريقي وما حوله', 'Horn of Africa and around', 'SO DJ KM ET TD ER'],
  ['international', 'خدمات دولية بالعربية', 'International services in Arabic', ''],
];
const topics: Array<[string, arabic: string, english: string]> = [
  ['agencies', 'وكالات الأنباء', 'News agencies'],
  ['politics', 'سياسة', 'Politics'],
  ['economy', 'اقتصاد', 'Economy'],
  ['sport', 'رياضة', 'Sport'],
  ['technology', 'تقنية وعلوم', 'Technology and science'],
  ['culture', 'ثقافة', 'Culture'],
  ['humanitarian', 'شؤون إنسانية', 'Humanitarian'],
  ['health', 'صحة', 'Health'],
  ['society', 'مجتمع', 'Society'],
  ['opinion', 'رأي', 'Opinion'],
];

let list: Publisher[] | undefined;

/** The curated list that ships with the project. Nothing in it is fetched until a user chooses it. */
export function publishers(): Publisher[] {
  list ??= readTable(readFileSync(new URL('data/publishers.tsv', import.meta.url), 'utf8'));
  return list;
}

function readTable(text: string): Publisher[] {
  const [, ...rows] = text.split('\n').filter((line) => line && !line.startsWith('#'));
  return rows.map((row) => {
    const [name = '', country = '', kind, language = 'ar', about = '', site = '', feed] =
      row.split('\t');
    return {
      name,
      country,
      kind: kind === 'agency' ? 'agency' : 'publisher',
      language,
      topics: about.split(','),
      site,
      ...(feed ? { feed } : {}),
    };
  });
}

function regionOf({ country }: Publisher): Region {
  return (
    regions.find(([, , , countries]) => countries.split(' ').includes(country))?.[0] ??
    'international'
  );
}

/** The list in bundles by region, then by topic; those that would be empty left out. */
export function bundles(all: readonly Publisher[] = publishers()): Bundle[] {
  const byRegion = regions.map(([id, arabic, english]) => ({
    id: `region-${id}`,
    by: 'region' as const,
    arabic,
    english,
    publishers: all.filter((publisher) => regionOf(publisher) === id),
  }));
  const byTopic = topics.map(([id, arabic, english]) => ({
    id: `topic-${id}`,
    by: 'topic' as const,
    arabic,
    english,
    publishers: all.filter((publisher) =>
      id === 'agencies' ? publisher.kind === 'agency' : publisher.topics.includes(id),
    ),
  }));
  return [...byRegion, ...byTopic].filter((bundle) => bundle.publishers.length > 0);
}

export function toSubscription(publisher: Publisher): Subscription {
  const { name, country, kind, language, site, feed } = publisher;
  const address = feed ?? site;
  return {
    id: subscriptionId(address),
    address,
    kind: feed ? 'feed' : 'site',
    source: { name, country, kind, language, url: site },
  };
}
