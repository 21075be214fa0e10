import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A WebSub hub on loopback with one subscriber. */
export interface Hub {
  url: string;
  /** `127.0.0.1:PORT`. */
  host: string;
  /** The subscriber has confirmed. */
  confirmed: boolean;
  /** Tells the subscriber that there is news; returns the status of its answer. */
  announce(): Promise<number>;
  close(): Promise<void>;
}

export async function startHub(): Promise<Hub> {
  let callback = '';
  let secret = '';
  const server = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk) => (text += String(chunk)));
    request.on('end', () => {
      const form = new URLSearchParams(text);
      callback = form.get('hub.callback') ?? '';
      secret = form.get('hub.secret') ?? '';
      response.writeHead(202).end();
      const challenge = `c${Math.random()}`;
      const asked = new URLSearchParams({
        'hub.mode': 'subscribe',
        'hub.topic': form.get('hub.topic') ?? '',
        'hub.challenge': challenge,
        'hub.lease_seconds': '864000',
      });
      void fetch(`${callback}?${asked}`).then(async (answer) => {
        hub.confirmed = (await answer.text()) === challenge;
      });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const hub: Hub = {
    url: `http://${host}/`,
    host,
    confirmed: false,
    announce: async () => {
      const body = '<rss/>';
      const signature = `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;
      const headers = { 'x-hub-signature': signature, 'content-type': 'application/rss+xml' };
      return (await fetch(callback, { method: 'POST', body, headers })).status;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return hub;
}
