import { dbOption, idsOf, idsOption, jsonOption, withDesk, type AddCommand } from './options.js';
import { complain, printLine } from './printing.js';

export const addStories: AddCommand = (program) => {
  program
    .command('stories')
    .description('the story and the copy group of each article')
    .argument('[id...]', 'ids of stored articles; without any, all of the store')
    .addOption(idsOption())
    .option('--explain', 'print which rule decided')
    .addOption(dbOption())
    .addOption(jsonOption())
    .action(
      async (
        args: string[],
        { db, ids, explain = false }: { db: string; ids?: string; explain?: boolean },
      ) => {
        const asked = idsOf(args, ids);
        await withDesk(db, { readonly: true }, async (desk) => {
          const print = async (
            id: string,
            relations: { story: string; copies?: { group: string } },
          ) =>
            printLine({
              id,
              story: relations.story,
              copies: relations.copies?.group ?? null,
              ...(explain && { explain: await desk.relater.explain(id) }),
            });
          if (!asked.length) {
            for await (const { article, relations } of desk.store.scan())
              await print(article.id, relations);
            return;
          }
          for (const id of asked) {
            const stored = await desk.store.article(id);
            if (stored) await print(id, stored.relations);
            else complain(id, `no such article in ${db}; \`warraq search\` finds ids`);
          }
        });
      },
    );
};
