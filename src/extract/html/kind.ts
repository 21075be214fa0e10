import type { ArticleKind, Block } from '../../model/article.js';
import { httpUrl, writtenPath } from '../canonical-url.js';

const OPINION =
  /^(?:ال)?(?:رأي|رأى|آراء|مقالات(?: الرأي)?|كتاب(?: وآراء)?|كتّاب|أقلام|زوايا|افتتاحية|opinions?|editorials?|comment|columns?|columnists?)$/iu;
const OPINION_PATH =
  /\/(?:opinions?|editorials?|columns?|columnists?|رأي|الرأي|آراء|مقالات-الرأي)(?=\/)/iu;
const URGENT = /^(?:عاجل|خبر عاجل)(?:\s*[:|–-]|\s*$)/u;
/** Pictures from which on an article may be a gallery, and how much text it may have beside them. */
const GALLERY = { pictures: 4, chars: 1500 };
/** Characters of one paragraph up to which it is a brief. */
const BRIEF = 250;

/** Is it the name of a section for opinion? */
export const isOpinionSection = (section: string): boolean => OPINION.test(section.trim());

/** What an article is that its data calls a report: told by its section, its address and what it is made of. */
export function kindShown(
  blocks: readonly Block[],
  {
    section,
    title,
    url,
  }: { section?: string | undefined; title?: string | undefined; url?: string | undefined },
): ArticleKind {
  if (isOpinionSection(section ?? '') || OPINION_PATH.test(writtenPath(httpUrl(url))))
    return 'opinion';
  const pictures = blocks.filter(({ type }) => type === 'image').length;
  const paragraphs = blocks.filter(({ type }) => type !== 'image' && type !== 'embed');
  const chars = paragraphs.reduce(
    (sum, block) => sum + ('text' in block ? block.text.length : BRIEF),
    0,
  );
  if (pictures >= GALLERY.pictures && pictures > paragraphs.length && chars < GALLERY.chars)
    return 'gallery';
  const urgent = URGENT.test(title ?? '') || URGENT.test(section ?? '');
  return paragraphs.length === 1 && pictures < 2 && chars <= (urgent ? BRIEF * 2 : BRIEF) && chars
    ? 'brief'
    : 'report';
}
