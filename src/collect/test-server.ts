import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A web server on loopback for tests: what it was asked, when, and how it answers each path. */
export interface TestServer {
  origin: string;
  /** Paths in the order asked, without robots.txt. */
  asked: string[];
  requests: IncomingMessage[];
  routes: Map<string, (request: IncomingMessage, response: ServerResponse) => void>;
  page(path: string, body: string | Uint8Array, headers?: Record<string, string>): void;
  close(): Promise<void>;
}

export async function startTestServer(): Promise<TestServer> {
  const routes: TestServer['routes'] = new Map();
  const asked: string[] = [];
  const requests: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    if (path !== '/robots.txt') asked.push(path);
    requests.push(request);
    const route = routes.get(path);
    if (route) route(request, response);
    else response.writeHead(404).end('nothing here');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    requests,
    routes,
    page(path, body, headers = { 'content-type': 'text/html; charset=utf-8' }) {
      routes.set(path, (_request, response) => response.writeHead(200, headers).end(body));
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
