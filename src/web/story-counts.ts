import type { StoryPage } from '../desk.js';

/** Articles of a story, its copies counted too. */
export function articleCount(story: Pick<StoryPage, 'entries'>): number {
  return story.entries.reduce((sum, entry) => sum + 1 + entry.alsoIn.length, 0);
}
