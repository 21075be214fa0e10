import type { Article, Block } from './article.js';

/** The readable text of one block; '' for a block without text of its own. */
export function blockText(block: Block): string {
  switch (block.type) {
    case 'heading':
    case 'paragraph':
    case 'quote':
      return block.text;
    case 'list':
      return block.items.join('\n');
    case 'table':
      return block.rows.map((row) => row.join('\t')).join('\n');
    case 'entry':
      return block.title ? `${block.title}\n${block.text}` : block.text;
    case 'image':
    case 'embed':
      return '';
  }
}

/** The body as one text, a line feed between blocks. Every `body` offset of an Analysis points into this. */
export function bodyText(article: Pick<Article, 'blocks'>): string {
  return article.blocks.map(blockText).filter(Boolean).join('\n');
}
