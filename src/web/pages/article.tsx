import type { FC } from 'hono/jsx';
import type { ArticlePage as ArticlePageData } from '../../desk.js';
import type { Article } from '../../model/article.js';
import { Blocks } from '../parts/blocks.js';
import { untitled } from '../parts/entry.js';
import { Layout } from '../parts/layout.js';
import { blockDirection, Moment, Outside, OutsideLink } from '../parts/outside.js';
import type { View } from '../parts/view.js';
import { sourcePath, topicPath } from '../paths.js';
import { articleKinds, topicNames } from '../wording/names.js';
import { About } from './article-about.js';
import { Brief } from './article-brief.js';
import { NextRead, Similar } from './article-related.js';

/** An article with everything that was found out about it, and what to read after it. */
export const ArticlePage: FC<{
  view: View;
  data: ArticlePageData;
  sort: 'similarity' | 'date';
}> = ({ view, data, sort }) => {
  const { stored } = data;
  const { article } = stored;
  const title = article.title || untitled;
  return (
    <Layout view={view} title={title} description={stored.brief[0]?.text ?? ''}>
      <div class="reading">
        <article class="article" aria-labelledby="title" lang={article.language || 'ar'}>
          <header class="article-header" lang="ar">
            <Kicker stored={stored} />
            <h1 id="title" {...blockDirection(title)}>
              {title}
            </h1>
            <Meta article={article} view={view} sourceUrl={data.source?.url} />
          </header>
          <Brief article={article} sentences={stored.brief} />
          <div class="body">
            {article.blocks.length === 0 ? (
              <p class="quiet">لم يصل من هذا الخبر غير عنوانه.</p>
            ) : (
              <Blocks blocks={article.blocks} view={view} below={1} anchors="b" />
            )}
          </div>
          {article.partial || article.fromFeed ? (
            <p class="notice-line" lang="ar">
              {article.fromFeed
                ? 'تعذّرت قراءة صفحة الخبر في موقعه، وهذا ما جاء في الخلاصة. '
                : 'هذا أول الخبر فقط. '}
              <OutsideLink href={article.url}>اقرأه كاملاً في موقعه</OutsideLink>
            </p>
          ) : null}
          <PrintedTags tags={article.tags} />
        </article>
        <About data={data} view={view} />
      </div>
      {data.nextRead ? <NextRead next={data.nextRead} view={view} /> : null}
      <Similar data={data} sort={sort} view={view} />
    </Layout>
  );
};

const Kicker: FC<{ stored: ArticlePageData['stored'] }> = ({ stored: { topic, article } }) => {
  const kind = articleKinds[article.kind];
  if (!topic && !kind && !article.section && !article.sample) return null;
  return (
    <p class="kicker">
      {topic ? <a href={topicPath(topic)}>{topicNames[topic]}</a> : null}
      {kind && !(topic === 'opinion' && article.kind === 'opinion') ? <span>{kind}</span> : null}
      {article.section ? (
        <span class="section-name" title="القسم لدى الناشر">
          <Outside text={article.section} />
        </span>
      ) : null}
      {article.sample ? <span class="badge">خبر تجريبي</span> : null}
    </p>
  );
};

/** Source with link and time, byline, whom the article credits. Also heads the next read. */
export const Meta: FC<{
  article: Article;
  view: View;
  sourceUrl?: string | undefined;
}> = ({ article, view, sourceUrl }) => {
  const time = article.published ?? article.collected;
  const modified = article.modified === article.published ? undefined : article.modified;
  const sameDay = modified !== undefined && view.times.day(modified) === view.times.day(time);
  const form = sameDay ? 'clock' : 'full';
  return (
    <dl class="meta">
      <div>
        <dt>المصدر</dt>
        <dd>
          <a class="source-name" href={sourcePath(article.source)}>
            <Outside text={article.sourceName} />
          </a>{' '}
          <OutsideLink href={article.url ?? sourceUrl}>
            {article.url ? 'الخبر في موقعه' : 'موقع المصدر'}
          </OutsideLink>
        </dd>
      </div>
      <div>
        <dt>{article.published ? 'نُشر' : 'وصل'}</dt>
        <dd>
          <Moment time={time} view={view} form="full" />
          {modified && view.times.write(modified)?.[form] ? (
            <span class="modified">
              {' '}
              (عُدّل <Moment time={modified} view={view} form={form} />)
            </span>
          ) : null}
        </dd>
      </div>
      {article.byline ? (
        <div>
          <dt>بقلم</dt>
          <dd>
            <Outside text={article.byline} />
          </dd>
        </div>
      ) : null}
      {article.credits.length > 0 ? (
        <div>
          <dt>نقلاً عن</dt>
          <dd>
            {article.credits.map((credit, index) => (
              <>
                {index > 0 ? '، ' : ''}
                <span title={credit.text === credit.name ? undefined : `كما كُتب: ${credit.text}`}>
                  <Outside text={credit.name || credit.text} />
                </span>
              </>
            ))}
          </dd>
        </div>
      ) : null}
    </dl>
  );
};

/** The publisher's own tags, plainly apart from our keywords and without links. */
const PrintedTags: FC<{ tags: string[] }> = ({ tags }) =>
  tags.length === 0 ? null : (
    <div class="printed-tags" lang="ar">
      <p class="label" id="printed-tags">
        وسوم الناشر كما طُبعت
      </p>
      <ul aria-labelledby="printed-tags">
        {tags.map((tag) => (
          <li>
            <Outside text={tag} />
          </li>
        ))}
      </ul>
    </div>
  );
