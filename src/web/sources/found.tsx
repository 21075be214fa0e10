import type { FC } from 'hono/jsx';
import type { Found } from '../../collect/discover.js';
import type { FetchFailure } from '../../collect/http/failure.js';
import { Layout } from '../parts/layout.js';
import { blockDirection, Moment, Outside } from '../parts/outside.js';
import type { View } from '../parts/view.js';
import { count } from '../wording/counts.js';
import { subscriptionKinds } from '../wording/names.js';
import { AddressForm } from './address-form.js';
import { hostOf } from './health-words.js';

const places: Record<Found['how'], string> = {
  itself: 'العنوان نفسه',
  'link-tag': 'أعلن عنها الموقع',
  link: 'رابط في الصفحة',
  'well-known': 'في مكانها المعتاد',
  robots: 'ذُكرت في robots.txt',
  opml: 'من ملف OPML',
  listing: 'روابط الأخبار في الصفحة',
};

/** What was found at an address, before anything is kept. */
export const FoundPage: FC<{
  view: View;
  written: string;
  found: Found[];
  /** Ids of those that are kept already. */
  kept: ReadonlySet<string>;
}> = ({ view, written, found, kept }) => {
  const opml = found[0]?.how === 'opml';
  const fresh = found.filter(({ subscription }) => !kept.has(subscription.id));
  return (
    <Layout view={view} title="ما وُجد">
      <header class="page-header">
        <h1 class="page-title">ما وُجد</h1>
        <p class="quiet">
          في <Outside text={hostOf(written)} />
        </p>
      </header>
      <form method="post" action="/sources/keep" class="found-form">
        <ul class="found">
          {found.map((one, index) => (
            <FoundLine
              found={one}
              view={view}
              index={index}
              kept={kept.has(one.subscription.id)}
              chosen={opml || one === fresh[0]}
            />
          ))}
        </ul>
        {fresh.length ? (
          <>
            {opml ? null : (
              <p class="field">
                <label for="folder">المجلد (اختياري)</label>
                <input id="folder" name="folder" type="text" maxlength={300} autocomplete="off" />
              </p>
            )}
            <p class="form-end">
              <button class="button main-button" type="submit">
                احفظ ما اخترت
              </button>
              <a href="/sources">عد دون حفظ</a>
            </p>
          </>
        ) : (
          <p class="form-end">
            <a class="button" href="/sources">
              كل هذا محفوظ عندك. عد إلى المصادر
            </a>
          </p>
        )}
      </form>
    </Layout>
  );
};

const FoundLine: FC<{
  found: Found;
  view: View;
  index: number;
  kept: boolean;
  chosen: boolean;
}> = ({ found, view, index, kept, chosen }) => {
  const { subscription, entries, latest, headlines, full, how } = found;
  const { address, kind, source, folders } = subscription;
  const value = JSON.stringify({ address, kind, source, folders });
  return (
    <li>
      <p class="found-name">
        <input
          type="checkbox"
          id={`found-${index}`}
          name="chosen"
          value={value}
          checked={chosen && !kept}
          disabled={kept}
        />
        <label for={`found-${index}`}>
          <Outside text={source.name ?? hostOf(address)} />
        </label>
        {kept ? <span class="badge">محفوظ</span> : null}
      </p>
      <p class="quiet">
        {subscriptionKinds[kind]} · {places[how]}
        {how === 'opml'
          ? folders
            ? ` · ${folders.join(' / ')}`
            : null
          : ` · ${count(entries, 'entry')}`}
        {full ? ' · بالنص الكامل' : null}
        {latest ? (
          <>
            {' · أحدثها '}
            <Moment time={latest} view={view} />
          </>
        ) : null}
      </p>
      <p class="address" dir="ltr">
        {address}
      </p>
      {headlines.length ? (
        <ul class="headlines" aria-label="من عناوينها">
          {headlines.map((headline) => (
            <li {...blockDirection(headline)}>{headline}</li>
          ))}
        </ul>
      ) : null}
    </li>
  );
};

/** Why nothing was found, and what else can be tried. */
export const NothingFoundPage: FC<{ view: View; written: string; failure: FetchFailure }> = ({
  view,
  written,
  failure,
}) => (
  <Layout view={view} title="لم يُعثر على أخبار">
    <div class="message">
      <h1 class="page-title">لم يُعثر على أخبار</h1>
      <p>{failure.arabic}</p>
      <p class="address" dir="ltr">
        {written}
      </p>
      <p>{adviceFor(failure.code)}</p>
      <p class="detail" dir="ltr" lang="en">
        {failure.english}
      </p>
      <AddressForm label="جرّب عنواناً آخر" written={written} />
      <p>
        <a href="/sources">عد إلى المصادر</a>
      </p>
    </div>
  </Layout>
);

function adviceFor(code: string): string {
  if (code === 'private-address')
    return 'لا تُزار عناوين الشبكة الداخلية حمايةً لها. إن كان هذا الخادم لك فابدأ ورّاقاً بالخيار --allow-host مع اسمه.';
  if (code === 'no-such-host' || code === 'bad-address') return 'راجع كتابة العنوان حرفاً حرفاً.';
  if (code === 'robots' || code === 'http-403' || code === 'http-401')
    return 'لا يأذن الموقع بالجمع الآلي، ويلتزم ورّاق بذلك. قد تكون له قناة على تلغرام.';
  if (code === 'no-links' || code === 'not-a-feed')
    return 'جرّب صفحة القسم الذي تنشر فيه الأخبار، أو ابحث في الموقع عن كلمة RSS.';
  return 'قد يكون العطل عابراً؛ أعد المحاولة بعد قليل.';
}
