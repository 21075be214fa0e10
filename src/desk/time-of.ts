import type { ArticleSummary } from '../store/store.js';

/** When an article was published; where nobody says, when it came. */
export function timeOf({ published, collected }: ArticleSummary): string {
  return published ?? collected;
}
