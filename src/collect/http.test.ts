import type { ServerResponse } from 'node:http';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFetcher, type Fetcher, type FetchSettings } from './http.js';
import { isPublicAddress } from './http/addresses.js';
import { readRetryAfter } from './http/headers.js';
import { startTestServer, type TestServer } from './test-server.js';

let server: TestServer;
let fetchers: Fetcher[] = [];
beforeEach(async () => {
  server = await startTestServer();
});
afterEach(async () => {
  await Promise.all(fetchers.map((fetcher) => fetcher.close()));
  fetchers = [];
  await server.close();
});

function fetcher(settings: FetchSettings = {}): Fetcher {
  const made = createFetcher({ allowHosts: ['127.0.0.1'], gapMs: 0, timeoutMs: 3000, ...settings });
  fetchers.push(made);
  return made;
}

const codeOf = async (url: string, settings?: FetchSettings) => {
  const answer = await fetcher(settings).get(url);
  return answer.failure ? answer.code : answer.status;
};

describe('what must not be reached', () => {
  const guarded = { allowHosts: [] };

  it.each([
    'http://127.0.0.1/', 'http://127.1/', 'http://2130706433/', 'http://0177.0.0.1/',
    'http://0x7f000001/', 'http://0/', 'http://10.0.0.1/', 'http://172.16.5.4/',
    'http://192.168.1.1/', 'http://169.254.169.254/latest/meta-data/', 'http://100.64.0.1/',
    'http://[::1]/', 'http://[::]/', 'http://[::ffff:127.0.0.1]/', 'http://[::ffff:7f00:1]/',
    'http://[fe80::1]/', 'http://[fd00:ec2::254]/', 'http://[64:ff9b::7f00:1]/',
    'http://[2002:7f00:1::]/', 'http://224.0.0.1/', 'http://255.255.255.255/',
    'http://localhost/', 'http://user:pass@127.0.0.1/', 'http://①②⑦.⓪.⓪.①/',
    'http://017700000001/', 'http://127.0.0.1./', 'http://127.00.00.01/', 'http://0x7f.1/', 'http://192.168.257/',
    'http://[::127.0.0.1]/', 'http://[::7f00:1]/', 'http://[::a9fe:a9fe]/', 'http://[::ffff:0:127.0.0.1]/',
    'http://[64:ff9b::a9fe:a9fe]/', 'http://[64:ff9b:1::8.8.8.8]/', 'http://[2002:a9fe:a9fe::1]/',
    'http://[2001:0:7f00:1::]/', 'http://[fec0::1]/', 'http://[100::1]/',
    'http://[2001:db8::1]/', 'http://[ff02::1]/', 'http://127.0.0.1:22/', 'http://example.com@127.0.0.1/',
    'http://127.0.0.1#@example.com/', 'http://127.0.0.1\\@example.com/', 'http://192.0.0.192/', 'http://198.18.0.1/',
  ])('refuses %s', async (url) => {
    expect(await codeOf(url, guarded)).toBe('private-address');
  }); // prettier-ignore

  it.each([
    'file:///etc/passwd',
    'ftp://example.com/',
    'gopher://x/',
    'data:text/html,x',
    'http://[fe80::1%25eth0]/',
    'nonsense',
    '',
  ])('refuses the address %s', async (url) => {
    expect(await codeOf(url, guarded)).toBe('bad-address');
  });

  it('refuses a name that resolves inside, and one that does so at the second look', async () => {
    const inside = { address: '10.1.2.3', family: 4 };
    const outside = { address: '203.0.113.1', family: 4 };
    expect(
      await codeOf('http://inside.example/', {
        resolve: (_name, _options, callback) => callback(null, [inside]),
      }),
    ).toBe('private-address');
    let looks = 0;
    // The first look is for robots.txt; nothing answers at the outer address of the documentation range.
    const answers = [outside, inside];
    const changing: FetchSettings = {
      timeoutMs: 500,
      resolve: (_name, _options, callback) =>
        callback(null, [answers[Math.min(looks++, 1)] ?? inside]),
    };
    expect(await codeOf('http://changing.example/', changing)).toBe('private-address');
  });

  it('refuses redirects inside, and to other protocols', async () => {
    for (const [path, target] of [
      ['/a', 'http://169.254.169.254/'],
      ['/b', 'http://localhost:1/'],
      ['/c', 'file:///etc/passwd'],
    ] as const)
      server.routes.set(path, (_request, response) =>
        response.writeHead(302, { location: target }).end(),
      );
    expect(await codeOf(`${server.origin}/a`)).toBe('private-address');
    expect(await codeOf(`${server.origin}/b`)).toBe('private-address');
    expect(await codeOf(`${server.origin}/c`)).toBe('bad-address');
  });

  it('takes of a name that lies both inside and outside only what lies outside', async () => {
    const tried: string[] = [];
    const both: FetchSettings = {
      timeoutMs: 500,
      resolve: (name, _options, callback) => {
        tried.push(name);
        callback(null, [
          { address: '127.0.0.1', family: 4 },
          { address: '::1', family: 6 },
          { address: '::ffff:10.0.0.1', family: 6 },
        ]);
      },
    };
    const { port } = new URL(server.origin);
    server.page('/', 'secret');
    expect(await codeOf(`http://both.example:${port}/`, both)).toBe('private-address');
    expect(tried).toContain('both.example');
    expect(server.requests).toEqual([]);
  });

  it('sends no form inside, and follows no hub there', async () => {
    server.routes.set('/hub', (_request, response) =>
      response.writeHead(307, { location: 'http://169.254.169.254/' }).end(),
    );
    const guardedFetcher = fetcher({ allowHosts: [] });
    expect(await guardedFetcher.post('http://127.0.0.1/', { a: 'b' })).toMatchObject({
      code: 'private-address',
    });
    expect(await fetcher().post(`${server.origin}/hub`, { a: 'b' })).toMatchObject({
      code: 'http-307',
    });
  });

  it('opens a host of our own on the port named, and on no other', async () => {
    const { port } = new URL(server.origin);
    server.page('/', 'x');
    expect(await codeOf(`${server.origin}/`, { allowHosts: [`127.0.0.1:${port}`] })).toBe(200);
    expect(await codeOf(`${server.origin}/`, { allowHosts: ['127.0.0.1:1'] })).toBe(
      'private-address',
    );
  });

  it('tells public addresses from others', () => {
    for (const address of ['8.8.8.8', '2606:4700::1111', '64:ff9b::808:808'])
      expect(isPublicAddress(address), address).toBe(true);
    for (const address of ['fec0::1', 'ff02::1', '192.0.2.1', '198.18.0.1', '0.0.0.0', 'x'])
      expect(isPublicAddress(address), address).toBe(false);
  });
});

describe('limits', () => {
  it('stops at size, packed or unpacked, and at bombs within bombs', async () => {
    const settings = { maxBytes: 100_000 };
    const zeros = Buffer.alloc(5_000_000);
    server.page('/plain', zeros);
    server.page('/gzip', gzipSync(zeros), { 'content-encoding': 'gzip' });
    server.page('/br', brotliCompressSync(zeros), { 'content-encoding': 'br' });
    server.page('/twice', gzipSync(gzipSync(zeros)), { 'content-encoding': 'gzip, gzip' });
    server.page('/thrice', gzipSync(zeros), { 'content-encoding': 'gzip, gzip, gzip' });
    for (const path of ['/plain', '/gzip', '/br', '/twice', '/thrice'])
      expect(await codeOf(server.origin + path, settings), path).toBe('too-large');
  });

  it('stops at redirects in a circle, at silence and at damaged compression', async () => {
    server.routes.set('/loop', (_request, response) =>
      response.writeHead(302, { location: '/loop' }).end(),
    );
    server.routes.set('/silent', () => {});
    server.page(
      '/broken',
      Buffer.concat([gzipSync('x'.repeat(999)).subarray(0, 20), Buffer.from('junk')]),
      {
        'content-encoding': 'gzip',
      },
    );
    expect(await codeOf(`${server.origin}/loop`)).toBe('too-many-redirects');
    expect(await codeOf(`${server.origin}/silent`, { timeoutMs: 300 })).toBe('timeout');
    expect(await codeOf(`${server.origin}/broken`)).toBe('bad-encoding');
    expect(await codeOf('http://127.0.0.1:1/')).toBe('refused');
  });

  it('sends nothing of an address that breaks out of its line', async () => {
    server.routes.set('/a%0D%0AX-Evil:%201', (_request, response) => response.end('x'));
    server.routes.set('/to', (_request, response) =>
      response.writeHead(302, { location: '/a%0D%0AX-Evil:%201' }).end(),
    );
    await fetcher({ contact: 'desk@news.example\r\nX-Evil: 1' }).get(`${server.origin}/to`);
    await fetcher().get(`${server.origin}/a\r\nX-Evil: 1`);
    for (const request of server.requests) {
      expect(request.headers).not.toHaveProperty('x-evil');
      expect(request.headers['if-none-match']).toBeUndefined();
    }
    const etag = '"1"\r\nX-Evil: 1';
    const answer = await fetcher().get(`${server.origin}/a`, { etag });
    expect(server.requests.some((request) => 'x-evil' in request.headers)).toBe(false);
    expect(answer.failure).toBe(true);
  });

  it('survives headers without end and odd ones', async () => {
    server.routes.set('/many', (request) => {
      const line = `X-A: ${'a'.repeat(1000)}\r\n`;
      request.socket.write(`HTTP/1.1 200 OK\r\n${line.repeat(200)}\r\n`);
    });
    server.routes.set('/odd', (request) => {
      request.socket.end('HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 7\r\n\r\nhello');
    });
    for (const path of ['/many', '/odd'])
      expect(await codeOf(server.origin + path), path).not.toBe(200);
  });
});

describe('manners', () => {
  it('obeys robots.txt, and takes a missing one as leave', async () => {
    server.page(
      '/robots.txt',
      'User-agent: *\nDisallow: /private/\nUser-agent: Warraq\nDisallow: /no\n',
    );
    server.page('/yes', 'x');
    server.page('/private/x', 'x');
    expect(await codeOf(`${server.origin}/no/x`)).toBe('robots');
    expect(await codeOf(`${server.origin}/yes`)).toBe(200);
    server.routes.delete('/robots.txt');
    expect(await codeOf(`${server.origin}/yes`)).toBe(200);
    server.routes.set('/robots.txt', (_request, response) => response.writeHead(503).end());
    expect(await codeOf(`${server.origin}/yes`)).toBe('robots-unavailable');
    expect(server.asked).toEqual(['/yes', '/yes']);
  });

  it('asks a host for one thing at a time with a gap between', async () => {
    let running = 0;
    let most = 0;
    const times: number[] = [];
    for (const path of ['/1', '/2', '/3'])
      server.routes.set(path, (_request, response) => {
        most = Math.max(most, ++running);
        times.push(Date.now());
        setTimeout(() => {
          running--;
          response.end('x');
        }, 30);
      });
    const polite = fetcher({ gapMs: 120 });
    await Promise.all(['/1', '/2', '/3'].map((path) => polite.get(server.origin + path)));
    expect(most).toBe(1);
    expect((times[2] ?? 0) - (times[0] ?? 0)).toBeGreaterThanOrEqual(240);
  });

  it('names itself and its contact, keeps no cookie, sends no credentials', async () => {
    server.page('/a', 'x', { 'set-cookie': 'id=1' });
    const made = fetcher({ contact: 'desk@news.example' });
    await made.get(server.origin.replace('//', '//user:secret@') + '/a');
    await made.get(`${server.origin}/a`);
    for (const request of server.requests) {
      expect(request.headers['user-agent']).toBe('Warraq/0.1.0 (news reader; +desk@news.example)');
      expect(request.headers.cookie).toBeUndefined();
      expect(request.headers.authorization).toBeUndefined();
    }
  });

  it('leaves a host alone as long as it asks for', async () => {
    server.routes.set('/busy', (_request, response) =>
      response.writeHead(429, { 'retry-after': '120' }).end(),
    );
    server.page('/other', 'x');
    const made = fetcher();
    expect(await made.get(`${server.origin}/busy`)).toMatchObject({
      code: 'http-429',
      retryAfter: 120,
    });
    expect(await made.get(`${server.origin}/other`)).toMatchObject({ code: 'host-resting' });
    expect(server.asked).toEqual(['/busy']);
    expect(readRetryAfter('Thu, 01 Jan 2026 00:01:00 GMT', Date.UTC(2026, 0, 1))).toBe(60);
    expect(readRetryAfter('soon')).toBeUndefined();
  });

  it('does not wait again and again for a host that is down', async () => {
    server.routes.set('/silent', () => {});
    const made = fetcher({ timeoutMs: 200 });
    const codes: string[] = [];
    for (let run = 0; run < 4; run++) {
      const answer = await made.get(`${server.origin}/silent`);
      codes.push(answer.failure ? answer.code : 'ok');
    }
    expect(codes).toEqual(['timeout', 'timeout', 'host-down', 'host-down']);
  });

  it('remembers permanent redirects only up to the first that is not', async () => {
    const to =
      (status: number, location: string) => (_request: unknown, response: ServerResponse) =>
        void response.writeHead(status, { location }).end();
    server.routes.set('/a', to(301, '/b'));
    server.routes.set('/b', to(302, '/c'));
    server.page('/c', 'x');
    expect(await fetcher().get(`${server.origin}/a`)).toMatchObject({
      url: `${server.origin}/c`,
      movedTo: `${server.origin}/b`,
    });
  });
});
