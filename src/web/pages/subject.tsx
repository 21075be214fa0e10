import type { FC } from 'hono/jsx';
import type { ListEntry, RelatedName } from '../../desk.js';
import type { Page } from '../../store/store.js';
import { DayChart } from '../parts/day-chart.js';
import { DayList, Empty, Pager, untitled } from '../parts/entry.js';
import { feedAddress, Layout } from '../parts/layout.js';
import { Moment, Outside } from '../parts/outside.js';
import type { View } from '../parts/view.js';
import { entityPath, storyPath } from '../paths.js';
import { count } from '../wording/counts.js';
import { countryName, coordinates, entityKinds } from '../wording/names.js';

/** What the pages of keywords and of names share. */
interface Subject {
  /** What it is: «كلمة دلالية», «مكان». */
  kind: string;
  name: string;
  articles: number;
  perDay: Array<{ day: string; articles: number }>;
  stories: Array<{ id: string; title: string; articles: number; last: string }>;
  /** Of names only. */
  country?: string;
  at?: [number, number];
  related?: RelatedName[];
  page: Page<ListEntry>;
}

/** The page of a keyword or of a name: how many articles a day, and the articles. */
export const SubjectPage: FC<{
  view: View;
  subject: Subject;
  path: string;
  /** Address of its feed without ending, where it has one. */
  feed?: string;
  from: string | undefined;
}> = ({ view, subject, path, feed, from }) => (
  <Layout view={view} title={subject.name} {...(feed === undefined ? {} : { feed })}>
    <header class="page-header subject-header">
      <div>
        <p class="kicker">
          <span>{subject.kind}</span>
          <Where {...subject} />
        </p>
        <h1 class="page-title">
          <Outside text={subject.name} />
        </h1>
        <p class="quiet">
          {count(subject.articles, 'article')}
          {feed === undefined ? null : (
            <>
              {' · '}
              <a href={feedAddress(feed, 'xml')}>تابعها عبر RSS</a>
            </>
          )}
        </p>
      </div>
      <DayChart perDay={subject.perDay} view={view} />
    </header>
    {from === undefined && subject.stories.length > 0 ? (
      <section class="subject-stories" aria-labelledby="stories">
        <h2 id="stories" class="section-heading">
          في أحداث
        </h2>
        <ul>
          {subject.stories.map((story) => (
            <li>
              <a href={storyPath(story.id)}>
                <Outside text={story.title || untitled} />
              </a>{' '}
              <span class="quiet">
                {count(story.articles, 'article')} · <Moment time={story.last} view={view} />
              </span>
            </li>
          ))}
        </ul>
      </section>
    ) : null}
    {from === undefined && subject.related?.length ? (
      <section class="subject-names" aria-labelledby="names">
        <h2 id="names" class="section-heading">
          أسماء تُذكر معه
        </h2>
        <ul class="tags">
          {subject.related.map((other) => (
            <li>
              <a href={entityPath(other.key)} title={entityKinds[other.type]}>
                <Outside text={other.name} />
              </a>
            </li>
          ))}
        </ul>
      </section>
    ) : null}
    <section class="latest" aria-label="الأخبار">
      {subject.page.items.length === 0 ? (
        <Empty title="لا أخبار هنا" />
      ) : (
        <DayList entries={subject.page.items} view={view} level={2} />
      )}
      <Pager path={path} from={from} next={subject.page.next} />
    </section>
  </Layout>
);

/** The country of a place, and where it lies on the globe. */
const Where: FC<Pick<Subject, 'name' | 'country' | 'at'>> = ({ name, country, at }) => {
  const called = country === undefined ? undefined : countryName(country);
  return (
    <>
      {called === undefined || called === name ? null : <span>{called}</span>}
      {at === undefined ? null : <span>{coordinates(at)}</span>}
    </>
  );
};
