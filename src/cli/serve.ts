import { Option } from 'commander';
import { fillFromSample, refuseSample } from '../sample-run.js';
import { serve } from '../web/serve.js';
import { dbOption, wholeNumber, withDesk, type AddCommand } from './options.js';
import { complain, remark, say, UnusableCall } from './printing.js';

interface ServeCall {
  db: string;
  host: string;
  port: number;
  sample: boolean;
}

export const addServe: AddCommand = (program) => {
  program
    .command('serve')
    .description('the reader and the API; on a first run filled from the sample newsroom')
    .addOption(dbOption())
    .addOption(new Option('--host <address>', 'where to listen').default('127.0.0.1'))
    .addOption(new Option('--port <n>').default(8080).argParser(wholeNumber('--port', 0, 65535)))
    .option('--no-sample', 'start without the sample newsroom, or take it away')
    .action(async ({ db, host, port, sample }: ServeCall) => {
      await withDesk(db, {}, async (desk) => {
        const server = await serve(desk, { host, port }).catch((error: Error) => {
          throw new UnusableCall(error.message);
        });
        if (!sample) await refuseSample(desk);
        else if (await fillFromSample(desk, complain)) remark('filled from the sample newsroom');
        say(`ورّاق ← ${server.url}`);
        await stopSignal();
        await server.close();
      });
    });
};

/** Resolves when the process is asked to stop. */
function stopSignal(): Promise<void> {
  return new Promise((stop) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop());
  });
}
