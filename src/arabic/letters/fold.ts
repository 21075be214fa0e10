const MARKS =
  /[\u0610-\u061A\u064B-\u065F\u0670\u06D6-\u06ED\u0640\u200B-\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/g;
const LETTERS: Record<string, string> = {
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ک: 'ك',
  ة: 'ه',
  ؤ: 'و',
  ئ: 'ي',
  ە: 'ه',
  ہ: 'ه',
  ھ: 'ه',
};

/** The form of a text for finding: the same for all spellings that a reader takes for the same. Idempotent. */
export function fold(text: string): string {
  return text
    .normalize('NFKC')
    .replace(MARKS, '')
    .replace(/[أإآٱىیکةؤئەہھ]/g, (letter) => LETTERS[letter] ?? letter)
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .toLowerCase();
}
