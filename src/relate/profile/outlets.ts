import { fold } from '../../arabic/letters/fold.js';
import { nameKey } from '../../arabic/names/name-key.js';

/**
 * Agencies and outlets as they are written in the articles that quote them. An article that cites one
 * is not about it: such a name neither tells two subjects apart nor says what both are about.
 */
const OUTLETS = [
  'رويترز',
  'وكالة رويترز',
  'فرانس برس',
  'وكالة فرانس برس',
  'وكالة الصحافة الفرنسية',
  'أسوشيتد برس',
  'أسوشييتد برس',
  'وكالة أسوشيتد برس',
  'وكالة الأناضول',
  'الأناضول',
  'شينخوا',
  'وكالة شينخوا',
  'سبوتنيك',
  'وكالة سبوتنيك',
  'تاس',
  'وكالة تاس',
  'إنترفاكس',
  'وكالة إنترفاكس',
  'وكالة الأنباء الألمانية',
  'وكالة الأنباء السعودية',
  'وكالة أنباء الإمارات',
  'وكالة أنباء الشرق الأوسط',
  'واس',
  'وام',
  'كونا',
  'قنا',
  'بترا',
  'سانا',
  'بلومبرغ',
  'بلومبيرغ',
  'بي بي سي',
  'بي بي سي عربي',
  'سي إن إن',
  'سي ان ان',
  'CNN',
  'BBC',
  'AFP',
  'AP',
  'CNN بالعربية',
  'سكاي نيوز',
  'سكاي نيوز عربية',
  'فرانس 24',
  'الجزيرة نت',
  'العربية نت',
  'قناة العربية',
  'قناة الجزيرة',
  'روسيا اليوم',
  'دويتشه فيله',
];

const KEYS = new Set(OUTLETS.map((name) => nameKey(name)));

/** What names of outlets begin with, folded: «وكالة أنباء …», «صحيفة …». */
const KINDS = /^(?:ال)?(?:وكاله|وكالات|صحيفه|قناه|شبكه|موقع|مجله|اذاعه|تلفزيون|جريده) /;

export function isOutlet({ key, text }: { key: string; text: string }): boolean {
  return KEYS.has(key) || KINDS.test(fold(text));
}
