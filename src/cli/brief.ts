import { eachAsked } from './articles-asked.js';
import { dbOption, idsOption, jsonOption, type AddCommand } from './options.js';
import { printLine } from './printing.js';

export const addBrief: AddCommand = (program) => {
  program
    .command('brief')
    .description('two or three sentences of each article, chosen, with their places')
    .argument('[path or id...]', 'files (no store needed), or ids of stored articles')
    .addOption(idsOption())
    .addOption(dbOption())
    .addOption(jsonOption())
    .action(async (args: string[], options: { db: string; ids?: string }, command) => {
      const dbNamed = command.getOptionValueSource('db') === 'cli';
      await eachAsked(args, { ...options, dbNamed }, async ({ id, title }, { brief, topic }) => {
        await printLine({ id, title, topic: topic?.topic, brief });
      });
    });
};
