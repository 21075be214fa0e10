import type { FC } from 'hono/jsx';
import type { StoryPage as StoryPageData } from '../../desk.js';
import { DayList, untitled } from '../parts/entry.js';
import { Layout } from '../parts/layout.js';
import { blockDirection, Moment, Outside } from '../parts/outside.js';
import type { View } from '../parts/view.js';
import { searchPath, storyPath } from '../paths.js';
import { articleCount } from '../story-counts.js';
import { count } from '../wording/counts.js';

/** One event: its reports by time, the outlets of a day side by side. */
export const StoryPage: FC<{ view: View; story: StoryPageData }> = ({ view, story }) => {
  const words = [...new Set([...story.names, ...story.terms])].slice(0, 12);
  return (
    <Layout view={view} title={story.title || untitled}>
      <header class="page-header">
        <p class="kicker">
          <span>الحدث</span>
        </p>
        <h1 class="page-title" {...blockDirection(story.title)}>
          {story.title || untitled}
        </h1>
        <p class="quiet">
          {count(articleCount(story), 'article')} من {count(story.outlets, 'outlet', 'oblique')}
          {articleCount(story) > 1 ? (
            <>
              ، أولها <Moment time={story.first} view={view} /> وآخرها{' '}
              <Moment time={story.last} view={view} />
            </>
          ) : null}
        </p>
        {words.length > 0 ? (
          <ul class="tags" aria-label="أسماء وكلمات في هذا الحدث">
            {words.map((word) => (
              <li>
                <a href={searchPath(word)}>
                  <Outside text={word} />
                </a>
              </li>
            ))}
          </ul>
        ) : null}
      </header>
      <div class="timeline">
        <DayList entries={story.entries} view={view} level={2} />
      </div>
      {story.earlier.length > 0 ? (
        <section class="earlier" aria-labelledby="earlier">
          <h2 id="earlier" class="section-heading">
            ما سبق في الشأن نفسه
          </h2>
          <ul>
            {story.earlier.map((earlier) => (
              <li>
                <a href={storyPath(earlier.id)}>
                  <Outside text={earlier.title || untitled} />
                </a>{' '}
                <span class="quiet">
                  <Moment time={earlier.last} view={view} />
                </span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </Layout>
  );
};
