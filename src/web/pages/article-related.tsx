import type { FC } from 'hono/jsx';
import type { ArticlePage } from '../../desk.js';
import { Blocks } from '../parts/blocks.js';
import { Empty, SourceLine, untitled } from '../parts/entry.js';
import { blockDirection } from '../parts/outside.js';
import type { View } from '../parts/view.js';
import { articlePath, withParameters } from '../paths.js';
import { Meta } from './article.js';

const because = {
  development: 'تطور جديد في الموضوع نفسه',
  background: 'خلفية الموضوع',
} as const;

/** «اقرأ أيضاً»: one article, in full. */
export const NextRead: FC<{ next: NonNullable<ArticlePage['nextRead']>; view: View }> = ({
  next,
  view,
}) => {
  const { article } = next.stored;
  const title = article.title || untitled;
  return (
    <section class="next-read" aria-labelledby="next-read">
      <h2 id="next-read" class="section-heading">
        اقرأ أيضاً
      </h2>
      <article class="article" aria-labelledby="next-title" lang={article.language || 'ar'}>
        <header class="article-header" lang="ar">
          <p class="kicker">
            <span>{because[next.because]}</span>
          </p>
          <h3 id="next-title" class="next-title" {...blockDirection(title)}>
            <a href={articlePath(article.id)}>{title}</a>
          </h3>
          {next.reason.text ? <p class="reason">{next.reason.text}</p> : null}
          <Meta article={article} view={view} />
        </header>
        <div class="body">
          <Blocks blocks={article.blocks} view={view} below={3} />
        </div>
      </article>
    </section>
  );
};

/** «أخبار مشابهة»: each with its reason, by similarity or by date. */
export const Similar: FC<{
  data: ArticlePage;
  sort: 'similarity' | 'date';
  view: View;
}> = ({ data, sort, view }) => {
  const path = articlePath(data.stored.article.id);
  const choice = (name: 'similarity' | 'date', text: string) => (
    <a
      href={`${withParameters(path, { sort: name === 'date' ? name : undefined })}#similar`}
      {...(sort === name ? { 'aria-current': 'true' as const } : {})}
    >
      {text}
    </a>
  );
  return (
    <section class="similar" aria-labelledby="similar">
      <div class="section-line">
        <h2 id="similar" class="section-heading">
          أخبار مشابهة
        </h2>
        {data.similar.length > 1 ? (
          <nav class="choice" aria-label="ترتيب الأخبار المشابهة">
            {choice('similarity', 'الأقرب')}
            {choice('date', 'الأحدث')}
          </nav>
        ) : null}
      </div>
      {data.similar.length === 0 ? (
        <Empty title="لا أخبار مشابهة حتى الآن" />
      ) : (
        <ol class="similar-list">
          {data.similar.map(({ summary, reason }) => (
            <li>
              <SourceLine summary={summary} view={view} />
              <h3 class="entry-title" {...blockDirection(summary.title)}>
                <a href={articlePath(summary.id)}>{summary.title || untitled}</a>
              </h3>
              {reason.text ? <p class="reason">{reason.text}</p> : null}
            </li>
          ))}
        </ol>
      )}
    </section>
  );
};
