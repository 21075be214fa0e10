import type { FC } from 'hono/jsx';

/** Says that the news shown are the sample's, and removes them at one click. */
export const SampleNotice: FC = () => (
  <aside class="notice" aria-label="أخبار تجريبية">
    <p>
      <strong>هذه أخبار تجريبية</strong> كتبناها لتجرّب ورّاقاً قبل أن{' '}
      <a href="/sources/start">تختار مصادرك</a>. احذفها متى شئت، ولا يُحذف معها شيء من أخبارك.
    </p>
    <form method="post" action="/sample/remove">
      <button type="submit">احذف الأخبار التجريبية</button>
    </form>
  </aside>
);
