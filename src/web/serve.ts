import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import type { Desk } from '../desk.js';
import { createApp, type AppOptions } from './app.js';

/** What a request under way has left when the server stops. */
const LAST_ANSWERS_MS = 5000;

interface ServeOptions extends AppOptions {
  /** Default 127.0.0.1: reachable from this machine only. */
  host?: string;
  /** Default 8080; 0 takes any free one. */
  port?: number;
}

export interface Served {
  /** Where it listens: `http://127.0.0.1:8080`. */
  url: string;
  /** Stops listening, and resolves once the requests under way are answered, or cut after some seconds. */
  close(): Promise<void>;
}

/**
 * Serves a desk over HTTP. The desk stays the caller's to close.
 * @throws Error saying what to do, where the port is taken or may not be used
 */
export async function serve(desk: Desk, options: ServeOptions = {}): Promise<Served> {
  const { host = '127.0.0.1', port = 8080, ...appOptions } = options;
  const app = createApp(desk, appOptions);
  const server = createAdaptorServer({ fetch: app.fetch });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(new Error(whyNot(error, host, port), { cause: error })),
    );
    server.listen(port, host, resolve);
  });
  const bound = server.address() as AddressInfo;
  const name = bound.family === 'IPv6' ? `[${bound.address}]` : bound.address;
  return {
    url: `http://${name}:${bound.port}`,
    close: () =>
      new Promise((resolve, reject) => {
        const cut = setTimeout(() => {
          if ('closeAllConnections' in server) server.closeAllConnections();
        }, LAST_ANSWERS_MS);
        server.close((error) => {
          clearTimeout(cut);
          if (error) reject(error);
          else resolve();
        });
        if ('closeIdleConnections' in server) server.closeIdleConnections();
      }),
  };
}

function whyNot(error: NodeJS.ErrnoException, host: string, port: number): string {
  switch (error.code) {
    case 'EADDRINUSE':
      return `Port ${port} on ${host} is in use. Stop the program that uses it, or choose another port: --port ${port === 65535 ? 8080 : port + 1}`;
    case 'EACCES':
      return `Port ${port} on ${host} may not be used by this account. Choose a port above 1023: --port 8080`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `This machine has no address ${host}. Choose one that it has: --host 127.0.0.1`;
    default:
      return `Cannot listen on ${host}, port ${port}: ${error.message}`;
  }
}
