import { findNumbers } from '../arabic/values/numbers.js';
import type { Figure } from '../model/analysis.js';
import type { Passage, Word } from './reading.js';

/** Words for what is measured rather than counted, folded, without clitics. */
const UNITS = new Set(
  (
    'دولار دولارا يورو ريال ريالا جنيه جنيها درهم درهما دينار دينارا ليره روبل يوان ين روبيه استرليني فرنك ' +
    'كيلومتر كيلومترا كلم كم متر مترا امتار سنتيمتر سم ميل اميال قدم هكتار فدان كيلوغرام كيلوجرام كغم كجم غرام جرام طن طنا اطنان لتر لترا برميل برميلا ' +
    'درجه درجات ميغاواط ميجاواط واط هرتز بايت غيغابايت جيجابايت نقطه نقاط'
  ).split(' '),
);

const MONTHS = new Set(
  (
    'يناير فبراير مارس ابريل مايو يونيو يوليو اغسطس سبتمبر اكتوبر نوفمبر ديسمبر شباط اذار نيسان ايار حزيران تموز اب ايلول ' +
    'كانون تشرين محرم صفر رجب شعبان رمضان شوال ربيع جمادي ذي'
  ).split(' '),
);

/** «عام 2020», «9 أبريل», «2018/4/9»: a number of the calendar, no figure. */
function isOfDate(value: number, before: Word | undefined, after: Word | undefined): boolean {
  if (before && /^(?:عام|سنه|عامي|العام)$/.test(before.lexeme.core) && value > 31) return true;
  if (before && MONTHS.has(before.lexeme.bare)) return true;
  if (before && /^(?:يوم|ايام|ساعه)$/.test(before.lexeme.bare)) return true;
  return Boolean(after && value <= 31 && MONTHS.has(after.lexeme.bare));
}

/** The numbers that a text states, with what each counts or measures; dates and ordinals are no figures. */
export function figuresOf({ text, field, words }: Passage): Figure[] {
  const numbers = findNumbers(text, {
    tokens: words,
    mayBegin: (at) => words[at]!.kind === 'number' || words[at]!.lexeme.numeric,
  });
  if (!numbers.length) return [];
  const figures: Figure[] = [];
  let next = 0;
  for (const { start, end, value, bound, form } of numbers) {
    while (next < words.length && words[next]!.start < start) next += 1;
    const before = words[next - 1];
    while (next < words.length && words[next]!.start < end) next += 1;
    const after = words[next];
    if (form === 'ordinal' || isOfDate(value, before, after)) continue;
    const figure: Figure = { field, start, end, value, bound };
    if (form === 'percent') figure.unit = '%';
    else if (after && !after.apart && after.kind === 'arabic' && !after.lexeme.functional) {
      if (UNITS.has(after.lexeme.bare)) figure.unit = after.lexeme.bare;
      else if (!after.lexeme.conjoined) figure.of = after.lexeme.stem;
    }
    figures.push(figure);
  }
  return figures;
}
