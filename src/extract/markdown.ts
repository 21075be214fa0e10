import type { Article, Block } from '../model/article.js';

/** Characters that would be markup at the beginning of a line, or anywhere. */
const escape = (text: string): string =>
  text.replace(/[\\`*_[\]<>|]/g, '\\$&').replace(/^(\s*)([#>+-]|\d+[.)])(?=\s)/gm, '$1\\$2');
const address = (url: string): string => url.replace(/[()\s<>]/g, encodeURIComponent);

/** An article as Markdown (CommonMark, tables as GitHub writes them): title, source line, blocks, credits. */
export function toMarkdown(article: Article): string {
  const facts = [article.sourceName, article.byline, article.published]
    .filter((fact) => fact !== undefined)
    .map(escape);
  const parts = [`# ${escape(article.title)}`, facts.join(' · ')];
  if (article.url) parts.push(`<${address(article.url)}>`);
  parts.push(...article.blocks.map(blockToMarkdown));
  if (article.tags.length) parts.push(`كلمات دلالية: ${article.tags.map(escape).join('، ')}`);
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}

function blockToMarkdown(block: Block): string {
  switch (block.type) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${escape(block.text)}`;
    case 'paragraph':
      return escape(block.text);
    case 'quote':
      return `> ${escape(block.text)}${block.by ? `\n>\n> — ${escape(block.by)}` : ''}`;
    case 'list':
      return block.items
        .map((item, at) => `${block.ordered ? `${at + 1}.` : '-'} ${escape(item)}`)
        .join('\n');
    case 'table':
      return tableToMarkdown(block.rows);
    case 'image':
      return `![${escape(block.caption ?? block.alt ?? '')}](${address(block.url)})`;
    case 'embed':
      return block.url ? `[${escape(block.title ?? block.kind)}](${address(block.url)})` : '';
    case 'entry':
      return [block.time, block.title && `**${escape(block.title)}**`, escape(block.text)]
        .filter(Boolean)
        .join('\n\n');
  }
}

function tableToMarkdown(rows: string[][]): string {
  const width = Math.max(...rows.map((row) => row.length));
  const line = (row: string[]): string =>
    `| ${Array.from({ length: width }, (_, at) => escape(row[at] ?? '')).join(' | ')} |`;
  const [head, ...rest] = rows;
  return [line(head!), `|${' --- |'.repeat(width)}`, ...rest.map(line)].join('\n');
}
