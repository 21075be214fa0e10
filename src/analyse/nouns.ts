import { PERSON_TITLES } from './entities/name-lists.js';

/** Adjectives of three letters; any other word of three with the article is a noun. Folded, without clitics. */
const SHORT_ADJECTIVES = new Set(
  (
    'عام هام خاص حاد سام ضخم صعب سهل حلو حي حر مر فذ جم عذب بحت محض جاف شاب غض حق صلب رطب خصب عجل فظ سيء سيي هش رث كفء ' +
    'حسن خشن نجس قذر مرح فرح نشط عفن لزج شرس خطر نضر وعر بطل فرد وتر ام حار ضار سار تام فني غني امي دمث ثري قوي علي ذكي نقي ' +
    'صفر حمر خضر سود بيض زرق صم بكم عزل كثر جدد قدم شتي اخر اول كبر عظم وسط ادب شهر لين سلس عمد'
  ).split(' '),
);
/** Titles that also follow a noun as its adjective: «الفنان الراحل». */
const ADJECTIVE_TITLES = new Set(
  'راحل راحله مرحوم مرحومه شهيد شاب شابه مساعد مدافع مهاجم معارض معارضه رفيق'.split(' '),
);

/**
 * Whether a word is surely a noun and no adjective, so that with the article after another with it, it begins
 * something new: short words, verbal nouns by their shape, titles of people.
 * @param bare folded, without clitics
 */
export function isNoun(bare: string): boolean {
  if (bare.length <= 3)
    return bare.length === 3 && !SHORT_ADJECTIVES.has(bare) && !/[يا]$/.test(bare);
  if (/(?:ي|يه|يين|يون|يات)$/.test(bare)) return false;
  if (PERSON_TITLES.has(bare)) return !ADJECTIVE_TITLES.has(bare);
  return VERBAL_NOUN.test(bare);
}

/** تفعيل، تفعّل، انفعال، افتعال، استفعال; «تابع» and «تام» are adjectives. */
const VERBAL_NOUN = /^(?:ت[^ا]..?[^ه]?|ت[^ا].ي.|ان..ا.|ا.ت.ا.|است..ا.)$/;

/** «السعودي», «الاقتصادية»: what is called after something. @param word folded */
export function isNisba(word: string): boolean {
  return word.length > 3 && /ي(?:ه|ين|ون|ات)?$/.test(word);
}
