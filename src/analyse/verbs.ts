import { Remembered } from '../arabic/letters/remembered.js';
import { foreignness } from './foreign-shape.js';
import { wordSet } from './entities/word-set.js';
import { bareRarity, definiteRarity, isKnownWord } from './word-frequencies.js';

/** Steps by which a word is rarer with the article than without, before it is taken for a verb or a name. */
const NEVER_DEFINITE = 9;

/** Verbs that look as if they began with the article, folded. */
export const LIKE_DEFINITE = wordSet(
  'الغي الغت الغوا القي القت القوا التقي التقت التقوا التزم التزمت التزموا التحق التحقت التهم التهمت الزمت المح المحت',
);

/** Frequent verbs of news whose form alone does not show that they are verbs. */
const VERBS = new Set(
  (
    'قال قالت قالوا اكد اكدت اعلن اعلنت اضاف اضافت اوضح اوضحت اشار اشارت ذكر ذكرت افاد افادت نقلت صرح صرحت اعرب اعربت ' +
    'دعا دعت طالبت حذر حذرت نفي نفت كشف كشفت شدد شددت راي رات اعتبر اعتبرت لفت لفتت بينت تابع تابعت واصل واصلت ' +
    'كتب كتبت قام قامت جاء جاءت بدا بدات تم تمت جري جرت شهد شهدت بلغ بلغت وصل وصلت عاد عادت حصل حصلت قتلت اصيب اصيبت ' +
    'تمكن تمكنت قرر قررت وافق وافقت رفض رفضت استقبل استقبلت بحثت ناقش ناقشت شارك شاركت حضرت فاز فازت ' +
    'خسر خسرت سجلت حقق حققت اطلق اطلقت نشرت قدمت عقدت اتهم اتهمت هاجم هاجمت شن شنت ادي ادت وجهت حث حثت ' +
    'نوه نوهت ابدي ابدت ليس ليست ظل ظلت اصبح اصبحت صار صارت بات باتت زال زالت مازال ماتزال يكون تكون وقع وقعت توفي توفيت ' +
    'ضمت شمل شملت مضيفا مشيرا موكدا موضحا معتبرا لافتا مبينا منوها مشددا معربا داعيا محذرا قائلا قائله مضيفه مشيره موكده موضحه'
  ).split(' '),
);

/** «يحاضر», «يزدادون»: a word with this letter that is not foreign in the least and never takes the article. */
const NATIVE = 0.3;
/** Transliterated words are no verbs, whatever they begin with («توريس»). */
const FOREIGN = 0.8;

const remembered = new Remembered<boolean>(50_000);

/**
 * Whether a word is most likely a verb. Told by what general text never does: a verb takes no article,
 * and its sister forms («يكتب»، «تكتب»؛ «كتب»، «كتبت») are words as well.
 * @param bare folded, without clitics
 */
export function isVerb(bare: string): boolean {
  return remembered.of(
    bare,
    (word) => VERBS.has(word) || LIKE_DEFINITE.has(word) || looksLikeVerb(word),
  );
}

function looksLikeVerb(bare: string): boolean {
  if (bare.length > 3 && bare[0] === 'ي' && definiteRarity(bare) > 33 && foreignness(bare) < NATIVE)
    return true;
  if (bare.length < 3 || !isKnownWord(bare)) return false;
  if (definiteRarity(bare) < bareRarity(bare) + NEVER_DEFINITE && definiteRarity(bare) < 33)
    return false;
  if (foreignness(bare) > FOREIGN) return false;
  if (/^(?:است|ا[^ل]ت)../.test(bare) && definiteRarity(bare) > 33) return true;
  const first = bare[0]!;
  if ('يتن'.includes(first)) {
    const rest = bare.slice(1);
    if ([...'يتنا'].some((letter) => letter !== first && bareRarity(letter + rest) < 36))
      return true;
    if (first === 'ي') return bare.endsWith('ون');
  }
  if (bare.endsWith('وا')) return true;
  if (bare.endsWith('ت') && !bare.endsWith('ات')) return isCommonBare(bare.slice(0, -1));
  return isCommonBare(`${bare}ت`) && !isCommonBare(`${bare}ات`);
}

function isCommonBare(word: string): boolean {
  return bareRarity(word) < 33;
}
