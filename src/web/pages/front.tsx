import type { FC } from 'hono/jsx';
import type { ListEntry, RisingItem, StoryPage } from '../../desk.js';
import type { Topic } from '../../model/analysis.js';
import type { ArticleSummary, Page } from '../../store/store.js';
import { AlsoIn, DayList, Empty, Pager, SourceLine, untitled } from '../parts/entry.js';
import { Layout, siteName } from '../parts/layout.js';
import { blockDirection, Moment, Outside } from '../parts/outside.js';
import { SampleNotice } from '../parts/sample-notice.js';
import type { View } from '../parts/view.js';
import { articlePath, storyPath } from '../paths.js';
import { RisingStrip } from './rising.js';
import { articleCount } from '../story-counts.js';
import { count } from '../wording/counts.js';
import { topicNames } from '../wording/names.js';

interface FrontProps {
  view: View;
  stories: StoryPage[];
  rising: RisingItem[];
  latest: Page<ListEntry>;
  topic?: Topic | undefined;
  from?: string | undefined;
}

/** The front page: top stories, then the latest articles day by day; or one topic's latest. */
export const FrontPage: FC<FrontProps> = ({ view, stories, rising, latest, topic, from }) => {
  const first = leadOf(stories);
  const others = stories.filter((story) => story !== first);
  const feed = topic ? `/feed?topic=${topic}` : '/feed';
  // On a first run the sample is still being read when the first page is asked for.
  const waiting = !topic && from === undefined && latest.items.length === 0;
  const heading = topic ? topicNames[topic] : 'آخر الأخبار';
  return (
    <Layout
      view={view}
      title={topic ? topicNames[topic] : siteName}
      feed={feed}
      {...(topic ? { topic } : {})}
      {...(waiting ? { refresh: 5 } : {})}
    >
      {view.hasSample ? <SampleNotice /> : null}
      {topic ? null : <h1 class="visually-hidden">ورّاق: أبرز الأحداث وآخر الأخبار</h1>}
      <RisingStrip items={rising} />
      {first ? (
        <section class="top-stories" aria-labelledby="top-stories">
          <h2 id="top-stories" class="section-heading">
            أبرز الأحداث
          </h2>
          <div class="top-grid">
            <LeadStory story={first} view={view} />
            {others.map((story) => (
              <TopStory story={story} view={view} />
            ))}
          </div>
        </section>
      ) : null}
      <section class="latest" aria-labelledby="latest">
        {topic ? (
          <h1 id="latest" class="page-title">
            {heading}
          </h1>
        ) : (
          <h2 id="latest" class="section-heading">
            {heading}
          </h2>
        )}
        {latest.items.length === 0 ? (
          <NothingYet topic={topic} />
        ) : (
          <DayList entries={latest.items} view={view} level={topic ? 2 : 3} />
        )}
        <Pager path="/" parameters={{ topic }} from={from} next={latest.next} />
      </section>
    </Layout>
  );
};

const NothingYet: FC<{ topic: Topic | undefined }> = ({ topic }) =>
  topic ? (
    <Empty title="لا أخبار في هذا القسم بعد">
      <p>
        قد يأتي منها شيء مع الأخبار القادمة. <a href="/">اذهب إلى كل الأخبار</a>
      </p>
    </Empty>
  ) : (
    <Empty title="لا أخبار هنا بعد">
      <p>اختر ناشرين تتابعهم، وستظهر أخبارهم هنا خلال دقائق:</p>
      <p>
        <a class="button" href="/sources/start">
          اختر مصادرك
        </a>
      </p>
      <p>أو أضف أخباراً من ملفات أو مجلدات:</p>
      <pre dir="ltr">
        <code>warraq import PATH...</code>
      </pre>
      <p>وإن كان هذا أول تشغيل فالأخبار التجريبية في طريقها، وستتجدد الصفحة وحدها بعد لحظات.</p>
    </Empty>
  );

/** The story that leads the page: of the top ones, the one that most outlets tell. */
function leadOf(stories: StoryPage[]): StoryPage | undefined {
  return stories.reduce<StoryPage | undefined>(
    (lead, story) => (lead && lead.outlets >= story.outlets ? lead : story),
    undefined,
  );
}

function newest(story: StoryPage): ArticleSummary | undefined {
  return story.entries.at(-1)?.summary;
}

/** The report whose headline is the story's, so that headline and first words tell the same. */
function telling(story: StoryPage): ArticleSummary | undefined {
  return (
    story.entries.find(({ summary }) => summary.title === story.title)?.summary ?? newest(story)
  );
}

/** The one report of a story that has but one. */
function onlyReport(story: StoryPage): ArticleSummary | undefined {
  return articleCount(story) === 1 ? newest(story) : undefined;
}

/** A story that ended longer before this one's last report is no news any more. */
const AFFAIR_MS = 3 * 24 * 60 * 60 * 1000;
const MOST_OF_AN_AFFAIR = 2;

/** What else of its affair is news now, the newest first: it leads no story of its own. */
const OfTheAffair: FC<{ story: StoryPage }> = ({ story }) => {
  const since = Date.parse(story.last) - AFFAIR_MS;
  const lines = [...story.later, ...story.earlier]
    .filter(({ last }) => Date.parse(last) >= since)
    .sort((a, b) => Date.parse(b.last) - Date.parse(a.last))
    .slice(0, MOST_OF_AN_AFFAIR);
  if (lines.length === 0) return null;
  return (
    <div class="of-the-affair">
      <p class="label">في الشأن نفسه</p>
      <ul>
        {lines.map(({ id, title }) => (
          <li>
            <a href={storyPath(id)}>
              <Outside text={title || untitled} />
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
};

/** A story of one report leads to the report itself. */
function address(story: StoryPage): string {
  const only = onlyReport(story);
  return only ? articlePath(only.id) : storyPath(story.id);
}

const StoryLine: FC<{ story: StoryPage; view: View }> = ({ story, view }) => {
  const only = onlyReport(story);
  if (only) return <SourceLine summary={only} view={view} />;
  return (
    <p class="source-line">
      <span class="outlets">{count(story.outlets, 'outlet')}</span>
      <span>{count(articleCount(story), 'article')}</span>
      <Moment time={story.last} view={view} />
    </p>
  );
};

const LeadStory: FC<{ story: StoryPage; view: View }> = ({ story, view }) => {
  const lead = telling(story);
  const reports = story.entries.slice(-4).reverse();
  return (
    <article class="lead-story">
      <div class="lead-story-main">
        <StoryLine story={story} view={view} />
        <h3 class="lead-story-title" {...blockDirection(story.title)}>
          <a href={address(story)}>{story.title || untitled}</a>
        </h3>
        {lead?.lead ? (
          <p class="lead" {...blockDirection(lead.lead)}>
            {lead.lead}
          </p>
        ) : null}
        {reports.length === 1 ? <AlsoIn entry={reports[0]} /> : null}
        <OfTheAffair story={story} />
      </div>
      {reports.length > 1 ? (
        <ol class="reports" aria-label="أحدث ما نُشر فيه">
          {reports.map(({ summary }) => (
            <li>
              <SourceLine summary={summary} view={view} />
              <a href={articlePath(summary.id)}>
                <Outside text={summary.title || untitled} />
              </a>
            </li>
          ))}
        </ol>
      ) : null}
    </article>
  );
};

const TopStory: FC<{ story: StoryPage; view: View }> = ({ story, view }) => {
  const lead = telling(story)?.lead;
  return (
    <article class="top-story">
      <StoryLine story={story} view={view} />
      <h3 class="top-story-title" {...blockDirection(story.title)}>
        <a href={address(story)}>{story.title || untitled}</a>
      </h3>
      {lead ? (
        <p class="lead" {...blockDirection(lead)}>
          {lead}
        </p>
      ) : null}
      {story.entries.length === 1 ? <AlsoIn entry={story.entries[0]} /> : null}
      <OfTheAffair story={story} />
    </article>
  );
};
