import type { FC } from 'hono/jsx';
import type { Health } from '../../collect/health.js';
import type { Store } from '../../store/store.js';
import { Empty, Pager } from '../parts/entry.js';
import { Layout } from '../parts/layout.js';
import { Moment, Outside } from '../parts/outside.js';
import { SampleNotice } from '../parts/sample-notice.js';
import type { View } from '../parts/view.js';
import { sourcePath, subscriptionPath } from '../paths.js';
import { count, number } from '../wording/counts.js';
import { sourceKinds, subscriptionKinds } from '../wording/names.js';
import { AddressForm } from './address-form.js';
import { DoneNotice } from './done-notice.js';
import { byNeed, nameOf, statusWords } from './health-words.js';

interface ListProps {
  view: View;
  health: Health[];
  /** Sources of articles in the store. */
  known: Awaited<ReturnType<Store['sources']>>;
  /** Of the curated list. */
  publishers: number;
  manage: boolean;
  /** What was just done, for the reader to see. */
  done: string | undefined;
  /** Show only those that fail. */
  only: 'failing' | undefined;
  from: string | undefined;
}

const onPage = 100;

/** What is collected and how it fares; a form to add something; and where else articles came from. */
export const SourcesPage: FC<ListProps> = (props) => {
  const { view, health, manage, done, only, from } = props;
  const failing = health.filter(({ status }) => status === 'failing' || status === 'gone');
  const shown = only ? failing : health;
  const start = Number(from ?? 0) || 0;
  const page = inFolders(shown).slice(start, start + onPage);
  const next = start + onPage < shown.length ? String(start + onPage) : undefined;
  const followed = new Set(health.flatMap(({ source }) => source ?? []));
  const others = props.known.filter(({ id, articles }) => articles > 0 && !followed.has(id));
  return (
    <Layout view={view} title="المصادر">
      {view.hasSample ? <SampleNotice /> : null}
      <header class="page-header">
        <h1 class="page-title">المصادر</h1>
        {health.length ? (
          <p class="quiet">
            {`تُزار بانتظام: ${count(health.length, 'outlet')}`}
            {failing.length ? (
              <>
                {' · '}
                {only ? (
                  <a href="/sources">اعرضها كلها</a>
                ) : (
                  <a
                    class="failing"
                    href="/sources?only=failing"
                  >{`${number(failing.length)} منها لا يعمل`}</a>
                )}
              </>
            ) : null}
          </p>
        ) : null}
      </header>
      <DoneNotice done={done} />
      {manage ? <AddForm publishers={props.publishers} any={health.length > 0} /> : null}
      {health.length === 0 ? (
        <Empty title="لا يُجمع شيء بعد">
          <p>
            {manage
              ? 'اكتب عنوان موقع في الأعلى، أو اختر من قائمة الناشرين. لا يُزار أي موقع قبل أن تختاره.'
              : 'لم يضف صاحب هذا المكتب مصادر بعد.'}
          </p>
        </Empty>
      ) : (
        <FolderList health={page} view={view} manage={manage} />
      )}
      <Pager path="/sources" parameters={{ only }} from={from} next={next} />
      {others.length && !only && start === 0 ? <OtherSources sources={others} view={view} /> : null}
      {manage && !only && start === 0 ? <Files any={health.length > 0} /> : null}
    </Layout>
  );
};

const AddForm: FC<{ publishers: number; any: boolean }> = ({ publishers, any }) => (
  <section class="add-source" aria-labelledby="add-source">
    <h2 id="add-source" class="section-heading">
      أضف مصدراً
    </h2>
    <AddressForm label="عنوان موقع أو خلاصة أو ملف OPML، أو اسم قناة تلغرام مسبوقاً بـ @">
      <p class="quiet">سترى ما وُجد فيه قبل أن تحفظه. قد يستغرق البحث نصف دقيقة.</p>
    </AddressForm>
    <p class="other-ways">
      <a
        class="button"
        href="/sources/start"
      >{`اختر من ${count(publishers, 'publisher', 'oblique')}`}</a>
      {any ? null : <a href="#files">أو استورد ملف OPML</a>}
    </p>
  </section>
);

/** Import and export as OPML, the form in which readers exchange lists of feeds. */
const Files: FC<{ any: boolean }> = ({ any }) => (
  <section class="files" id="files" aria-labelledby="files-heading">
    <h2 id="files-heading" class="section-heading">
      استيراد المصادر وتصديرها
    </h2>
    <form method="post" action="/sources/opml" enctype="multipart/form-data">
      <label for="opml">ملف OPML من قارئ آخر، بمجلداته</label>
      <input id="opml" name="opml" type="file" accept=".opml,.xml,text/x-opml,text/xml" required />
      <button class="button" type="submit">
        استورد
      </button>
    </form>
    {any ? (
      <p>
        <a href="/sources/warraq.opml" download="warraq.opml">
          نزّل مصادرك ملف OPML
        </a>
      </p>
    ) : null}
  </section>
);

/** In order of folders, those without one first; within each, those that want looking after first. */
function inFolders(health: readonly Health[]): Health[] {
  return [...health].sort((a, b) => folderOf(a).localeCompare(folderOf(b), 'ar') || byNeed(a, b));
}

function folderOf({ subscription }: Health): string {
  return (subscription.folders ?? []).join(' / ');
}

const FolderList: FC<{ health: Health[]; view: View; manage: boolean }> = ({
  health,
  view,
  manage,
}) => {
  const folders = [...new Set(health.map(folderOf))];
  return (
    <>
      {folders.map((folder, index) => (
        <section class="folder" aria-labelledby={`folder-${index}`}>
          <h2 id={`folder-${index}`} class={folder ? 'section-heading' : 'visually-hidden'}>
            <Outside text={folder || 'المصادر التي تُزار'} />
          </h2>
          <ul class="subscriptions">
            {health
              .filter((one) => folderOf(one) === folder)
              .map((one) => (
                <SubscriptionLine health={one} view={view} manage={manage} />
              ))}
          </ul>
        </section>
      ))}
    </>
  );
};

const SubscriptionLine: FC<{ health: Health; view: View; manage: boolean }> = ({
  health,
  view,
  manage,
}) => {
  const { subscription, status } = health;
  const path = subscriptionPath(subscription.id);
  const wrong = status === 'failing' || status === 'gone';
  return (
    <li class={`subscription ${status}`}>
      <div class="subscription-main">
        <p class="subscription-name">
          <a href={path}>
            <Outside text={nameOf(health)} />
          </a>
          <span class="status">{statusWords[status]}</span>
        </p>
        {wrong || status === 'quiet' ? <p class="reason">{health.arabic}</p> : null}
        <p class="quiet">
          {subscriptionKinds[subscription.kind]}
          {health.perDay === undefined ? null : ` · ${rate(health.perDay)}`}
          {health.lastChange ? (
            <>
              {' · آخر جديد '}
              <Moment time={health.lastChange} view={view} />
            </>
          ) : null}
        </p>
      </div>
      {manage ? <QuickActions health={health} /> : null}
    </li>
  );
};

/** «نحو 12 خبراً في اليوم» */
export function rate(perDay: number): string {
  if (perDay >= 0.95) return `نحو ${count(Math.round(perDay), 'article', 'oblique')} في اليوم`;
  const perWeek = Math.round(perDay * 7);
  return perWeek > 0 ? `نحو ${count(perWeek, 'article', 'oblique')} في الأسبوع` : 'قلّما ينشر';
}

/** What is done most, without opening the source's own page. */
const QuickActions: FC<{ health: Health }> = ({ health }) => {
  const path = subscriptionPath(health.subscription.id);
  const name = nameOf(health);
  const action = (what: string, words: string) => (
    <form method="post" action={`${path}/${what}`}>
      <button class="button small" type="submit" aria-label={`${words}: ${name}`}>
        {words}
      </button>
    </form>
  );
  return (
    <div class="quick-actions">
      {health.status === 'paused' ? action('resume', 'استأنف') : action('retry', 'زره الآن')}
      {health.status === 'paused' ? null : action('pause', 'أوقفه')}
    </div>
  );
};

const OtherSources: FC<{ sources: ListProps['known']; view: View }> = ({ sources, view }) => (
  <section class="other-sources" aria-labelledby="other-sources">
    <h2 id="other-sources" class="section-heading">
      مصادر أخرى لما في المخزن
    </h2>
    <ul class="sources">
      {sources.map((source) => (
        <li>
          <a class="source-name" href={sourcePath(source.id)}>
            <Outside text={source.name} />
          </a>
          <p class="quiet">
            {sourceKinds[source.kind]}
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
  </section>
);
