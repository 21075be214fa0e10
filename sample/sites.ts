import type { SourceHint } from '../src/model/source.js';

/** How a site's pages are built; each is one file of designs/. */
export type DesignName = 'wordpress' | 'drupal' | 'next' | 'tables' | 'semantic';

/** One invented publisher. Its addresses are invented too and never change, unlike the port it is served on. */
export interface SampleSite {
  id: string;
  name: string;
  motto: string;
  host: string;
  design: DesignName;
  encoding: 'utf-8' | 'windows-1256';
  feed?: { path: string; format: 'rss-full' | 'rss-summary' | 'atom' };
  timeZone: string;
  /** Minutes that its clock is ahead of UTC. */
  offset: number;
  country: string;
  sections: string[];
}

export const sampleSites: readonly SampleSite[] = [
  {
    id: 'marfa',
    name: 'صحيفة المرفأ',
    motto: 'خبر اليوم من رصيف الحدث',
    host: 'almarfa.example',
    design: 'wordpress',
    encoding: 'utf-8',
    feed: { path: '/feed/', format: 'rss-full' },
    timeZone: 'Africa/Tunis',
    offset: 60,
    country: 'TN',
    sections: ['العالم', 'المغرب العربي', 'اقتصاد', 'رياضة', 'صحة', 'ثقافة', 'علوم'],
  },
  {
    id: 'manara',
    name: 'منارة نيوز',
    motto: 'نضيء ما وراء الخبر',
    host: 'manara-news.example',
    design: 'drupal',
    encoding: 'utf-8',
    feed: { path: '/rss/atom.xml', format: 'atom' },
    timeZone: 'Asia/Amman',
    offset: 180,
    country: 'JO',
    sections: ['عربي', 'دولي', 'مال وأعمال', 'علوم وتكنولوجيا', 'رياضة', 'طقس', 'ثقافة وفنون'],
  },
  {
    id: 'ufuq',
    name: 'أفق الآن',
    motto: 'منصة إخبارية مستقلة',
    host: 'ufuq-now.example',
    design: 'next',
    encoding: 'utf-8',
    feed: { path: '/rss.xml', format: 'rss-summary' },
    timeZone: 'Asia/Dubai',
    offset: 240,
    country: 'AE',
    sections: ['سياسة', 'اقتصاد', 'تقنية', 'رياضة', 'منوعات'],
  },
  {
    id: 'sada',
    name: 'صدى البلاد',
    motto: 'جريدة يومية جامعة',
    host: 'sada-albilad.example',
    design: 'tables',
    encoding: 'windows-1256',
    feed: { path: '/rss.asp', format: 'rss-summary' },
    timeZone: 'Asia/Riyadh',
    offset: 180,
    country: 'SA',
    sections: ['أخبار العالم', 'أخبار عربية', 'الاقتصاد', 'الرياضة', 'المجتمع'],
  },
  {
    id: 'diwan',
    name: 'ديوان الخبر',
    motto: 'نقرأ لك ما يهمك',
    host: 'diwan-alkhabar.example',
    design: 'semantic',
    encoding: 'utf-8',
    timeZone: 'Africa/Cairo',
    offset: 120,
    country: 'EG',
    sections: ['سياسة', 'أسواق', 'رياضة', 'تكنولوجيا', 'حياة'],
  },
];

/** The address that pages and feeds name, whatever port they are served on. */
export function siteUrl(site: SampleSite): string {
  return `https://${site.host}`;
}

/** What a subscriber knows of the site beforehand. */
export function sourceOf(site: SampleSite): SourceHint {
  return {
    id: site.host,
    name: site.name,
    url: `${siteUrl(site)}/`,
    kind: 'publisher',
    language: 'ar',
    country: site.country,
    timeZone: site.timeZone,
    sample: true,
  };
}
