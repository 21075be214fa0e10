import { dbOption, jsonOption, withDesk, type AddCommand } from './options.js';
import { printLine, say } from './printing.js';
import { duration } from './progress.js';

export const addReindex: AddCommand = (program) => {
  program
    .command('reindex')
    .description('make the term index anew from the store')
    .addOption(dbOption())
    .addOption(jsonOption())
    .action(async ({ db, json }: { db: string; json?: boolean }) => {
      const begun = performance.now();
      await withDesk(db, { reindex: true }, async (desk) => {
        const { documents } = desk.relater.frequencies;
        const seconds = (performance.now() - begun) / 1000;
        if (json) await printLine({ documents, seconds });
        else say(`${documents} articles indexed in ${duration(seconds)}`);
      });
    });
};
