import { bodyText } from '../model/text.js';
import { dbOption, jsonOption, withDesk, type AddCommand } from './options.js';
import { printLine } from './printing.js';
import { Progress } from './progress.js';

export const addExport: AddCommand = (program) => {
  program
    .command('export')
    .description('print every article of the store as a JSON line; `warraq import` reads it back')
    .addOption(dbOption())
    .addOption(jsonOption())
    .action(async ({ db }: { db: string }) => {
      await withDesk(db, { readonly: true }, async ({ store }) => {
        const progress = new Progress('articles');
        const { articles } = await store.stats();
        let done = 0;
        for await (const { article, keyphrases, entities, topic, relations } of store.scan()) {
          await printLine({
            id: article.id,
            title: article.title,
            body: bodyText(article),
            date: article.published,
            source: article.sourceName,
            url: article.url,
            blocks: article.blocks,
            author: article.byline,
            tags: article.tags,
            keyphrases: keyphrases.map((phrase) => phrase.text),
            entities: [
              ...new Map(entities.map(({ type, name, key }) => [key, { type, name }])).values(),
            ],
            topic,
            story: relations.story,
            copies: relations.copies?.group,
          });
          progress.add();
          progress.at((done += 1), articles);
        }
        progress.stop();
      });
    });
};
