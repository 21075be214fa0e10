import type { FC } from 'hono/jsx';
import type { BriefSentence } from '../../model/analysis.js';
import type { Article } from '../../model/article.js';
import { blockText } from '../../model/text.js';
import { blockDirection } from '../parts/outside.js';

/** The brief: sentences of the article itself, each leading to the block that it stands in. */
export const Brief: FC<{ article: Article; sentences: BriefSentence[] }> = ({
  article,
  sentences,
}) =>
  sentences.length === 0 ? null : (
    <section class="brief" aria-labelledby="brief" lang="ar">
      <h2 id="brief">باختصار</h2>
      <ul>
        {sentences.map((sentence) => (
          <li {...blockDirection(sentence.text)}>
            <a href={`#${anchorOf(article, sentence)}`}>{sentence.text}</a>
          </li>
        ))}
      </ul>
    </section>
  );

/** The id of the block that a body offset falls into; blocks are joined as in `bodyText`. */
function anchorOf(article: Article, place: BriefSentence): string {
  if (place.field === 'title') return 'title';
  let end = 0;
  for (const [index, block] of article.blocks.entries()) {
    const { length } = blockText(block);
    if (length === 0) continue;
    end += length + 1;
    if (place.start < end) return `b${index}`;
  }
  return 'title';
}
