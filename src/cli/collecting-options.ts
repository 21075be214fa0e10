import { Option, type Command } from 'commander';
import type { FetchSettings } from '../collect/http.js';
import type { CollectEvent } from '../collect/collector.js';
import { wholeNumber } from './options.js';

/** Options of every command that asks publishers for something. */
export interface CollectingCall {
  contact?: string;
  allowHost: string[];
  gap: number;
  timeout: number;
}

export function addCollectingOptions(command: Command): Command {
  return command
    .addOption(
      new Option(
        '--contact <address>',
        'how a publisher reaches you (page or mail): sent along with every request',
      ).env('WARRAQ_CONTACT'),
    )
    .addOption(
      new Option(
        '--allow-host <host...>',
        'hosts (name or name:port) inside your own network that may be asked',
      ).default([], 'none'),
    )
    .addOption(
      new Option('--gap <ms>', 'least pause between two requests to one host')
        .default(1000)
        .argParser(wholeNumber('--gap', 0, 600_000)),
    )
    .addOption(
      new Option('--timeout <s>', 'longest wait for one answer')
        .default(30)
        .argParser(wholeNumber('--timeout', 1, 600)),
    );
}

export function fetchSettings({ contact, allowHost, gap, timeout }: CollectingCall): FetchSettings {
  return {
    ...(contact ? { contact } : {}),
    allowHosts: allowHost,
    gapMs: gap,
    timeoutMs: timeout * 1000,
  };
}

/** An event as a line of JSON: what happened to which subscription. */
export function eventLine(event: CollectEvent): object | undefined {
  const { id, address } = event.subscription;
  if (event.event === 'visited') {
    const { found, fresh, state } = event;
    return { event: 'visited', id, address, found, fresh, nextVisit: state.nextVisit };
  }
  if (event.event === 'failed')
    return { event: 'failed', id, address, ...event.failure, nextVisit: event.state.nextVisit };
  return undefined;
}
