import { ARABIC_LETTER, characterClass } from './characters.js';
import { fold } from './fold.js';
import { languageOf } from './language.js';
import { withoutMojibake } from './mojibake.js';

/** Controls that are never meant in a text for reading; tab, line feed and carriage return are. */
const CONTROLS =
  /[\0-\x08\x0b\x0c\x0e-\x1f\x7f\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufffe\uffff]/g;
/** Controls that are letters where windows-1256 was read as Latin-1. */
const UPPER_CONTROLS = /[\x80-\x84\x86-\x9f\u00ad]/;
/** Joiners change how Persian and emoji are drawn; between Arabic letters they are stray. */
const JOINERS = /[\u200c\u200d]{2,}/g;
const STRAY_JOINER = /(?<=[\u0600-\u06ff])[\u200c\u200d]|[\u200c\u200d](?=[\u0600-\u06ff])/g;
const PRESENTATION = /[\ufb50-\ufdf9\ufe70-\ufefc]+/g;
const PERSIAN_WORD =
  /[\u0621-\u06d3\u064b-\u0652\u0670]*[یکەہھۀےۃ][\u0621-\u06d3\u064b-\u0652\u0670]*/g;
const MARKED_FORM = /[\ufe70-\ufe7f\ufc5e-\ufc63\ufcf2-\ufcf4]/;

/** Words that end in ى, folded: there ی stands for it; elsewhere for ي. */
const ENDS_IN_ALEF = new Set(
  (
    'علي الي حتي متي لدي سوي بلي مدي لقي رمي بني مني ندي هدي قوي قري ذكري كبري صغري اخري اولي احدي عظمي وسطي قصوي يسري بشري سلمي ليلي ' +
    'مصطفي موسي عيسي يحيي مرتضي مجتبي مستشفي ملتقي مقهي مبني معني مرمي مستوي منتدي مسمي ملهي منفي مشفي مجري مرسي ماوي فتوي دعوي جدوي ' +
    'شكوي بلوي تقوي نجوي سلوي اقصي ادني اعلي اغني اقوي انثي حمي فوضي مرضي قتلي جرحي اسري موتي ضحي حسني كسري رضي جري مضي بقي يبقي راي يري اعطي يعطي ' +
    'ادي انتهي التقي تلقي يتلقي تولي يتولي جري يجري دعي يدعي سمي يسمي نفي القي اجري استولي اكتفي اختفي توفي'
  ).split(' '),
);
/** Written ي as well: the list above gives way. */
const ENDS_IN_YEH = new Set('بني مني قوي لقي بقي حسني رضي اجري'.split(' '));

/** Arabic letters for the Persian, Urdu and Kurdish code points of the same letters. */
const ARABIC_LETTERS: Readonly<Record<string, string>> = {
  ک: 'ك',
  ہ: 'ه',
  ھ: 'ه',
  ە: 'ه',
  ۀ: 'ة',
  ۃ: 'ة',
  ے: 'ي',
  ی: 'ي',
};

/**
 * The form of a text for showing: what scrapers, keyboards and wrong encodings broke put right, nothing else
 * changed. Arabic read in the wrong encoding is read anew; presentation forms become letters; stray controls
 * go; Persian code points in Arabic text become the Arabic letters that they stand for (گ چ پ ڤ, which write
 * foreign sounds, stay). Lines in Persian, Urdu, Kurdish or Pashto keep their letters. Idempotent.
 */
export function repair(text: string): string {
  let repaired = withoutMojibake(text.replace(CONTROLS, ''));
  if (UPPER_CONTROLS.test(repaired))
    repaired = withoutMojibake(repaired.replaceAll(new RegExp(UPPER_CONTROLS, 'g'), ''));
  if (/[\ufb50-\ufefc]/.test(repaired)) repaired = repaired.replace(PRESENTATION, lettersOf);
  if (!/[یکەہھۀےۃ\u200c\u200d]/.test(repaired)) return repaired;
  return repaired.split('\n').map(repairLine).join('\n');
}

/** Presentation forms as letters. Whole blessings in one sign (ﷺ) are meant as such, ﷲ and ﷼ too. */
function lettersOf(run: string): string {
  let text = '';
  for (const sign of run) {
    if (/[\ufdf2\ufdfc\ufd3e\ufd3f\ufd40-\ufd4f]/.test(sign)) text += sign;
    else
      text += MARKED_FORM.test(sign) ? sign.normalize('NFKC').trimStart() : sign.normalize('NFKC');
  }
  return text;
}

function repairLine(line: string): string {
  const language = languageOf(line);
  if (language !== 'ar') return line;
  return line
    .replace(JOINERS, ([joiner = '']) => joiner)
    .replace(STRAY_JOINER, '')
    .replace(PERSIAN_WORD, arabicLetters);
}

function arabicLetters(word: string): string {
  let text = '';
  for (let at = 0; at < word.length; at++) {
    const letter = word.charAt(at);
    if (letter === 'ی' && isLastLetter(word, at)) text += endsInAlef(word) ? 'ى' : 'ي';
    else text += ARABIC_LETTERS[letter] ?? letter;
  }
  return text;
}

function isLastLetter(word: string, at: number): boolean {
  for (let next = at + 1; next < word.length; next++)
    if (characterClass[word.charCodeAt(next)] === ARABIC_LETTER) return false;
  return true;
}

function endsInAlef(word: string): boolean {
  const folded = fold(word);
  const bare = folded.replace(/^(?:[وف]?[بك]?ال|[وف]?لل?|[وفبك])(?=...)/, '');
  return [folded, bare].some((form) => ENDS_IN_ALEF.has(form) && !ENDS_IN_YEH.has(form));
}
