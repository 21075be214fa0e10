import { fold } from '../../arabic/letters/fold.js';
import type { PrintedLink } from '../../model/article.js';
import { labelOf } from './labels.js';
import { countWords, endsSentence, looksLikeHeading, withoutBullet } from './shape.js';

/** «إقرأ أيضا هل عجلت…»: no other line begins so, with or without a sign after it. */
const READ_ALSO =
  /^و?(?:اقر[اوي]\p{L}{0,2}|شاهد\p{L}{0,2}|طالع\p{L}{0,2}|تابع\p{L}{0,2}|قد يهمك|قد يعجبك) ايضا\s+(?=\p{L})/u;
/** «رابط الخبر بصحيفة الساحل: …»: the article's own title again, with an address that the export lost. */
const OWN_LINK =
  /رابط (?:الخبر|المقال|الموضوع|التقرير) ?(?: (?:ب|في |على |من )?(?:صحيفة|موقع|جريدة|وكالة|قناة|بوابة)[^:\n]{0,40})?:[^\n]{0,300}$/;
const LONGEST_TITLE = 200;
const MOST_WORDS = 25;
/** Titles below one label. */
const MOST_TITLES = 6;

/**
 * The lines of a body without the titles of other articles that its publisher put between them, and those titles.
 * Without links only what a label announces is told for one: on its own line, or on the lines below it.
 * A body that would be left without a line stays as it is.
 */
export function withoutInserts(lines: readonly string[]): {
  lines: string[];
  readAlso: PrintedLink[];
} {
  const kept: string[] = [];
  const readAlso: PrintedLink[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const whole = lines[at]!;
    const own = OWN_LINK.exec(whole);
    const line = (own ? whole.slice(0, own.index) : whole).trim();
    if (own && !line) continue;
    const title = announcedIn(line);
    if (title === undefined) {
      kept.push(own ? line : whole);
      continue;
    }
    if (title) {
      readAlso.push({ title });
      continue;
    }
    const below = titlesBelow(lines, at + 1);
    readAlso.push(...below.map((one) => ({ title: one })));
    at += below.length;
  }
  return kept.some((line) => line.trim())
    ? { lines: kept, readAlso }
    : { lines: [...lines], readAlso: [] };
}

/** The title on a line that announces one, '' where only the label stands there, undefined for any other line. */
function announcedIn(line: string): string | undefined {
  if (!line || line.length > LONGEST_TITLE) return undefined;
  const label = labelOf(line);
  if (label) {
    const announces = label.kind === 'read-also' || label.kind === 'similar';
    return announces && countWords(label.rest) <= MOST_WORDS ? label.rest : undefined;
  }
  const words = READ_ALSO.exec(fold(line))?.[0].trim().split(/\s+/).length;
  if (words === undefined || countWords(line) > MOST_WORDS) return undefined;
  return line.split(/\s+/).slice(words).join(' ');
}

function titlesBelow(lines: readonly string[], from: number): string[] {
  const titles: string[] = [];
  for (const line of lines.slice(from, from + MOST_TITLES)) {
    const title = withoutBullet(line);
    if (!looksLikeHeading(title) || (endsSentence(title) && !/[?؟]$/.test(title))) break;
    titles.push(title);
  }
  return titles;
}
