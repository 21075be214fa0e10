import type { FC } from 'hono/jsx';
import type { ListEntry } from '../../desk.js';
import type { Source } from '../../model/source.js';
import type { Page } from '../../store/store.js';
import { DayList, Empty, Pager } from '../parts/entry.js';
import { feedAddress, Layout } from '../parts/layout.js';
import { Outside, OutsideLink } from '../parts/outside.js';
import type { View } from '../parts/view.js';
import { sourcePath } from '../paths.js';
import { sourceKinds } from '../wording/names.js';

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
          <span>{sourceKinds[source.kind]}</span>
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
