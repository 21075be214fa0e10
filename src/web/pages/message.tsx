import type { FC } from 'hono/jsx';
import { Layout } from '../parts/layout.js';
import type { View } from '../parts/view.js';

interface Message {
  title: string;
  /** What happened and what the reader can do. */
  text: string;
}

export const messages = {
  notFound: {
    title: 'لا صفحة بهذا العنوان',
    text: 'ربما حُذف الخبر، أو نقص من الرابط شيء. ابحث عنه بكلمة من عنوانه، أو عد إلى الصفحة الأولى.',
  },
  badRequest: {
    title: 'طلب غير مفهوم',
    text: 'في عنوان الصفحة قيمة لا تصح. احذف ما بعد علامة الاستفهام من العنوان وأعد المحاولة.',
  },
  refused: {
    title: 'لم يُقبل الطلب',
    text: 'يُقبل هذا الطلب من صفحات ورّاق نفسها فقط. افتح الصفحة الأولى واضغط الزر فيها.',
  },
  refusedChange: {
    title: 'لا تُغيَّر المصادر من هنا',
    text: 'هذا المكتب لا يقبل تغيير مصادره من هذه الصفحة. من يشغّله يستطيع ذلك بالأمر warraq sources، أو بتشغيله بالخيار --manage، ومعه --public-url إن كان له اسم.',
  },
  badOpml: {
    title: 'لم يُفهم الملف',
    text: 'ليس هذا ملف OPML فيه خلاصات. صدّر مصادرك من قارئك الآخر بهذه الصيغة وأعد المحاولة.',
  },
  failed: {
    title: 'تعذّر عرض الصفحة',
    text: 'وقع خطأ في الخادم وسُجّل في مخرجاته. أعد المحاولة بعد قليل؛ فإن تكرر الخطأ فافحص المخزن بالأمر warraq check.',
  },
} satisfies Record<string, Message>;

/** A page that says what went wrong and what to do. */
export const MessagePage: FC<{ view: View; message: Message; detail?: string | undefined }> = ({
  view,
  message,
  detail,
}) => (
  <Layout view={view} title={message.title}>
    <div class="message">
      <h1 class="page-title">{message.title}</h1>
      <p>{message.text}</p>
      {detail ? (
        <p class="detail" dir="ltr" lang="en">
          {detail}
        </p>
      ) : null}
      <p>
        <a class="button" href="/">
          إلى الصفحة الأولى
        </a>
      </p>
    </div>
  </Layout>
);
