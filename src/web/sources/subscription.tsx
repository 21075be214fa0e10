import type { Child, FC } from 'hono/jsx';
import type { Health } from '../../collect/health.js';
import { Layout } from '../parts/layout.js';
import { Moment, Outside, OutsideLink } from '../parts/outside.js';
import type { View } from '../parts/view.js';
import { sourcePath, subscriptionPath } from '../paths.js';
import { count } from '../wording/counts.js';
import { subscriptionKinds } from '../wording/names.js';
import { DoneNotice } from './done-notice.js';
import { hostOf, nameOf, statusWords } from './health-words.js';
import { rate } from './list.js';

/** One source that is visited: how it fares, and everything that can be done with it. */
export const SubscriptionPage: FC<{
  view: View;
  health: Health;
  manage: boolean;
  done: string | undefined;
}> = ({ view, health, manage, done }) => {
  const { subscription, status } = health;
  return (
    <Layout view={view} title={nameOf(health)}>
      <header class="page-header">
        <p class="kicker">
          <a href="/sources">المصادر</a>
          <span class={`status ${status}`}>{statusWords[status]}</span>
        </p>
        <h1 class="page-title">
          <Outside text={nameOf(health)} />
        </h1>
        <p>{health.arabic}</p>
        {status === 'failing' || status === 'gone' ? (
          <p class="detail" dir="ltr" lang="en">
            {health.english}
          </p>
        ) : null}
      </header>
      <DoneNotice done={done} />
      <dl class="facts">
        <Fact name="النوع">{subscriptionKinds[subscription.kind]}</Fact>
        <Fact name="العنوان">
          <OutsideLink href={subscription.address}>
            <bdi dir="ltr">{hostOf(subscription.address)}</bdi>
          </OutsideLink>
        </Fact>
        {(health.movedTo ?? health.found) ? (
          <Fact name="انتقل إلى">
            <bdi dir="ltr">{hostOf(health.movedTo ?? health.found ?? '')}</bdi>
          </Fact>
        ) : null}
        {health.perDay === undefined ? null : <Fact name="ينشر">{rate(health.perDay)}</Fact>}
        {health.lastChange ? (
          <Fact name="آخر جديد">
            <Moment time={health.lastChange} view={view} form="full" />
          </Fact>
        ) : null}
        {health.lastSuccess ? (
          <Fact name="آخر زيارة ناجحة">
            <Moment time={health.lastSuccess} view={view} form="full" />
          </Fact>
        ) : null}
        {health.lastFailure ? (
          <Fact name="آخر تعثر">
            <Moment time={health.lastFailure.at} view={view} form="full" />
            {health.failures > 1 ? ` (${count(health.failures, 'time')} على التوالي)` : ''}
          </Fact>
        ) : null}
        {health.nextVisit && status !== 'paused' && status !== 'gone' ? (
          <Fact name="الزيارة القادمة">
            <Moment time={health.nextVisit} view={view} form="full" />
          </Fact>
        ) : null}
        {health.hub ? <Fact name="التنبيه">يعلن عن جديده فور نشره (WebSub)</Fact> : null}
      </dl>
      {health.source ? (
        <p>
          <a class="button" href={sourcePath(health.source)}>
            اقرأ أخباره
          </a>
        </p>
      ) : null}
      {manage ? <Actions health={health} /> : null}
    </Layout>
  );
};

const Fact: FC<{ name: string; children?: Child }> = ({ name, children }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);

const Actions: FC<{ health: Health }> = ({ health }) => {
  const { subscription, status } = health;
  const path = subscriptionPath(subscription.id);
  return (
    <section class="manage" aria-labelledby="manage">
      <h2 id="manage" class="section-heading">
        تحكّم فيه
      </h2>
      <div class="quick-actions">
        {status === 'paused' ? (
          <form method="post" action={`${path}/resume`}>
            <button class="button" type="submit">
              استأنف زيارته
            </button>
          </form>
        ) : (
          <>
            <form method="post" action={`${path}/retry`}>
              <button class="button" type="submit">
                زره الآن
              </button>
            </form>
            <form method="post" action={`${path}/pause`}>
              <button class="button" type="submit">
                أوقف زيارته
              </button>
            </form>
          </>
        )}
        <a class="button danger" href={`${path}/remove`}>
          احذفه…
        </a>
      </div>
      <form method="post" action={`${path}/change`} class="change-form">
        <p class="field">
          <label for="name">الاسم</label>
          <input
            id="name"
            name="name"
            type="text"
            required
            maxlength={300}
            value={nameOf(health)}
            autocomplete="off"
          />
        </p>
        <p class="field">
          <label for="folder">المجلد</label>
          <input
            id="folder"
            name="folder"
            type="text"
            maxlength={300}
            value={(subscription.folders ?? []).join(' / ')}
            autocomplete="off"
          />
        </p>
        <p class="form-end">
          <button class="button" type="submit">
            احفظ الاسم والمجلد
          </button>
        </p>
      </form>
    </section>
  );
};

/** Asks before anything is lost. */
export const RemovePage: FC<{ view: View; health: Health; articles: number; shared: boolean }> = ({
  view,
  health,
  articles,
  shared,
}) => {
  const path = subscriptionPath(health.subscription.id);
  return (
    <Layout view={view} title="حذف مصدر">
      <div class="message">
        <h1 class="page-title">
          حذف «<Outside text={nameOf(health)} />
          »؟
        </h1>
        <p>لن يُزار بعد الآن. {articles ? 'فماذا عن أخباره؟' : 'ليس له أخبار في المخزن.'}</p>
        {articles && shared ? <p>تأتي أخباره من مصدر آخر عندك أيضاً، فتبقى كلها.</p> : null}
        <div class="quick-actions">
          <form method="post" action={`${path}/remove`}>
            <button class="button" type="submit">
              {articles ? 'احذفه وأبقِ أخباره' : 'احذفه'}
            </button>
          </form>
          {articles && !shared ? (
            <form method="post" action={`${path}/remove`}>
              <input type="hidden" name="articles" value="yes" />
              <button class="button danger" type="submit">
                {`احذفه مع أخباره (${count(articles, 'article')})`}
              </button>
            </form>
          ) : null}
          <a href={path}>عد دون حذف</a>
        </div>
      </div>
    </Layout>
  );
};
