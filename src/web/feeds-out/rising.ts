import type { Rising } from '../../desk.js';
import { risenPath } from '../paths.js';
import { count } from '../wording/counts.js';
import type { OutItem } from './feed.js';

/** What rises, each subject once a day, so that a reader is told of it anew only when it rises anew. */
export function risingFeed({ span, items }: Rising): OutItem[] {
  if (!span) return [];
  return items.map((item) => {
    const { newest } = item;
    const counted = `${count(item.articles, 'article')} من ${count(item.outlets, 'outlet', 'oblique')}`;
    return {
      id: `rising:${item.key}:${span.until.slice(0, 10)}`,
      title: item.text,
      text: newest ? `${counted}. ${newest.title}` : counted,
      path: risenPath(item),
      at: new Date(newest?.published ?? newest?.collected ?? span.until),
    };
  });
}
