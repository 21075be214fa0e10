import type { Credit } from '../../model/article.js';
import { AGENCIES } from './agencies.js';

/** What a text credits is kept to the strongest few. */
const MAX_CREDITS = 8;
/** How much of a body is searched: credits stand at its beginning and its end. */
const SEARCHED = 20_000;

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
const nameOf = new Map<string, string>();
for (const { name, long, short } of AGENCIES)
  for (const form of [...long, ...short]) nameOf.set(form.toLowerCase(), name);
const alternatives = (forms: string[]): string =>
  forms
    .sort((a, b) => b.length - a.length)
    .map(escape)
    .join('|');
const LONG_FORMS = AGENCIES.flatMap(({ long }) => long).sort((a, b) => b.length - a.length);
const ANY_LONG = new RegExp(LONG_FORMS.map(escape).join('|'));
const ANY = alternatives(AGENCIES.flatMap(({ long, short }) => [...long, ...short]));

/** Is a text nothing but the name of an agency, in any of its forms? */
export const isAgency = (text: string): boolean => nameOf.has(text.trim().toLowerCase());

const LETTER = /[\p{L}\p{M}]/u;
const CLITICS = /(?:^|[^\p{L}\p{M}])(?:[وبلف]|لل)?$/u;
const ANY_WHOLE = new RegExp(`(?<![\\p{L}\\p{M}])(${ANY})(?![\\p{L}\\p{M}])`, 'giu');
const BRACKETED = /[([«"][^()[\]«»"\n]{2,40}[)\]»"]/g;
/** «القاهرة - أ ف ب:», «موسكو (رويترز) –» */
const DATELINE = /^[^.،؟!\n]{2,70}[-–—:ـ/)]/u;
const OFFICE =
  /(?<!\p{L})(?:وزارة|رئاسة|هيئة|مديرية|منظمة|قيادة|دائرة|مفوضية)(?:\s+(?:وال|ال|لل)\p{L}+){1,3}/gu;
/** What must stand right before an office for it to be the one that says so. */
const SAYS =
  /(?<!\p{L})(?:[وف]?(?:أعلنت|قالت|أفادت|ذكرت|أكدت|أوضحت|أضافت|نفت|كانت|صرحت|كشفت)|نقلا عن|نقلاً عن|وفقا? ل?|وفقاً ل|بحسب|حسب)\s*$/u;
const RELAYED =
  /(?<!\p{L})نقلا?ً?ا?\s+عن\s+((?:صحيفة|موقع|قناة|مجلة|شبكة|وكالة|إذاعة)\s+["«“]?[\p{L}\p{M} ]{2,30}?["»”]?)(?=\s+(?:أن|إن|عن|قول|في|تأكيد|،)|[،.؛:\n]|$)/gu;
const PUBLISHER_WORD = /^(?:صحيفة|موقع|قناة|مجلة|شبكة|إذاعة)\s/u;

/**
 * Whom the article says it has its news from: agencies, publishers and officials.
 * @param body text of the article, a line feed between blocks
 * @param lines lines of the page that hold nothing but a credit («المصدر: …», a byline)
 */
export function findCredits(body: string, lines: readonly string[] = []): Credit[] {
  const found = new Map<string, Credit>();
  const add = (text: string, kind: Credit['kind'], name: string): void => {
    if (found.size < MAX_CREDITS && !found.has(name)) found.set(name, { text, kind, name });
  };
  const agenciesIn = (text: string, pattern: RegExp): void => {
    for (const [, form] of text.matchAll(pattern))
      add(form!, 'agency', nameOf.get(form!.toLowerCase()) ?? form!);
  };
  for (const line of lines) agenciesIn(line.slice(0, 300), ANY_WHOLE);
  const text = body.slice(0, SEARCHED);
  const dateline = DATELINE.exec(text)?.[0];
  if (dateline) agenciesIn(dateline, ANY_WHOLE);
  const last = text.slice(text.lastIndexOf('\n') + 1);
  if (last.length < 60 && last.length < text.length) agenciesIn(last, ANY_WHOLE);
  for (const [bracketed] of text.matchAll(BRACKETED)) {
    const inside = bracketed.slice(1, -1).trim();
    const name = nameOf.get(inside.toLowerCase());
    if (name) add(inside, 'agency', name);
  }
  if (ANY_LONG.test(text))
    for (const form of LONG_FORMS)
      if (standsIn(text, form)) add(form, 'agency', nameOf.get(form.toLowerCase())!);
  if (text.includes('نقل'))
    for (const [, relayed] of text.matchAll(RELAYED)) {
      const name = relayed!.replace(/["«»“”]/g, '').trim();
      const known = nameOf.get(name.replace(/^وكالة\s+/u, '').toLowerCase());
      if (known) add(relayed!, 'agency', known);
      else
        add(
          name,
          PUBLISHER_WORD.test(name) ? 'publisher' : 'agency',
          name.replace(PUBLISHER_WORD, ''),
        );
    }
  for (const official of officialsIn(text)) add(official, 'official', official);
  return [...found.values()];
}

/** Is a form in a text as a word of its own, at most with a clitic before it? */
function standsIn(text: string, form: string): boolean {
  for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + form.length)) {
    if (LETTER.test(text[at + form.length] ?? ' ')) continue;
    if (CLITICS.test(text.slice(Math.max(0, at - 3), at))) return true;
  }
  return false;
}

function officialsIn(text: string): string[] {
  const officials: string[] = [];
  for (const { 0: office, index } of text.matchAll(OFFICE))
    if (SAYS.test(text.slice(Math.max(0, index - 14), index))) officials.push(office);
  return officials;
}
