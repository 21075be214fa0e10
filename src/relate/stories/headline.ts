/** Labels that stand before a headline: of its form, or of the agency's desk («عام / …»). */
const LABEL =
  /^[«"]?(?:شاهد|فيديو|بالفيديو|صور|بالصور|بالأرقام|مباشر|عاجل|خاص|حصري\p{L}*|رأي|تحليل|مقال|تقرير|استمع|كاريكاتير|[إا]نفوغراف\p{L}*)(?![\p{L}\p{M}])|^\p{L}{2,10} *\/ /u;
/** Headlines that ask, promise, comment or sum up. */
const PROMISE =
  /^(?:ماذا|لماذا|كيف|متى|أين|هل|من (?:هو|هي|هم)|ما (?:هو|هي|هم|سبب|سر|مصير|حقيقة|أهمية|الذي)|هذا|هذه|هكذا|[إا]ليك\p{L}*|تعرّ?ف\p{L}*|أبرز|أهم|أول (?:تعليق|رد)|تعليق|ردود|قصة|محطات|تفاصيل|كواليس)(?![\p{L}\p{M}])|[?؟…]\s*$|!!\s*$|\.\.\s*$/u;
/** It goes on from the headline beside it on the publisher's page. */
const GOES_ON = /^\s*[.…،]/;
/** «الوزير: لا تراجع»: what somebody says of the event. */
const SAID = /^[^:]{2,30}:/;
const FIGURE = /\d/;

/** Each is a factor; `earlyFigure` comes on top of `early`. Chosen by reading titles of stories. */
const WORTH = { labelled: 0.6, said: 0.85, early: 0.85, earlyFigure: 0.6 };

/**
 * How far a headline counts as one for its whole event, 0 to 1.
 * @param early whether it is of the first half of the reports: what it tells may be overtaken, its figures surely are
 */
export function headlineWorth(title: string, early: boolean): number {
  const labelled = LABEL.test(title) || PROMISE.test(title) || GOES_ON.test(title);
  const overtaken = early ? WORTH.early * (FIGURE.test(title) ? WORTH.earlyFigure : 1) : 1;
  return (labelled ? WORTH.labelled : 1) * (SAID.test(title) ? WORTH.said : 1) * overtaken;
}
