import { readFiles } from '../collect/files.js';
import type { Desk } from '../desk.js';
import type { Subscription } from '../model/feed.js';
import type { Outcome } from '../model/outcome.js';
import { journey } from '../pipeline.js';
import type { Spent } from '../pipeline/prepare.js';
import { dbOption, jsonOption, withDesk, type AddCommand } from './options.js';
import { complain, printLine, remark, say } from './printing.js';
import { duration, Progress } from './progress.js';

export const addImport: AddCommand = (program) => {
  program
    .command('import')
    .description('bring files into the store: each article is read, analysed, related and kept')
    .argument(
      '<path...>',
      '.jsonl[.gz] .html[.gz] .txt .warc[.gz] .xml (feed) .opml (its feeds become sources) or folders of these',
    )
    .addOption(dbOption())
    .addOption(jsonOption())
    .action(async (paths: string[], { db, json }: { db: string; json?: boolean }) => {
      await withDesk(db, {}, async (desk) => {
        const spent: Spent = { extract: 0, analyse: 0, relate: 0, store: 0 };
        const counts = { stored: 0, copy: 0, updated: 0, unchanged: 0, refused: 0 };
        const met = new Map<string, string>();
        const listed: Subscription[] = [];
        const progress = new Progress('articles', 'bytes');
        const stop = new AbortController();
        const onSignal = () => {
          remark('stopping after what is under way; run the same command again to go on');
          stop.abort();
        };
        process.once('SIGINT', onSignal).once('SIGTERM', onSignal);
        const documents = readFiles(paths, (done, total) => progress.at(done, total), {
          subscriptions: (found) => listed.push(...found),
        });
        try {
          for await (const outcome of journey(documents, desk, { spent, signal: stop.signal })) {
            counts[outcome.became] += 1;
            progress.add();
            if (json) await printLine(outcome);
            tell(outcome, met);
          }
        } finally {
          process.off('SIGINT', onSignal).off('SIGTERM', onSignal);
        }
        const { seconds, rate } = progress.stop();
        if (listed.length) {
          const added = await desk.store.subscriptions.put(await unknown(listed, desk));
          remark(
            `${listed.length} sources listed in OPML, ${added} of them new; \`warraq collect\` or \`serve\` visits them`,
          );
        }
        const stats = await desk.store.stats();
        if (json) return;
        say(
          `${counts.stored} stored, ${counts.copy} copies, ${counts.updated} updated, ${counts.unchanged} unchanged, ${counts.refused} refused`,
        );
        say(
          `${duration(seconds)} · ${Math.round(rate)} articles/s · ${stats.articles} articles in the store, ${(stats.bytes / 1e6).toFixed(1)} MB`,
        );
        say(`stages (s): ${breakdown(spent)}`);
      });
    });
};

/** Those that are not among the sources yet: what the user has made of one is not undone. */
async function unknown(listed: Subscription[], { store }: Desk): Promise<Subscription[]> {
  const kept = new Set((await store.subscriptions.list()).map((one) => one.subscription.id));
  return listed.filter(({ id }) => !kept.has(id));
}

/** Names what was refused, and ids that two inputs of one run give to different texts. */
function tell(outcome: Outcome, met: Map<string, string>): void {
  if (outcome.became === 'refused') {
    complain(outcome.name, outcome.reason);
    return;
  }
  const before = met.get(outcome.id);
  if (before && outcome.became === 'updated')
    remark(
      `${outcome.name}: has the id «${outcome.id}» of ${before} with other text; kept as its newer version`,
    );
  met.set(outcome.id, outcome.name);
}

function breakdown(spent: Spent): string {
  return Object.entries(spent)
    .map(([stage, milliseconds]) => `${stage} ${(milliseconds / 1000).toFixed(1)}`)
    .join(', ');
}
