/** What a part of a name was read as: its key, and the place of the word after it. */
export interface NameUnit {
  key: string;
  next: number;
}

/** Whether a folded word is in Arabic letters. */
export function isArabicWord(word: string | undefined): word is string {
  if (!word) return false;
  const code = word.charCodeAt(0);
  return code >= 0x620 && code < 0x700;
}

/** Words that make one name with «الله» after them, written together or apart. */
export const BEFORE_ALLAH: ReadonlySet<string> = new Set(
  'نصر سعد خير فضل عطا عطاء جاد جار رزق ضيف فتح عون شكر حزب رام هبه نعمه امان لطف خلف عناي'.split(
    ' ',
  ),
);

/** Words whose article tells them from a word without it: countries, cities, clubs, people. */
export const ARTICLE_COUNTS: ReadonlySet<string> = new Set(
  'هند رياض خليل كاميرون عين نصر هلال نيل حسن حسين وليد سلط ناصره جمل شام'.split(' '),
);

/** Families whose «آل» is no article: «آل سعود», "Al Saud". */
export const HOUSES: ReadonlySet<string> = new Set('ثاني سعود نهيان مكتوم خليفه'.split(' '));

/** Words that begin with the letters of the article without having it. */
const RADICAL_ARTICLE =
  /^ال(?:ماني|مانيا|مانيه|مانيون|مان|بانيا|باني|بانيه|بانو|ياس|ياسين|يكس.*|يزاب.*|برت|برتو|برتا|بير|بيرتو|كسند.*|كساند.*|كسي|كس|ون|ونا|ونزو|اسكا|فريد|فريدو|فونس.*|يس|يسا|يسون|يسيا|يوت|يوتي|ين|ينا|ينور|طاف|هام|تون|ستر|ميريا|ان|اء|اباما|باما|ما|فا|كترون.*|يكترون.*|غاء|قاء|زام|حاق|تزام|تقاء|وف|وان|هه|هي|هيه)$/;

/** A folded word without its article («السيسي»), as often as it has one; where it counts it stays. */
export function withoutArticle(word: string): string {
  let bare = word;
  while (bare.length > 4 && bare.startsWith('ال')) {
    if (RADICAL_ARTICLE.test(bare) || ARTICLE_COUNTS.has(bare.slice(2))) break;
    bare = bare.slice(2);
  }
  return bare;
}
