import type { Lexeme } from './lexeme.js';

/** Words of pages, not of news: labels of columns and buttons, credits, sharing. */
const FURNITURE = new Set(
  'المصدر وكالات التشابه الوصف التاريخ اقرا اقراي شاهد مشاركه طباعه تعليق تعليقات فيديو صور بالفيديو بالصور كلمات دلاليه وسوم تابعنا اشترك للمزيد المزيد مقالات مشابهه'.split(
    ' ',
  ),
);

/** Whether a word belongs to the page around articles rather than to what they say. */
export function isFurniture(lexeme: Pick<Lexeme, 'folded'>): boolean {
  return FURNITURE.has(lexeme.folded);
}
