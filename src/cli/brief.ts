import { eachAsked } from './articles-asked.js';
import { dbOption, idsOf, idsOption, jsonOption, withDesk, type AddCommand } from './options.js';
import { complain, printLine } from './printing.js';

export const addBrief: AddCommand = (program) => {
  program
    .command('brief')
    .description('two or three sentences of each article, chosen, with their places')
    .argument('[path or id...]', 'files (no store needed), or ids of stored articles')
    .addOption(idsOption())
    .addOption(dbOption())
    .addOption(jsonOption())
    .option('--stories', 'the ids are of stories: sentences of different outlets that tell each')
    .action(async (args: string[], options: BriefOptions, command) => {
      if (options.stories) return briefsOfStories(idsOf(args, options.ids), options.db);
      const dbNamed = command.getOptionValueSource('db') === 'cli';
      await eachAsked(args, { ...options, dbNamed }, async ({ id, title }, { brief, topic }) => {
        await printLine({ id, title, topic: topic?.topic, brief });
      });
    });
};

interface BriefOptions {
  db: string;
  ids?: string;
  stories?: boolean;
}

async function briefsOfStories(ids: string[], db: string): Promise<void> {
  await withDesk(db, { readonly: true }, async (desk) => {
    for (const id of ids) {
      const story = await desk.storyPage(id);
      if (!story) {
        complain(id, `no story in ${db} has this id; \`warraq stories\` lists them`);
        continue;
      }
      const brief = (await desk.storyBrief(story.id)).map(({ text, start, summary }) => ({
        article: summary.id,
        source: summary.source,
        start,
        end: start + text.length,
        text,
      }));
      await printLine({ story: story.id, title: story.title, brief });
    }
  });
}
