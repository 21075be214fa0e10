import type { FC } from 'hono/jsx';
import { bundles, toSubscription, type Bundle, type Publisher } from '../../collect/publishers.js';
import { Layout } from '../parts/layout.js';
import type { View } from '../parts/view.js';
import { count, number } from '../wording/counts.js';
import { hostOf } from './health-words.js';

const countryNames = new Intl.DisplayNames(['ar'], { type: 'region' });

/** The curated publishers in bundles by topic and region, to choose from. */
export const StartPage: FC<{ view: View; kept: ReadonlySet<string> }> = ({ view, kept }) => {
  const all = bundles();
  const topics = all.filter(({ by }) => by === 'topic');
  const regions = all.filter(({ by }) => by === 'region');
  return (
    <Layout view={view} title="اختر مصادرك">
      <header class="page-header">
        <h1 class="page-title">اختر مصادرك</h1>
        <p class="quiet">
          اختر باقات كاملة، أو افتح الباقة واختر منها. لا يُزار أي موقع قبل أن تحفظ اختيارك. عناوين
          هذه القائمة لم تُجرَّب كلها؛ ما انتقل منها يُبحث عنه في موقعه عند أول زيارة.
        </p>
      </header>
      <form method="post" action="/sources/choose" class="choose">
        <BundleGroup title="بحسب الموضوع" id="by-topic" bundles={topics} kept={kept} />
        <BundleGroup title="بحسب المنطقة" id="by-region" bundles={regions} kept={kept} />
        <p class="form-end sticky-end">
          <button class="button main-button" type="submit">
            احفظ ما اخترت
          </button>
          <a href="/sources">عد دون حفظ</a>
        </p>
      </form>
    </Layout>
  );
};

const BundleGroup: FC<{
  title: string;
  id: string;
  bundles: Bundle[];
  kept: ReadonlySet<string>;
}> = ({ title, id, bundles: group, kept }) => (
  <section class="bundles" aria-labelledby={id}>
    <h2 id={id} class="section-heading">
      {title}
    </h2>
    <ul class="bundle-list">
      {group.map((bundle) => (
        <BundleItem bundle={bundle} kept={kept} />
      ))}
    </ul>
  </section>
);

const BundleItem: FC<{ bundle: Bundle; kept: ReadonlySet<string> }> = ({ bundle, kept }) => {
  const had = bundle.publishers.filter((one) => kept.has(toSubscription(one).id)).length;
  return (
    <li class="bundle">
      <p class="bundle-name">
        <input type="checkbox" id={bundle.id} name="bundle" value={bundle.id} />
        <label for={bundle.id}>{bundle.arabic}</label>
        <span class="quiet">
          {count(bundle.publishers.length, 'publisher')}
          {had ? ` · منها ${number(had)} عندك` : ''}
        </span>
      </p>
      <details>
        <summary>{`من في «${bundle.arabic}»`}</summary>
        {byCountry(bundle).map(([country, publishers]) => (
          <fieldset>
            <legend>{countryNames.of(country) ?? country}</legend>
            <ul class="publishers">
              {publishers.map((publisher) => (
                <PublisherItem publisher={publisher} bundle={bundle} kept={kept} />
              ))}
            </ul>
          </fieldset>
        ))}
      </details>
    </li>
  );
};

const PublisherItem: FC<{ publisher: Publisher; bundle: Bundle; kept: ReadonlySet<string> }> = ({
  publisher,
  bundle,
  kept,
}) => {
  const { id } = toSubscription(publisher);
  const field = `${bundle.id}-${id}`;
  return (
    <li>
      <input type="checkbox" id={field} name="publisher" value={id} disabled={kept.has(id)} />
      <label for={field}>
        {publisher.name}
        <span class="visually-hidden">، </span>
        <bdi class="quiet" dir="ltr">
          {hostOf(publisher.site)}
        </bdi>
        {kept.has(id) ? <span class="badge">عندك</span> : null}
      </label>
    </li>
  );
};

function byCountry({ publishers }: Bundle): Array<[string, Publisher[]]> {
  const groups = new Map<string, Publisher[]>();
  for (const publisher of publishers) {
    const group = groups.get(publisher.country);
    if (group) group.push(publisher);
    else groups.set(publisher.country, [publisher]);
  }
  return [...groups];
}
