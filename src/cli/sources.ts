import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { discover, type Found } from '../collect/discover.js';
import type { Health } from '../collect/health.js';
import { createFetcher, type Fetcher } from '../collect/http.js';
import { subscriptionId } from '../collect/opml.js';
import { bundles, toSubscription } from '../collect/publishers.js';
import { openDesk } from '../desk/open.js';
import { SourceDesk } from '../desk/source-desk.js';
import { openStore, openSubscriptions } from '../store/open.js';
import { addCollectingOptions, fetchSettings, type CollectingCall } from './collecting-options.js';
import { dbOption, jsonOption, type AddCommand } from './options.js';
import { complain, printLine, remark, say, UnusableCall } from './printing.js';

interface SourcesCall {
  db: string;
  json?: boolean;
}

/** Subcommands of `warraq sources`; all but `remove --articles` work beside a running `warraq serve`. */
export const addSources: AddCommand = (program) => {
  const sources = program
    .command('sources')
    .description(
      'what is collected, with how each source fares. Works beside a running `warraq serve`, which takes changes up within seconds',
    );
  const sub = (name: string, description: string): Command =>
    sources.command(name).description(description).addOption(dbOption()).addOption(jsonOption());

  sub('list', 'every source with its health')
    .alias('health')
    .action(async (call: SourcesCall) => {
      const store = await openStore(call.db, { readonly: true });
      try {
        const health = await new SourceDesk(store.subscriptions, noFetcher, noRemoval).list();
        if (!health.length && !call.json)
          remark('there is no source yet; warraq sources add ADDRESS');
        for (const one of health) await tellHealth(one, call.json);
      } finally {
        await store.close();
      }
    });

  addCollectingOptions(
    sub('find', 'what an address, a channel (@name) or a site offers; keeps nothing').argument(
      '<address>',
    ),
  ).action(async (address: string, call: SourcesCall & CollectingCall) => {
    await withFetcher(call, async (fetcher) => {
      for (const found of await find(address, fetcher)) await tellFound(found, call.json);
    });
  });

  addCollectingOptions(
    sub('add', 'find what each address offers and keep the best of it')
      .argument('<address...>')
      .option('--folder <name>', 'put it into a folder; «a/b» is b within a')
      .option('--every', 'keep everything that is found, not only the best')
      .option('--as-is', 'keep the address as a feed without looking'),
  ).action(
    async (
      addresses: string[],
      call: SourcesCall & CollectingCall & { folder?: string; every?: boolean; asIs?: boolean },
    ) => {
      const folders = call.folder ? { folders: call.folder.split('/').filter(Boolean) } : {};
      await withFetcher(call, (fetcher) =>
        withSources(call.db, fetcher, async (desk) => {
          for (const address of addresses) {
            try {
              const found = call.asIs ? [asIs(address)] : await find(address, fetcher);
              const chosen = call.every || found[0]?.how === 'opml' ? found : found.slice(0, 1);
              const added = await desk.keep(
                chosen.map(({ subscription }) => ({ ...subscription, ...folders })),
              );
              for (const one of chosen) await tellFound(one, call.json);
              if (!added) remark(`${address}: is among the sources already`);
            } catch (error) {
              if (!(error instanceof UnusableCall)) throw error;
              complain(address, error.message);
            }
          }
        }),
      );
    },
  );

  const change = (
    name: string,
    description: string,
    work: (desk: SourceDesk, id: string) => Promise<boolean>,
  ) =>
    sub(name, description)
      .argument('<source...>', 'its id or its address')
      .action(async (asked: string[], call: SourcesCall) => {
        await withSources(call.db, noFetcher, async (desk) => {
          for (const one of asked) {
            const id = await idOf(desk, one);
            if (!id || !(await work(desk, id)))
              complain(one, id ? 'is paused; resume it first' : noSuch);
            else await tellHealth((await desk.get(id))!, call.json);
          }
        });
      });
  change('pause', 'visit it no more for now', (desk, id) => desk.change(id, { paused: true }));
  change('resume', 'visit it again', (desk, id) => desk.change(id, { paused: false }));
  change('retry', 'visit it at once, whatever its schedule', (desk, id) => desk.retry(id));

  sub('remove', 'take it away; its articles stay unless --articles is given')
    .argument('<source...>', 'its id or its address')
    .option('--articles', 'take its articles away, too (not beside a running `warraq serve`)')
    .action(async (asked: string[], call: SourcesCall & { articles?: boolean }) => {
      const remove = async (desk: SourceDesk) => {
        for (const one of asked) {
          const id = await idOf(desk, one);
          const removed = id && (await desk.remove(id, call.articles ?? false));
          if (!removed) complain(one, noSuch);
          else if (call.json) await printLine({ removed: id, articles: removed.articles });
          else say(`${removed.subscription.address} removed, ${removed.articles} articles with it`);
          if (removed && removed.shared)
            remark(`${one}: its articles stay, since another source brings them, too`);
        }
      };
      if (!call.articles) return withSources(call.db, noFetcher, remove);
      const desk = await openDesk(call.db);
      try {
        await remove(
          new SourceDesk(desk.store.subscriptions, noFetcher, (source) =>
            desk.removeArticlesOf(source),
          ),
        );
      } finally {
        await desk.close();
      }
    });

  sub('import', 'add the feeds of OPML files, with their folders')
    .argument('<file...>')
    .action(async (files: string[], call: SourcesCall) => {
      await withSources(call.db, noFetcher, async (desk) => {
        for (const file of files) {
          const read = await desk.importOpml(fileBytes(file));
          if ('reason' in read) complain(file, read.reason);
          else if (call.json) await printLine({ file, ...read });
          else say(`${file}: ${read.listed} feeds listed, ${read.added} new`);
        }
      });
    });

  sub('export', 'print all sources as OPML').action(async (call: SourcesCall) => {
    const store = await openStore(call.db, { readonly: true });
    try {
      const desk = new SourceDesk(store.subscriptions, noFetcher, noRemoval);
      process.stdout.write(await desk.exportOpml('Warraq'));
    } finally {
      await store.close();
    }
  });

  sub('bundles', 'publishers known to us, by region and topic; add a bundle with --add')
    .option('--add <bundle...>', 'keep all publishers of these bundles')
    .action(async (call: SourcesCall & { add?: string[] }) => {
      const all = bundles();
      if (!call.add) {
        for (const { id, english, arabic, publishers } of all)
          if (call.json) await printLine({ id, english, arabic, publishers });
          else say(`${id}\t${publishers.length}\t${english}\t${arabic}`);
        return;
      }
      await withSources(call.db, noFetcher, async (desk) => {
        for (const name of call.add ?? []) {
          const bundle = all.find(({ id }) => id === name);
          if (!bundle) {
            complain(name, 'no bundle has this id; `warraq sources bundles` lists them');
            continue;
          }
          const added = await desk.keep(bundle.publishers.map(toSubscription));
          say(`${name}: ${added} added`);
        }
      });
    });
};

const noSuch = 'there is no such source; `warraq sources list` shows them';
const noRemoval = () => Promise.resolve(0);
/** An address as it is, taken for a feed; the first visit tells. */
function asIs(address: string): Found {
  const subscription = { id: subscriptionId(address), address, kind: 'feed' as const, source: {} };
  return { subscription, entries: 0, headlines: [], full: false, how: 'itself' };
}

/** For what asks no publisher. */
const noFetcher: Fetcher = createFetcher();

async function withFetcher(call: CollectingCall, work: (fetcher: Fetcher) => Promise<void>) {
  const fetcher = createFetcher(fetchSettings(call));
  try {
    await work(fetcher);
  } finally {
    await fetcher.close();
  }
}

async function withSources(
  directory: string,
  fetcher: Fetcher,
  work: (desk: SourceDesk) => Promise<void>,
): Promise<void> {
  const store = await openSubscriptions(directory);
  try {
    await work(new SourceDesk(store.subscriptions, fetcher, noRemoval));
  } finally {
    await store.close();
  }
}

async function find(address: string, fetcher: Fetcher): Promise<Found[]> {
  const looked = await discover(address, fetcher);
  if ('failure' in looked) throw new UnusableCall(`${looked.english} ${looked.arabic}`);
  return looked.found;
}

async function idOf(desk: SourceDesk, asked: string): Promise<string | undefined> {
  const all = await desk.list();
  return all.find(({ subscription: { id, address } }) => id === asked || address === asked)
    ?.subscription.id;
}

async function tellHealth(health: Health, json: boolean | undefined): Promise<void> {
  const { subscription, status, arabic, english, ...rest } = health;
  const { id, address, kind, source, folders } = subscription;
  if (json)
    return printLine({
      id,
      name: source.name,
      address,
      kind,
      folders,
      status,
      arabic,
      english,
      ...rest,
    });
  say(`${id}  ${status.padEnd(7)} ${source.name ?? address}`);
  say(`    ${address}`);
  say(`    ${english} ${arabic}`);
  const facts = [
    rest.lastSuccess && `last success ${rest.lastSuccess}`,
    rest.lastChange && `last change ${rest.lastChange}`,
    rest.perDay !== undefined && `${rest.perDay} a day`,
    rest.nextVisit && status !== 'paused' && status !== 'gone' && `next visit ${rest.nextVisit}`,
  ].filter(Boolean);
  if (facts.length) say(`    ${facts.join(' · ')}`);
}

async function tellFound(found: Found, json: boolean | undefined): Promise<void> {
  const { subscription, entries, latest, headlines, how } = found;
  const { id, kind, address, source } = subscription;
  if (json)
    return printLine({ id, kind, address, name: source.name, entries, latest, headlines, how });
  say(`${kind}  ${address}  ${source.name ?? ''}`);
  say(`    ${entries} entries${latest ? `, the latest of ${latest}` : ''} (${how})`);
  for (const headline of headlines) say(`    · ${headline}`);
}

function fileBytes(file: string): Uint8Array {
  try {
    return new Uint8Array(readFileSync(file));
  } catch (error) {
    throw new UnusableCall(`${file}: cannot be read (${(error as NodeJS.ErrnoException).code})`);
  }
}
