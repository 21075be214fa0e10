import { isFunctionWord, isStopPhrase } from '../../arabic/function-words/function-words.js';
import { fold } from '../../arabic/letters/fold.js';
import { repair } from '../../arabic/letters/repair.js';

const SEPARATORS = /\s*[,،;؛|•·\n\t/]+\s*|\s+[-–—]\s+|\s+(?=#)/u;
/** Column heads of a list of keywords or similar articles that a scraper ran into the text. */
const COLUMN_HEADS = new Set(
  [
    'التشابه',
    'الوصف',
    'التاريخ',
    'العنوان',
    'المصدر',
    'الترتيب',
    'ترتيب',
    'الرقم',
    'النوع',
    'الكاتب',
    'القسم',
    'عدد',
    'الرابط',
    'similarity',
    'date',
    'description',
    'title',
    'source',
  ].map(fold),
);
const PREPOSITIONS = new Set(['في', 'من', 'على', 'إلى', 'عن', 'أن'].map(fold));
const MAX_TAG_WORDS = 8;
const MAX_MATCH_WORDS = 6;

/**
 * Keywords as a page prints them, one by one and repaired.
 *
 * Separators cut them where there are any. A line without separators is cut into the longest phrases that
 * `body` holds as they stand («حفظ السلام الروسية ناغورني كاراباخ» is two), since the page made them from it.
 * Column heads that stand together («التشابه الوصف التاريخ») and stop phrases are no keywords.
 */
export function readPrintedTags(lines: readonly string[], body: string): string[] {
  const tags: string[] = [];
  for (const line of lines) {
    const text = repair(line.replace(/\s+/g, ' ').trim()).replace(/^[:：\s]+/u, '');
    const parts = text
      .split(SEPARATORS)
      .map((part) => part.replace(/^#/, '').replace(/_/g, ' ').trim());
    const many = parts.length > 1 || lines.length > 1;
    for (const part of parts) {
      const words = withoutColumnHeads(part.split(' ').filter(Boolean));
      if (!words.length) continue;
      if (many && words.length <= MAX_TAG_WORDS) tags.push(words.join(' '));
      else if (words.length <= 3 && !tags.length && parts.length === 1 && occurs(words, body))
        tags.push(words.join(' '));
      else tags.push(...cutByBody(words, body));
    }
  }
  const seen = new Set<string>();
  return tags.filter((tag) => {
    const same = fold(tag);
    if (!same || seen.has(same) || isStop(tag)) return false;
    seen.add(same);
    return true;
  });
}

/** Two or more column heads side by side are a table's head row; one alone may be a word. */
function withoutColumnHeads(words: string[]): string[] {
  const kept: string[] = [];
  for (let at = 0; at < words.length;) {
    let end = at;
    while (end < words.length && COLUMN_HEADS.has(fold(words[end]!))) end += 1;
    if (end - at < 2) {
      kept.push(words[at]!);
      at += 1;
    } else at = end;
  }
  return kept;
}

const padded = (text: string): string =>
  ` ${fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;
const occurs = (words: string[], body: string): boolean =>
  padded(body).includes(padded(words.join(' ')));

function cutByBody(words: string[], body: string): string[] {
  const searched = padded(body);
  const phrases: string[] = [];
  for (let at = 0; at < words.length;) {
    let length = Math.min(MAX_MATCH_WORDS, words.length - at);
    while (length > 1 && !isPhrase(words.slice(at, at + length), searched)) length -= 1;
    phrases.push(words.slice(at, at + length).join(' '));
    at += length;
  }
  return phrases;
}

/** Stands in the body as it is, and neither ends with a function word nor has one open a new phrase within. */
function isPhrase(words: string[], searched: string): boolean {
  if (
    isFunctionWord(fold(words.at(-1)!)) ||
    words.slice(1).some((word) => PREPOSITIONS.has(fold(word)))
  )
    return false;
  return searched.includes(padded(words.join(' ')));
}

function isStop(tag: string): boolean {
  return (
    isStopPhrase(fold(tag)) ||
    /^(?:في|من|أكثر|على|إلى|عن|بعد|قبل|خلال|مع|ما|هذا|هذه|أن|كما|حتى|أقل)(?:\s(?:من|في|أن|المنطقة|ذلك|هذا|هذه))?$/u.test(
      tag,
    )
  );
}
