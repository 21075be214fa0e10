import { openStore } from '../store/open.js';
import { dbOption, jsonOption, type AddCommand } from './options.js';
import { complain, printLine, say } from './printing.js';

export const addCheck: AddCommand = (program) => {
  program
    .command('check')
    .description(
      'verify the store: its pages, its search index, and that everything belongs to something',
    )
    .addOption(dbOption())
    .addOption(jsonOption())
    .action(async ({ db, json }: { db: string; json?: boolean }) => {
      const store = await openStore(db, { readonly: true });
      try {
        const faults = await store.check();
        const stats = await store.stats();
        for (const fault of faults) {
          if (json) await printLine(fault);
          complain(db, `${fault.what}; ${fault.mend}`);
        }
        if (json) await printLine({ ...stats, faults: faults.length });
        else say(`${stats.articles} articles of ${stats.sources} sources, ${faults.length} faults`);
      } finally {
        await store.close();
      }
    });
};
