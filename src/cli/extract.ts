import { basename } from 'node:path';
import { explainExtraction } from '../extract/explain.js';
import { toMarkdown } from '../extract/markdown.js';
import type { Article } from '../model/article.js';
import { bodyText } from '../model/text.js';
import { jsonOption, type AddCommand } from './options.js';
import { articlesIn } from './prepared-inputs.js';
import { printLine, say } from './printing.js';

export const addExtract: AddCommand = (program) => {
  program
    .command('extract')
    .description('read pages down to their articles; needs no store')
    .argument('<path...>', '.html[.gz] .txt .jsonl[.gz] or folders of these')
    .addOption(jsonOption())
    .option('--markdown', 'print Markdown instead')
    .option('--explain', 'print which container of a page won and why, instead')
    .action(async (paths: string[], options: { markdown?: boolean; explain?: boolean }) => {
      for await (const { document, articles } of articlesIn(paths)) {
        const [article, ...printedWhole] = articles;
        if (!article) continue;
        const name = pageName(document.name);
        if (options.markdown) say(toMarkdown(article));
        else if (options.explain) await printLine({ ...explainExtraction(document), name });
        else await printLine(page(name, article, printedWhole));
      }
    });
};

/** `folder/page.html.gz` → `page` */
function pageName(name: string): string {
  return basename(name).replace(/\.(html?|txt)(\.gz)?$/i, '');
}

function page(name: string, article: Article, printedWhole: Article[]): Record<string, unknown> {
  const whole = new Map(printedWhole.map((other) => [other.title, other]));
  return {
    name,
    id: article.id,
    url: article.url,
    title: article.title,
    text: bodyText(article),
    blocks: article.blocks,
    date: article.published,
    modified: article.modified,
    author: article.byline,
    source: article.sourceName,
    credits: article.credits,
    section: article.section,
    keywords: article.tags,
    language: article.language,
    kind: article.kind,
    image: article.image,
    partial: article.partial,
    readAlso: article.readAlso.map((link) => {
      const other = whole.get(link.title);
      return other ? { ...link, text: bodyText(other), blocks: other.blocks } : link;
    }),
    similar: article.similar,
  };
}
