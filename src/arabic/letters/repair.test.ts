import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { languageOf } from './language.js';
import { repair } from './repair.js';

/** The bytes of a text in windows-1256, read as windows-1252. */
function misread(text: string): string {
  const decoder = new TextDecoder('windows-1256');
  const latin = new TextDecoder('windows-1252');
  const bytes = Array.from({ length: 256 }, (_, byte) => Uint8Array.of(byte));
  const byteOf = new Map(bytes.map((byte) => [decoder.decode(byte), byte]));
  return [...text]
    .map((letter) => latin.decode(byteOf.get(letter) ?? Uint8Array.of(0x3f)))
    .join('');
}

const PERSIAN =
  'رئیس جمهوری ایران گفت که این کشور برای مذاکره آماده است و از همه می‌خواهد که همکاری کنند';
const URDU = 'وزیر اعظم نے کہا ہے کہ ملک میں پانی کی کمی کے لیے نئے منصوبے بنائے جا رہے ہیں';
const KURDISH = 'سەرۆکی هەرێمی کوردستان لە کۆبوونەوەیەک لەگەڵ وەزیرەکان باسی بارودۆخی ئابووری کرد';
const PASHTO = 'ولسمشر وویل چې د هېواد په ختیځ کې به نوي ښوونځي جوړ شي او خلک به ترې ګټه واخلي';

describe('repair', () => {
  it.each([
    ['حفظ السلام الروسیة فی المنطقة', 'حفظ السلام الروسية في المنطقة'],
    ['کلمات علی صفحة الکتاب', 'كلمات على صفحة الكتاب'],
    ['ناغورنی کاراباخ', 'ناغورني كاراباخ'],
    ['وعلی مدی أعوام', 'وعلى مدى أعوام'],
    ['ﺍﻟﺴﻼﻡ ﻋﻠﻴﻜﻢ', 'السلام عليكم'],
    ['مرحبا\u200f \u202bبكم\u202c\u0000', 'مرحبا بكم'],
    ['مكت\u200cبة', 'مكتبة'],
    ['قال ﷺ', 'قال ﷺ'],
    ['سعر ڤيتامين پلس في گوگل', 'سعر ڤيتامين پلس في گوگل'],
    ['أعلنت الحکومة عن شرکة «پارس» الجدیدة', 'أعلنت الحكومة عن شركة «پارس» الجديدة'],
  ])('%s', (broken, right) => expect(repair(broken)).toBe(right));

  it('reads windows-1256 that was read as Latin-1 anew', () => {
    const text = 'اجتمع الوزراء صباح الاثنين في العاصمة، وبحثوا أسعار القمح (2018).';
    expect(repair(misread(text))).toBe(text);
    expect(repair(misread('السلام عليكم'))).toBe('السلام عليكم');
    expect(repair(`BBC News: ${misread('أخبار العالم')}`)).toBe('BBC News: أخبار العالم');
  });

  it('reads UTF-8 that was read as windows-1252 anew, whatever signs its bytes became', () => {
    const bytes = new TextEncoder().encode('قال الوزير اليوم: السلام عليكم، كل شيء جاهز');
    expect(repair(new TextDecoder('windows-1252').decode(bytes))).toBe(
      'قال الوزير اليوم: السلام عليكم، كل شيء جاهز',
    );
    expect(repair('Škoda, Žižek, œuvre, “façade”… ƒ')).toBe('Škoda, Žižek, œuvre, “façade”… ƒ');
  });

  it('reads UTF-8 that was read as Latin-1 anew', () => {
    const text = 'اجتمع الوزراء صباح الاثنين';
    expect(repair(Buffer.from(text, 'utf8').toString('latin1'))).toBe(text);
  });

  it.each([PERSIAN, URDU, KURDISH, PASHTO, 'Café à la crème, déjà vu', 'Ağrı’da çiçek, İstanbul'])(
    'leaves %s alone',
    (text) => expect(repair(text)).toBe(text),
  );

  it('is idempotent and never throws', () => {
    const unit = fc.constantFrom(...'اليکەہ گ چ\u200c\u200fﻻﷺÇáÓÃé\n \ud83d\u0000\ufe71ي');
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit }), fc.string({ unit: 'binary' })), (text) => {
        const repaired = repair(text);
        expect(repair(repaired)).toBe(repaired);
      }),
      { numRuns: 3000 },
    );
  });
});

describe('languageOf', () => {
  it.each([
    ['ar', 'أعلنت الحكومة اليوم عن خطة جديدة في المدينة'],
    ['ar', 'اعلنت الحکومة عن خطة جدیدة فی المدینة'],
    ['ar', 'كاراباخ'],
    ['fa', PERSIAN],
    ['fa', 'رئیس جمهور آمریکا'],
    ['fa', 'دانشگاه تهران'],
    ['fa', 'خبرگزاری از تهران خبر می‌دهد'],
    ['ar', 'رئيس جمهوریة العراق'],
    ['ar', 'ولی العهد السعودی'],
    ['ar', 'شهر رمضان فی طهران'],
    ['ur', 'ایرانی صدر کا دورہ'],
    ['ckb', 'لە شاری هەولێر'],
    ['ps', 'کابل کې د چاودنې له امله'],
    ['ur', URDU],
    ['ckb', KURDISH],
    ['ps', PASHTO],
    ['other', 'The ministers met on Monday'],
    ['other', '123 …'],
  ])('%s: %s', (language, text) => expect(languageOf(text)).toBe(language));
});
