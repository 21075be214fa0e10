import type { Entity } from '../model/analysis.js';
import { eachAsked } from './articles-asked.js';
import { dbOption, idsOption, jsonOption, type AddCommand } from './options.js';
import { printLine } from './printing.js';

export const addEntities: AddCommand = (program) => {
  program
    .command('entities')
    .description(
      'people, places and organisations; offsets (UTF-16) into the body, and apart into the title',
    )
    .argument('[path or id...]', 'files (no store needed), or ids of stored articles')
    .addOption(idsOption())
    .addOption(dbOption())
    .addOption(jsonOption())
    .action(async (args: string[], options: { db: string; ids?: string }, command) => {
      const dbNamed = command.getOptionValueSource('db') === 'cli';
      await eachAsked(args, { ...options, dbNamed }, async ({ id }, { entities }) => {
        const within = (field: Entity['field']) =>
          entities
            .filter((entity) => entity.field === field)
            .map(({ type, start, end, text, name, country, at }) => ({
              type,
              start,
              end,
              text,
              name,
              country,
              at,
            }));
        await printLine({ id, entities: within('body'), inTitle: within('title') });
      });
    });
};
