import type { EntityType, Topic } from '../../model/analysis.js';
import type { ArticleKind } from '../../model/article.js';
import type { Subscription } from '../../model/feed.js';
import type { Source } from '../../model/source.js';

/** Topics as the reader's menu names them, in the order of the menu. */
export const topicNames: Record<Topic, string> = {
  politics: 'سياسة',
  economy: 'اقتصاد',
  sport: 'رياضة',
  technology: 'تقنية',
  culture: 'ثقافة',
  health: 'صحة',
  accidents: 'حوادث',
  weather: 'طقس',
  society: 'مجتمع',
  religion: 'دين',
  opinion: 'رأي',
};

export const topics = Object.keys(topicNames) as [Topic, ...Topic[]];

/** Headings of the groups of names on an article's page. */
export const entityGroups: Record<EntityType, string> = {
  person: 'أشخاص',
  place: 'أماكن',
  organisation: 'جهات',
};

/** What one name is, above the title of its page. */
export const entityKinds: Record<EntityType, string> = {
  person: 'شخص',
  place: 'مكان',
  organisation: 'جهة',
};

/** Kinds that a reader should know of before reading; a plain report needs no label. */
export const articleKinds: Partial<Record<ArticleKind, string>> = {
  opinion: 'رأي',
  live: 'تغطية مباشرة',
  gallery: 'معرض صور',
  video: 'فيديو',
  brief: 'موجز',
};

export const sourceKinds: Record<Source['kind'], string> = {
  publisher: 'ناشر',
  agency: 'وكالة أنباء',
  channel: 'قناة',
};

/** What is visited for news. */
export const subscriptionKinds: Record<Subscription['kind'], string> = {
  feed: 'خلاصة',
  sitemap: 'خريطة موقع',
  listing: 'صفحة موقع',
  telegram: 'قناة تلغرام',
  site: 'موقع',
};

const countryNames = new Intl.DisplayNames('ar', { type: 'region', fallback: 'none' });

/** A country in Arabic. @param code ISO 3166-1 alpha-2 */
export const countryName = (code: string): string | undefined => countryNames.of(code);

/** The degree sign stays behind its number: «31.50° شمالاً، 34.47° شرقاً». @param at degrees north and east */
export function coordinates([north, east]: [number, number]): string {
  const degrees = (value: number, positive: string, negative: string) =>
    `\u2066${Math.abs(value).toFixed(2)}°\u2069 ${value < 0 ? negative : positive}`;
  return `${degrees(north, 'شمالاً', 'جنوباً')}، ${degrees(east, 'شرقاً', 'غرباً')}`;
}
