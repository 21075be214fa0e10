import { foldSlice } from './fold.js';
import { ARABIC_LETTER, characterClass } from './characters.js';

/** Languages in Arabic script that are told apart; `other` is text of other scripts, or of none. */
export type ScriptLanguage = 'ar' | 'fa' | 'ur' | 'ckb' | 'ps' | 'other';

type Written = Exclude<ScriptLanguage, 'other'>;

/** Commonest words that the other languages have not, Persian ones with Arabic ي and ك; written by us. */
const WORDS: Readonly<Record<Written, string>> = {
  ar: 'من الي علي ان التي الذي هذا هذه ذلك كان كانت عن مع بعد قبل ما لا لم لن قد او ثم بين خلال حيث كما عند غير كل عام يوم قال هو هي منذ حتي اكثر بن',
  fa: 'از است را اين که كه اند شد شده مي هاي بود براي باشد آن ان يك يکي هم نيز خود تا ولي اما هر همه كرد كرده كردند گفت دارد نيست بايد اي ها پس روز سال كشور نمي امروز ديروز فردا دانشگاه آمريكا خبرگزاري گزارش پيش نخست جهان جنگ زنان مردم هستند داده بازار تهران',
  ur: 'ہے ہیں کے کی کا میں سے اور نے کو پر یہ وہ کہ بھی تھا تھی تھے گیا گئی گئے کر کرنے جو تو اس ان نہیں ہوئے رہا رہے رہی لیے والے والی ساتھ خارجہ ہوا ہوئی ہونے ایک گے گی دیا کیا جس جن اپنے اپنی بارے پاکستان',
  ckb: 'لە بە کە ئەو ئەم بۆ لەگەڵ کرد دەکات دەبێت هەر لەسەر بوو کوردستان هەرێمی دوای چەند هەموو نێوان لەلایەن ڕۆژی',
  ps: 'د په چې کې دي دى سره ته له دې هغه يې کړي شوي وي هم خو نه پر او چي شول وکړ شي ده دا بيا',
};

/** Letters that one language writes and Arabic does not; how much each tells. */
const LETTERS: Readonly<Record<Exclude<Written, 'ar'>, string>> = {
  fa: 'پچژگی',
  ur: 'ٹڈڑںےھہۂۓ',
  ckb: 'ەۆێڵڕڤ',
  ps: 'ښځڅډړڼګېۍړټ',
};

const LONGEST_SAMPLE = 4000;
const LANGUAGES: readonly Written[] = ['ar', 'fa', 'ur', 'ckb', 'ps'];

function index<T extends string>(lists: Readonly<Record<T, string>>, split: string) {
  const found = new Map<string, T[]>();
  for (const language of Object.keys(lists) as T[])
    for (const item of new Set(lists[language].split(split)))
      found.set(item, [...(found.get(item) ?? []), language]);
  return found;
}

const words = index(WORDS, ' ');
const letters = index(LETTERS, '');

/**
 * The language of a text in Arabic script, by its letters, its commonest words and the Arabic article.
 * Arabic with the odd Persian letter (scrapers, Persian keyboards) is Arabic; so is a text too short to tell.
 * Reads the first 4,000 characters.
 */
export function languageOf(text: string): ScriptLanguage {
  const score = { ar: 0, fa: 0, ur: 0, ckb: 0, ps: 0 };
  const sample = text.slice(0, LONGEST_SAMPLE);
  let seen = 0;
  let others = 0;
  for (const match of sample.matchAll(/[\p{L}\p{M}\u0640\u200c]+/gu)) {
    const [word] = match;
    if (characterClass[word.charCodeAt(0)] !== ARABIC_LETTER) {
      others++;
      continue;
    }
    seen++;
    scoreWord(word, score);
  }
  if (seen === 0 || others > 4 * seen) return 'other';
  const best = LANGUAGES.reduce((one, two) => (score[two] > score[one] ? two : one));
  return score[best] > score.ar + 1 ? best : 'ar';
}

function scoreWord(word: string, score: Record<Written, number>): void {
  const asWritten = word.replace(/[\u064b-\u0652\u0640]/g, '');
  const folded = foldSlice(word, 0, word.length);
  for (const language of words.get(asWritten) ?? []) score[language] += 1.5;
  const arabicLetters = asWritten.replaceAll('ی', 'ي').replaceAll('ک', 'ك');
  if (arabicLetters !== asWritten && words.get(arabicLetters)?.includes('fa')) score.fa += 1.5;
  if (asWritten !== folded && words.get(folded)?.includes('ar')) score.ar += 1;
  if (/^(?:[وف]?[بك]?ال|[وف]?لل)..../.test(folded)) score.ar += 1.5;
  else if (/ة$/.test(asWritten) || /[أإؤئ]/.test(asWritten)) score.ar += 0.5;
  for (const letter of new Set(asWritten))
    for (const language of letters.get(letter) ?? []) score[language] += letter === 'ی' ? 0.3 : 0.8;
}
