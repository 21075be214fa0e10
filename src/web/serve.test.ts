import { expect, test } from 'vitest';
import { browserDesk } from '../../test/browser-desk.js';
import { serve } from './serve.js';

test('serves over HTTP, and a second on the same port is told what to do', async () => {
  const first = await serve(browserDesk(), { port: 0 });
  try {
    expect((await fetch(`${first.url}/health`)).status).toBe(200);
    const port = Number(new URL(first.url).port);
    await expect(serve(browserDesk(), { port })).rejects.toThrow(
      `Port ${port} on 127.0.0.1 is in use. Stop the program that uses it, or choose another port: --port ${port + 1}`,
    );
  } finally {
    await first.close();
  }
  await expect(fetch(`${first.url}/health`)).rejects.toThrow();
});

test('an address that is not ours is named', async () => {
  await expect(serve(browserDesk(), { host: '192.0.2.1', port: 0 })).rejects.toThrow(
    'This machine has no address 192.0.2.1',
  );
});
