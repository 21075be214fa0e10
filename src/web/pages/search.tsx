import type { FC } from 'hono/jsx';
import type { Desk } from '../../desk.js';
import { Empty, Entry, Pager } from '../parts/entry.js';
import { feedAddress, Layout } from '../parts/layout.js';
import { Marked, Outside } from '../parts/outside.js';
import type { View } from '../parts/view.js';
import { withParameters } from '../paths.js';
import { count } from '../wording/counts.js';

type Found = Awaited<ReturnType<Desk['search']>>;

/** The query language in examples. */
const SearchHelp: FC = () => (
  <ul>
    <li>«وقف إطلاق النار» بين علامتَي تنصيص: العبارة متصلة</li>
    <li>قمح أو شعير: إحدى الكلمتين</li>
    <li>قمح -أسعار: من دون كلمة</li>
    <li>عنوان:قمح، مصدر:المرفأ، كلمة:قمح: في العنوان أو المصدر أو الكلمات الدلالية</li>
    <li>بعد:2024-03-01 قبل:2024-04-01: بين تاريخين</li>
  </ul>
);

/** What was found, with the words marked; sorted by relevance or date. */
export const SearchPage: FC<{
  view: View;
  query: string;
  sort: 'relevance' | 'date';
  from: string | undefined;
  /** Undefined where nothing was asked for. */
  found: Found | undefined;
}> = ({ view, query, sort, from, found }) => {
  const feed = withParameters('/search/feed', { q: query });
  const sortParameter = sort === 'date' ? sort : undefined;
  const choice = (name: 'relevance' | 'date', text: string) => (
    <a
      href={withParameters('/search', { q: query, sort: name === 'date' ? name : undefined })}
      {...(sort === name ? { 'aria-current': 'true' as const } : {})}
    >
      {text}
    </a>
  );
  return (
    <Layout
      view={view}
      title={query ? `بحث: ${query}` : 'بحث'}
      query={query}
      {...(query ? { feed } : {})}
    >
      <header class="page-header section-line">
        <div>
          <h1 class="page-title">
            {query ? (
              <>
                بحث: <Outside text={query} />
              </>
            ) : (
              'بحث'
            )}
          </h1>
          {found ? (
            <p class="quiet" role="status">
              {count(found.total, 'result')}
              {found.total > 0 ? (
                <>
                  {' · '}
                  <a href={feedAddress(feed, 'xml')}>تابع هذا البحث عبر RSS</a>
                </>
              ) : null}
            </p>
          ) : null}
        </div>
        {found && found.total > 1 ? (
          <nav class="choice" aria-label="ترتيب النتائج">
            {choice('relevance', 'الأقرب')}
            {choice('date', 'الأحدث')}
          </nav>
        ) : null}
      </header>
      {found === undefined ? (
        <Empty title="اكتب في خانة البحث ما تبحث عنه">
          <SearchHelp />
        </Empty>
      ) : found.entries.length === 0 ? (
        <Empty title="لم نجد ما يوافق بحثك">
          <p>جرّب كلمات أقل أو أعمّ، أو احذف علامات التنصيص إن وضعتها.</p>
        </Empty>
      ) : (
        <ol class="results">
          {found.entries.map((entry) => (
            <li>
              <Entry
                entry={entry}
                view={view}
                level={2}
                title={<Marked snippet={entry.title} />}
                lead={<Marked snippet={entry.snippet} />}
              />
            </li>
          ))}
        </ol>
      )}
      <Pager
        path="/search"
        parameters={{ q: query, sort: sortParameter }}
        from={from}
        next={found?.next}
      />
    </Layout>
  );
};
