import type { EntryDocument } from '../model/document.js';
import { blockText } from '../model/text.js';
import type { Draft } from './draft.js';
import { htmlToBlocks } from './html/fragment.js';

/** A feed's entry whose page could not be had: its content, else its summary, as a draft. */
export function readEntry({ entry, source, fetchedAt }: EntryDocument): Draft {
  const content = htmlToBlocks(entry.content ?? '', entry.url);
  const summary = htmlToBlocks(entry.summary ?? '', entry.url);
  const length = (blocks: typeof content): number =>
    blocks.reduce((sum, block) => sum + blockText(block).length, 0);
  const whole = length(content) > length(summary) * 1.2 && length(content) > 300;
  const image = entry.image ?? content.find((block) => block.type === 'image')?.url;
  return {
    title: entry.title ? htmlToText(entry.title) : undefined,
    blocks: length(content) >= length(summary) ? content : summary,
    url: entry.url,
    ...(entry.url ? {} : { id: `${source.id ?? source.name ?? ''} ${entry.id}`.trim() }),
    published: [entry.published, entry.updated],
    modified: [entry.updated],
    byline: entry.author,
    tags: entry.tags ?? [],
    image,
    ...(whole ? {} : { partial: true }),
    // A channel's post has no page that could have been read.
    ...(entry.post ? {} : { fromFeed: true }),
    source,
    collected: fetchedAt,
  };
}

/** A title that a feed may have written as markup. */
function htmlToText(text: string): string {
  return /<[a-z/]/i.test(text) ? htmlToBlocks(text).map(blockText).join(' ') || text : text;
}
