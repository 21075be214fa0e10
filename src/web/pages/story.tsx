import type { FC } from 'hono/jsx';
import type { StoryBriefLine, StoryLine, StoryPage as StoryPageData } from '../../desk.js';
import { DayList, SourceLine, untitled } from '../parts/entry.js';
import { feedAddress, Layout } from '../parts/layout.js';
import { blockDirection, Moment, Outside } from '../parts/outside.js';
import type { View } from '../parts/view.js';
import { articlePath, searchPath, storyPath } from '../paths.js';
import { articleCount } from '../story-counts.js';
import { count } from '../wording/counts.js';

/** One event: its reports by time, the outlets of a day side by side. */
export const StoryPage: FC<{ view: View; story: StoryPageData; brief: StoryBriefLine[] }> = ({
  view,
  story,
  brief,
}) => {
  const words = [...new Set([...story.names, ...story.terms])].slice(0, 12);
  const feed = `${storyPath(story.id)}/feed`;
  return (
    <Layout view={view} title={story.title || untitled} feed={feed}>
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
          {' · '}
          <a href={feedAddress(feed, 'xml')}>تابعه عبر RSS</a>
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
      <StoryBrief lines={brief} view={view} />
      <div class="timeline">
        <DayList entries={story.entries} view={view} level={2} />
      </div>
      <OfTheAffair id="later" heading="ما جدّ بعده في الشأن نفسه" lines={story.later} view={view} />
      <OfTheAffair id="earlier" heading="ما سبق في الشأن نفسه" lines={story.earlier} view={view} />
    </Layout>
  );
};

/** Other stories of the affair, before this one or after it. */
const OfTheAffair: FC<{ id: string; heading: string; lines: StoryLine[]; view: View }> = ({
  id,
  heading,
  lines,
  view,
}) =>
  lines.length === 0 ? null : (
    <section class="affair" aria-labelledby={id}>
      <h2 id={id} class="section-heading">
        {heading}
      </h2>
      <ul>
        {lines.map((line) => (
          <li>
            <a href={storyPath(line.id)}>
              <Outside text={line.title || untitled} />
            </a>{' '}
            <span class="quiet">
              <Moment time={line.last} view={view} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );

/** Sentences of different outlets that together tell the story, each leading to its report. */
const StoryBrief: FC<{ lines: StoryBriefLine[]; view: View }> = ({ lines, view }) =>
  lines.length === 0 ? null : (
    <section class="brief story-brief" aria-labelledby="brief">
      <h2 id="brief">باختصار</h2>
      <ul>
        {lines.map(({ text, summary }) => (
          <li>
            <SourceLine summary={summary} view={view} />
            <a href={articlePath(summary.id)} {...blockDirection(text)}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
