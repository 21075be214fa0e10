import { setTimeout as sleep } from 'node:timers/promises';
import { Option } from 'commander';
import { createFetcher } from '../collect/http.js';
import { Announcements } from '../collect/websub.js';
import { collectInto, type CollectingOptions } from '../collecting.js';
import type { Desk } from '../desk.js';
import { SourceDesk } from '../desk/source-desk.js';
import { fillFromSample, refuseSample } from '../sample-run.js';
import { StoreError } from '../store/store-error.js';
import { serve } from '../web/serve.js';
import { addCollectingOptions, fetchSettings, type CollectingCall } from './collecting-options.js';
import { dbOption, stopSignal, wholeNumber, withDesk, type AddCommand } from './options.js';
import { complain, remark, say, UnusableCall } from './printing.js';

interface ServeCall extends CollectingCall {
  db: string;
  host: string;
  port: number;
  sample: boolean;
  collect: boolean;
  publicUrl?: string;
  manage?: boolean;
}

export const addServe: AddCommand = (program) => {
  const command = program
    .command('serve')
    .description(
      'the reader, the API and collecting; on a first run filled from the sample newsroom',
    )
    .addOption(dbOption())
    .addOption(new Option('--host <address>', 'where to listen').default('127.0.0.1'))
    .addOption(new Option('--port <n>').default(8080).argParser(wholeNumber('--port', 0, 65535)))
    .option('--no-sample', 'start without the sample newsroom, or take it away')
    .option('--no-collect', 'visit no source')
    .option(
      '--public-url <address>',
      'where the world reaches this server: for feeds behind a proxy, and so that hubs (WebSub) can announce news',
    )
    .option(
      '--manage',
      'let every reader change the sources (default: only where --host is this machine)',
    )
    .option('--no-manage', 'let nobody change the sources from the pages');
  addCollectingOptions(command).action(async (call: ServeCall) => {
    const { db, host, port, sample, collect } = call;
    const publicUrl = call.publicUrl?.replace(/\/+$/, '');
    if (publicUrl !== undefined && !/^https?:\/\/[^/?#]+/.test(publicUrl))
      throw new UnusableCall(
        `--public-url: «${publicUrl}» is no address; write it whole, as in https://news.example.org`,
      );
    const contact = call.contact ?? publicUrl;
    const manage = call.manage ?? isThisMachine(host);
    await withDesk(db, {}, async (desk) => {
      const fetcher = createFetcher(fetchSettings({ ...call, ...(contact ? { contact } : {}) }));
      const sources = new SourceDesk(desk.store.subscriptions, fetcher, (source) =>
        desk.removeArticlesOf(source),
      );
      const announcements =
        publicUrl && collect
          ? new Announcements(desk.store.subscriptions, fetcher, publicUrl)
          : undefined;
      const server = await serve(desk, {
        host,
        port,
        sources,
        manage,
        ...(publicUrl ? { publicUrl } : {}),
        ...(announcements ? { announcements } : {}),
      }).catch((error: Error) => {
        throw new UnusableCall(error.message);
      });
      const signal = stopSignal();
      try {
        if (!sample) await refuseSample(desk);
        else if (await fillFromSample(desk, complain)) remark('filled from the sample newsroom');
        say(`ورّاق ← ${server.url}`);
        if (collect) {
          await keepCollecting(desk, {
            fetcher,
            signal,
            ...(announcements ? { announcements } : {}),
          });
        } else if (!signal.aborted)
          await new Promise((stop) => signal.addEventListener('abort', stop));
      } finally {
        await server.close();
        await fetcher.close();
      }
    });
  });
};

/** What a full disk waits for before collecting is tried again, in ms. */
const restAfterFault = 60_000;

/** Collects until it is stopped. A store that cannot take more ends collecting for a while, not reading. */
async function keepCollecting(desk: Desk, options: CollectingOptions): Promise<void> {
  while (!options.signal.aborted)
    try {
      await collectInto(desk, options);
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      complain('collecting', `${error.message} It is tried again in a minute.`);
      await sleep(restAfterFault, undefined, { signal: options.signal }).catch(() => {});
    }
}

/** An address that only this machine reaches. */
function isThisMachine(host: string): boolean {
  return host === 'localhost' || host === '::1' || host.startsWith('127.');
}
