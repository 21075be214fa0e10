import type { FC } from 'hono/jsx';
import type { ListEntry } from '../../desk.js';
import type { Source } from '../../model/source.js';
import type { Page, Store } from '../../store/store.js';
import { DayList, Empty, Pager } from '../parts/entry.js';
import { feedAddress, Layout } from '../parts/layout.js';
import { Moment, Outside, OutsideLink } from '../parts/outside.js';
import { SampleNotice } from '../parts/sample-notice.js';
import type { View } from '../parts/view.js';
import { sourcePath } from '../paths.js';
import { count } from '../wording/counts.js';

const kinds: Record<Source['kind'], string> = {
  publisher: 'ناشر',
  agency: 'وكالة أنباء',
  channel: 'قناة',
};

/** One source: its site and its latest articles. */
export const SourcePage: FC<{
  view: View;
  source: Source;
  page: Page<ListEntry>;
  from: string | undefined;
}> = ({ view, source, page, from }) => {
  const path = sourcePath(source.id);
  const feed = `${path}/feed`;
  return (
    <Layout view={view} title={source.name} feed={feed}>
      <header class="page-header">
        <p class="kicker">
          <span>{kinds[source.kind]}</span>
          {source.sample ? <span class="badge">مصدر تجريبي</span> : null}
        </p>
        <h1 class="page-title">
          <Outside text={source.name} />
        </h1>
        <p class="quiet">
          {source.url ? (
            <>
              <OutsideLink href={source.url}>موقع المصدر</OutsideLink>
              {' · '}
            </>
          ) : null}
          <a href={feedAddress(feed, 'xml')}>تابعه عبر RSS</a>
        </p>
      </header>
      <section class="latest" aria-label="الأخبار">
        {page.items.length === 0 ? (
          <Empty title="لا أخبار من هذا المصدر" />
        ) : (
          <DayList entries={page.items} view={view} level={2} />
        )}
        <Pager path={path} from={from} next={page.next} />
      </section>
    </Layout>
  );
};

/** Every source with its count and its latest. */
export const SourcesPage: FC<{ view: View; sources: Awaited<ReturnType<Store['sources']>> }> = ({
  view,
  sources,
}) => (
  <Layout view={view} title="المصادر">
    {view.hasSample ? <SampleNotice /> : null}
    <header class="page-header">
      <h1 class="page-title">المصادر</h1>
      <p class="quiet">{count(sources.length, 'outlet')}</p>
    </header>
    {sources.length === 0 ? (
      <Empty title="لا مصادر بعد">
        <p>تظهر المصادر هنا حين تصل أول أخبارها.</p>
      </Empty>
    ) : (
      <ul class="sources">
        {sources.map((source) => (
          <li>
            <a class="source-name" href={sourcePath(source.id)}>
              <Outside text={source.name} />
            </a>
            <p class="quiet">
              {kinds[source.kind]}
              {source.sample ? ' · تجريبي' : ''} · {count(source.articles, 'article')}
              {source.latest ? (
                <>
                  {' · آخرها '}
                  <Moment time={source.latest} view={view} />
                </>
              ) : null}
            </p>
          </li>
        ))}
      </ul>
    )}
  </Layout>
);
