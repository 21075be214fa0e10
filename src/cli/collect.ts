import { createFetcher } from '../collect/http.js';
import { collectInto } from '../collecting.js';
import {
  addCollectingOptions,
  eventLine,
  fetchSettings,
  type CollectingCall,
} from './collecting-options.js';
import {
  dbOption,
  jsonOption,
  stopSignal,
  withDesk,
  wholeNumber,
  type AddCommand,
} from './options.js';
import { complain, printLine, remark, say } from './printing.js';

interface CollectCall extends CollectingCall {
  db: string;
  once?: boolean;
  all?: boolean;
  json?: boolean;
  concurrency: number;
}

export const addCollect: AddCommand = (program) => {
  const command = program
    .command('collect')
    .description(
      'visit the sources whose turn it is and bring in what is new; goes on until it is stopped',
    )
    .addOption(dbOption())
    .option('--once', 'only what is due now, then end')
    .option('--all', 'every source, due or not (but none paused); with --once')
    .option(
      '--concurrency <n>',
      'hosts visited at the same time',
      wholeNumber('--concurrency', 1, 1000),
      64,
    )
    .addOption(jsonOption());
  addCollectingOptions(command).action(async (call: CollectCall) => {
    await withDesk(call.db, {}, async (desk) => {
      const fetcher = createFetcher(fetchSettings(call));
      const counts = { stored: 0, copy: 0, updated: 0, unchanged: 0, refused: 0 };
      const visits = { visited: 0, failed: 0 };
      if (!(await desk.store.subscriptions.list()).length)
        remark('there is no source yet; add one: warraq sources add ADDRESS');
      try {
        await collectInto(desk, {
          fetcher,
          signal: stopSignal(() => remark('stopping after what is under way')),
          concurrency: call.concurrency,
          ...(call.once ? { once: call.all ? 'all' : 'due' } : {}),
          told: (news) => {
            if ('became' in news) {
              counts[news.became] += 1;
              if (call.json) void printLine(news);
              if (news.became === 'refused') complain(news.name, news.reason);
              return;
            }
            if (news.event === 'visited' || news.event === 'failed') visits[news.event] += 1;
            const line = eventLine(news);
            if (call.json && line) void printLine(line);
            if (news.event === 'failed')
              complain(news.subscription.address, `${news.failure.english} ${news.failure.arabic}`);
          },
        });
      } finally {
        await fetcher.close();
      }
      if (call.json) return;
      say(
        `${visits.visited} sources visited, ${visits.failed} failed; ${counts.stored} articles stored, ` +
          `${counts.copy} copies, ${counts.updated} updated, ${counts.unchanged} unchanged, ${counts.refused} refused`,
      );
    });
  });
};
