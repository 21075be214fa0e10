const ARABIC_SCRIPT = /[\u0620-\u064A\u066E-\u06D3\u06FA-\u06FF\uFB50-\uFDFF\uFE70-\uFEFC]/;
const LATIN = /[A-Za-z\u00C0-\u024F]/;
const OTHER = /[\u0370-\u05FF\u0700-\u1EFF\u3040-\u30FF\u3400-\u9FFF\uAC00-\uD7AF]/;

const enum Script {
  None,
  Arabic,
  Latin,
  Other,
}

/** Script of every UTF-16 unit. */
const scripts = new Uint8Array(0x10000);
for (let code = 0; code < scripts.length; code += 1) {
  const unit = String.fromCharCode(code);
  if (ARABIC_SCRIPT.test(unit)) scripts[code] = Script.Arabic;
  else if (LATIN.test(unit)) scripts[code] = Script.Latin;
  else if (OTHER.test(unit)) scripts[code] = Script.Other;
}

/** Words so common that a text of any length has them, and that the neighbouring languages lack. */
const MARKERS: Record<string, string> = {
  ar: 'في من على إلى الى التي الذي أن هذا هذه بعد مع قال',
  fa: 'است این که را برای شد های از می آن در',
  ur: 'ہے ہیں کے کی کا میں سے کو نے اور',
  en: 'the and of to in is that for with was',
  fr: 'le la les des et est une dans pour que',
  es: 'el los las una por con del que para es',
  de: 'der die und das ist nicht mit den von ein',
  tr: 've bir bu için ile olarak da de olan çok',
};
const languagesOf = new Map<string, string[]>();
for (const [language, words] of Object.entries(MARKERS))
  for (const word of words.split(' '))
    languagesOf.set(word, [...(languagesOf.get(word) ?? []), language]);
const SAMPLE = 1500;

/**
 * The language a text is written in, BCP 47; `und` where there is nothing to tell it by.
 * Told by script, then by function words; `declared` (the page's `lang`) decides where that says nothing.
 */
export function languageOf(text: string, declared?: string): string {
  const sample = text.slice(0, SAMPLE);
  const counts = new Uint16Array(Script.Other + 1);
  for (let at = 0; at < sample.length; at += 1) counts[scripts[sample.charCodeAt(at)]!]! += 1;
  const arabic = counts[Script.Arabic]!;
  const latin = counts[Script.Latin]!;
  const said = /^[a-z]{2,3}/i.exec(declared ?? '')?.[0]?.toLowerCase();
  if (counts[Script.Other]! > arabic + latin) return said ?? 'und';
  if (!arabic && !latin) return said ?? 'und';
  const inArabicScript = arabic >= latin * 0.5;
  const candidates = inArabicScript ? ['ar', 'fa', 'ur'] : ['en', 'fr', 'es', 'de', 'tr'];
  const votes = new Map<string, number>();
  for (const word of sample.toLowerCase().split(/[\s.,،:؛"«»()]+/))
    for (const language of languagesOf.get(word) ?? [])
      votes.set(language, (votes.get(language) ?? 0) + 1);
  let best = inArabicScript ? 'ar' : (said ?? 'und');
  let most = 0;
  for (const candidate of candidates) {
    const found = votes.get(candidate) ?? 0;
    if (found > most) [best, most] = [candidate, found];
  }
  return best;
}
