import { eachAsked } from './articles-asked.js';
import { dbOption, idsOption, jsonOption, type AddCommand } from './options.js';
import { printLine } from './printing.js';

export const addKeyphrases: AddCommand = (program) => {
  program
    .command('keyphrases')
    .description('what articles are about: five to ten phrases each, best first')
    .argument('[path or id...]', 'files (no store needed), or ids of stored articles')
    .addOption(idsOption())
    .addOption(dbOption())
    .addOption(jsonOption())
    .option('--places', 'print score and places of each phrase')
    .action(
      async (args: string[], options: { db: string; ids?: string; places?: boolean }, command) => {
        const dbNamed = command.getOptionValueSource('db') === 'cli';
        await eachAsked(args, { ...options, dbNamed }, async ({ id }, { keyphrases }) => {
          const phrases = options.places ? keyphrases : keyphrases.map((phrase) => phrase.text);
          await printLine({ id, keyphrases: phrases });
        });
      },
    );
};
