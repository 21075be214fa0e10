const arabic = /[\u0600-\u06FF\u0750-\u077F\u08A0-\u08FF\uFB50-\uFDFF\uFE70-\uFEFC]/g;
const leftToRight = /[A-Za-z\u00C0-\u024F\u0370-\u052F\u3040-\u30FF\u4E00-\u9FFF]/g;

/**
 * The direction that a text reads in, by most of its letters. `dir="auto"` looks at the first
 * letter only, and «Apple تعلن…» would come out backwards.
 */
export function direction(text: string): 'rtl' | 'ltr' {
  const start = text.slice(0, 400);
  const rtl = start.match(arabic)?.length ?? 0;
  const ltr = start.match(leftToRight)?.length ?? 0;
  return ltr > rtl ? 'ltr' : 'rtl';
}
