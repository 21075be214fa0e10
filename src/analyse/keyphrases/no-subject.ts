import { PERSON_TITLES } from '../entities/name-lists.js';
import { definiteRarity } from '../word-frequencies.js';
import type { Candidate } from './candidates.js';

/** What a writer thinks of a thing rather than which it is. Folded, without clitics. */
const OPINION = new Set(
  (
    'رايع رايعه عجيب عجيبه موسف موسفه جبار جباره مثلي سهل سهله صعب صعبه هادف هادفه ضخم ضخمه خطير خطيره كاسح كاسحه ممتاز ممتازه قوي قويه ' +
    'واسع واسعه شديد شديده مميز مميزه جميل جميله لازم لازمه مطلوب مطلوبه مناسب مناسبه معني معنيه مخصص مخصصه مرتبط مرتبطه ناجح ناجحه ' +
    'مدهش مدهشه متراجع متراجعه معدل معدله قريب قريبه حريص حريصه مودي موديه متوفر متوفره مطروح مطروحه ' +
    'بارز بارزه ملحوظ ملموس مستمر مستمره متواصل متواصله مذكور مذكوره'
  ).split(' '),
);
/** In steps of `definiteRarity`: «الاتفاق», «المركز» and all commoner words name one thing only where an article says them often. */
const COMMON = 25;
const OFTEN = 5;

/** Whether a phrase, sound as it is, is not what an article is about. */
export function isNoSubject(candidate: Candidate): boolean {
  return (
    isToldOutlet(candidate) ||
    (!candidate.firstIsName && (isRole(candidate) || isOpinion(candidate))) ||
    isLoneCommonNoun(candidate)
  );
}

/** «قال لـ«اليوم»»: whom somebody told it. */
function isToldOutlet({ article, from, inTitle }: Candidate): boolean {
  const { words } = article;
  return !inTitle && words[from]!.mark !== 0 && words[from - 1]?.lexeme.folded === 'ل';
}

/** «الرئيس الفرنسي» before his name, or with it. */
function isRole({ article, from, to: end, length, occurrences }: Candidate): boolean {
  if (length < 2 || !PERSON_TITLES.has(article.words[from]!.lexeme.bare)) return false;
  if (article.called[article.names[end]!]?.person) return true;
  return occurrences.some(({ to }) => article.names[to + 1]! >= 0);
}

function isOpinion({ article, to, length }: Candidate): boolean {
  return length > 1 && OPINION.has(article.words[to]!.lexeme.bare);
}

function isLoneCommonNoun({ article, from, length, names, quoted, times }: Candidate): boolean {
  if (length > 1 || names || quoted || times >= OFTEN) return false;
  const { definite, bare } = article.words[from]!.lexeme;
  return definite && definiteRarity(bare) < COMMON;
}
