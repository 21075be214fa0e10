import type { FC } from 'hono/jsx';
import type { Rising, RisingItem } from '../../desk.js';
import { Empty, SourceLine, untitled } from '../parts/entry.js';
import { feedAddress, Layout } from '../parts/layout.js';
import { Moment, Outside } from '../parts/outside.js';
import type { View } from '../parts/view.js';
import { articlePath, risenPath, risingPath } from '../paths.js';
import { count } from '../wording/counts.js';
import { entityKinds } from '../wording/names.js';

export const risingTitle = 'الأكثر صعوداً';
const risingFeed = `${risingPath}/feed`;

/** What the news of the last 24 hours is about more than the news before it. */
export const RisingPage: FC<{ view: View; rising: Rising }> = ({ view, rising }) => (
  <Layout view={view} title={risingTitle} feed={risingFeed}>
    <header class="page-header">
      <h1 class="page-title">{risingTitle}</h1>
      <p class="quiet">
        كلمات وأسماء زاد ذكرها في 24 ساعة على ما كان في الأسبوعين قبلها
        {rising.span ? (
          <>
            ، حتى <Moment time={rising.span.until} view={view} />
          </>
        ) : null}
        {' · '}
        <a href={feedAddress(risingFeed, 'xml')}>تابعها عبر RSS</a>
      </p>
    </header>
    {rising.items.length === 0 ? (
      <Empty title="لا جديد يعلو على سواه">
        <p>يظهر هنا ما يكثر ذكره فجأة حين تجتمع أخبار أيام عدة.</p>
      </Empty>
    ) : (
      <ol class="rising">
        {rising.items.map((item) => (
          <RisingLine item={item} view={view} />
        ))}
      </ol>
    )}
  </Layout>
);

const RisingLine: FC<{ item: RisingItem; view: View }> = ({ item, view }) => (
  <li>
    <h2 class="rising-name">
      <a href={risenPath(item)}>
        <Outside text={item.text} />
      </a>
    </h2>
    <p class="quiet">
      {item.type ? `${entityKinds[item.type]} · ` : ''}
      {count(item.articles, 'article')} من {count(item.outlets, 'outlet', 'oblique')}
      {' · '}
      {comparedWith(item)}
    </p>
    {item.newest ? (
      <div class="rising-newest">
        <SourceLine summary={item.newest} view={view} />
        <a href={articlePath(item.newest.id)}>
          <Outside text={item.newest.title || untitled} />
        </a>
      </div>
    ) : null}
  </li>
);

/** How far above the usual it is, in words that stay true of small numbers. */
function comparedWith({ articles, usual }: RisingItem): string {
  if (usual < 0.5) return 'لم يكد يُذكر قبلها';
  const times = Math.round(articles / usual);
  if (times < 2) return 'فوق المعتاد';
  if (times === 2) return 'ضِعف المعتاد';
  return times <= 10 ? `${times} أضعاف المعتاد` : `${times} ضعفاً للمعتاد`;
}

/** The first of what rises, on the front page. */
export const RisingStrip: FC<{ items: RisingItem[] }> = ({ items }) =>
  items.length === 0 ? null : (
    <nav class="rising-strip" aria-labelledby="rising">
      <h2 id="rising">
        <a href={risingPath}>{risingTitle}</a>
      </h2>
      <ul class="tags">
        {items.map((item) => (
          <li>
            <a href={risenPath(item)}>
              <Outside text={item.text} />
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
