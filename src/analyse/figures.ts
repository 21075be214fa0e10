import { findDates } from '../arabic/values/dates.js';
import { findNumbers } from '../arabic/values/numbers.js';
import type { Figure } from '../model/analysis.js';
import type { Passage } from './reading.js';

/** Words for what is measured rather than counted, folded, without clitics. */
const UNITS = new Set(
  (
    'دولار دولارا يورو ريال ريالا جنيه جنيها درهم درهما دينار دينارا ليره روبل يوان ين روبيه استرليني فرنك ' +
    'كيلومتر كيلومترا كلم كم متر مترا امتار سنتيمتر سم ميل اميال قدم هكتار فدان كيلوغرام كيلوجرام كغم كجم غرام جرام طن طنا اطنان لتر لترا برميل برميلا ' +
    'درجه درجات ميغاواط ميجاواط واط هرتز بايت غيغابايت جيجابايت نقطه نقاط'
  ).split(' '),
);

/** The numbers that a text states, with what each counts or measures; dates and ordinals are no figures. */
export function figuresOf({ text, field, words }: Passage): Figure[] {
  const numbers = findNumbers(text);
  if (!numbers.length) return [];
  const dates = findDates(text);
  const figures: Figure[] = [];
  let next = 0;
  let date = 0;
  for (const { start, end, value, bound, form } of numbers) {
    while (date < dates.length && dates[date]!.end <= start) date += 1;
    const inDate = date < dates.length && dates[date]!.start < end;
    if (form === 'ordinal' || inDate) continue;
    while (next < words.length && words[next]!.start < end) next += 1;
    const after = words[next];
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
