import { basename } from 'node:path';
import { siteRulesIn } from '../desk/site-rules-file.js';
import { atOffset } from '../extract/times.js';
import { toMarkdown } from '../extract/markdown.js';
import type { Article } from '../model/article.js';
import { bodyText } from '../model/text.js';
import { NOTHING_LEARNED, type Learned } from '../model/learned.js';
import { learnedFrom } from '../pipeline/learned.js';
import { jsonOption, withDesk, type AddCommand } from './options.js';
import { answersTo } from './prepared-inputs.js';
import { complain, printLine, say } from './printing.js';

interface Asked {
  markdown?: boolean;
  explain?: boolean;
  db?: string;
  rules?: string;
  allowHost?: string[];
}

export const addExtract: AddCommand = (program) => {
  program
    .command('extract')
    .description('read pages down to their articles; needs no store')
    .argument('<input...>', '.html[.gz] .txt .jsonl[.gz], folders of these, or http(s) addresses')
    .addOption(jsonOption())
    .option('--markdown', 'print Markdown instead')
    .option('--explain', 'print which container of a page won and why, instead')
    .option(
      '--db <dir>',
      'read with what the pages in this store have taught, and with its site rules',
    )
    .option('--rules <file>', 'read with the rules for sites in this file')
    .option('--allow-host <host...>', 'hosts inside your own network that addresses may lead to')
    .action(async (inputs: string[], asked: Asked) => {
      const learned = await known(asked);
      const options = { learned, ...(asked.allowHost && { allowHosts: asked.allowHost }) };
      if (asked.explain) {
        for await (const { name, explanation } of answersTo('explain', inputs, options)) {
          await printLine({ ...explanation, name: pageName(name) });
          if (explanation.refused) complain(name, explanation.refused.reason);
        }
        return;
      }
      for await (const { name, articles } of answersTo('extract', inputs, options)) {
        const [article, ...printedWhole] = articles;
        if (!article) continue;
        if (asked.markdown) say(toMarkdown(article));
        else await printLine(page(pageName(name), article, printedWhole));
      }
    });
};

/** What the store named by `--db`, and the file named by `--rules`, teach of sites. */
async function known({ db, rules }: Asked): Promise<Learned> {
  const asked = rules ? siteRulesIn(rules, true) : undefined;
  if (!db) return { ...NOTHING_LEARNED, ...(asked && { rules: asked }) };
  return withDesk(db, { readonly: true }, ({ store, siteRules }) =>
    learnedFrom(store, asked ?? siteRules),
  );
}

/** `folder/page.html.gz` → `page` */
function pageName(name: string): string {
  if (/^https?:/i.test(name)) return name;
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
    date: article.published && atOffset(article.published, article.publishedOffset),
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
    fromFeed: article.fromFeed,
    readAlso: article.readAlso.map((link) => {
      const other = whole.get(link.title);
      return other ? { ...link, text: bodyText(other), blocks: other.blocks } : link;
    }),
    similar: article.similar,
  };
}
