import { dbOption, jsonOption, type AddCommand } from './options.js';
import { openStore } from '../store/open.js';
import { printLine, say } from './printing.js';
import { Progress } from './progress.js';

export const addBackup: AddCommand = (program) => {
  program
    .command('backup')
    .description(
      'copy the store, also while another process writes to it; the index is made anew from the copy',
    )
    .argument('<dir>', 'a directory that does not exist yet, or is empty')
    .addOption(dbOption())
    .addOption(jsonOption())
    .action(async (directory: string, { db, json }: { db: string; json?: boolean }) => {
      const store = await openStore(db, { readonly: true });
      const progress = new Progress('pages');
      try {
        await store.backup(directory, (done, total) => progress.at(done, total));
      } finally {
        progress.stop();
        await store.close();
      }
      if (json) await printLine({ backup: directory });
      else say(`Copied ${db} to ${directory}. Use it with: warraq serve --db ${directory}`);
    });
};
