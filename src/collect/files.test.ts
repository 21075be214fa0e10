import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RawDocument, Refusal } from '../model/document.js';
import { readFiles } from './files.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'warraq-files-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function write(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

async function read(...paths: string[]) {
  const items: Array<RawDocument | Refusal> = [];
  for await (const item of readFiles(paths)) items.push(item);
  return {
    documents: items.filter((item) => 'form' in item),
    refusals: items.filter((item): item is Refusal => !('form' in item)),
  };
}

const line = (body: string) => `${JSON.stringify({ id: body, body })}\n`;

describe('readFiles', () => {
  it('reads JSON Lines with the aliases of body, and names each line', async () => {
    const path = await write(
      'a.jsonl',
      `${line('خبر أول')}{"text":"خبر ثان","title":"عنوان","date":"2020-01-01"}\n\n{"tokens":["خبر","ثالث"],"id":7}`,
    );
    const { documents, refusals } = await read(path);
    expect(refusals).toEqual([]);
    expect(documents.map((document) => document.name)).toEqual([
      `${path}:1`,
      `${path}:2`,
      `${path}:4`,
    ]);
    expect(documents).toMatchObject([
      { form: 'record', record: { id: 'خبر أول', body: 'خبر أول' } },
      { form: 'record', record: { title: 'عنوان', body: 'خبر ثان', date: '2020-01-01' } },
      { form: 'record', record: { id: '7', body: 'خبر ثالث' } },
    ]);
  });

  it('refuses each bad line with its reason and goes on', async () => {
    const long = `{"body":"${'ا'.repeat(11 * 1024 * 1024)}"}\n`;
    const path = await write(
      'bad.jsonl',
      Buffer.concat([
        Buffer.from(line('سليم')),
        Buffer.from('{"body": \n[1]\n{"title":"x"}\n{"body":"  "}\n'),
        Buffer.from([0x7b, 0xff, 0xfe, 0x7d, 10]),
        Buffer.from('{"body":"a\0b"}\n'),
        Buffer.from(long),
        Buffer.from(line('سليم أيضا')),
      ]),
    );
    const { documents, refusals } = await read(path);
    expect(documents).toHaveLength(2);
    expect(refusals.map(({ name, reason }) => `${name.slice(path.length)} ${reason}`)).toEqual([
      expect.stringMatching(/^:2 The line is not JSON/),
      ':3 The line is JSON but no object with a body.',
      ':4 The object has no "body" (nor "text" or "tokens").',
      ':5 The body is empty.',
      ':6 The line is not UTF-8; convert the file to UTF-8.',
      ':7 The line holds NUL bytes: the file is damaged or not text.',
      ':8 The line has more than 20 MB.',
    ]);
  });

  it('reads a gzip that is cut short up to its end, and says so', async () => {
    const lines = Array.from({ length: 5000 }, (_, at) => line(`خبر ${at} ${Math.random()}`));
    const packed = gzipSync(lines.join(''));
    const path = await write('cut.jsonl.gz', packed.subarray(0, packed.length - 1000));
    const { documents, refusals } = await read(path);
    expect(documents.length).toBeGreaterThan(4500);
    expect(new Set(documents.map((document) => document.name)).size).toBe(documents.length);
    expect(refusals).toHaveLength(1);
    expect(refusals[0]?.reason).toMatch(/cut short.*The lines up to \d+ were read/);
  });

  it('reads pages, texts and feeds from folders in order, and unpacks', async () => {
    await mkdir(join(folder, 'tree', 'b'), { recursive: true });
    await write('tree/a.html.gz', gzipSync('<p>صفحة</p>'));
    await write('tree/b/b.txt', 'نص');
    await write(
      'tree/c.xml',
      '<rss><channel><title>قناة</title><item><title>خبر</title></item></channel></rss>',
    );
    await write('tree/ignored.bin', 'x');
    const { documents, refusals } = await read(join(folder, 'tree'));
    expect(refusals).toEqual([]);
    expect(documents.map((document) => document.form)).toEqual(['html', 'text', 'entry']);
    expect(documents[2]).toMatchObject({ entry: { title: 'خبر' }, source: { name: 'قناة' } });
  });

  it('refuses what is missing, empty, of another kind, or no gzip, and reads the rest', async () => {
    const good = await write('good.txt', 'نص');
    const { documents, refusals } = await read(
      join(folder, 'nowhere.jsonl'),
      await write('empty.jsonl', ''),
      await write('picture.png', 'x'),
      await write('fake.html.gz', 'not gzip at all'),
      await write('no-feed.xml', '<a/>'),
      await write('list.opml', '<opml><body><outline xmlUrl="https://a.example/f"/></body></opml>'),
      good,
    );
    expect(documents.map((document) => document.name)).toEqual([good]);
    expect(refusals.map((refusal) => refusal.reason.slice(0, 30))).toEqual([
      'There is no such file or folde',
      'Files of this kind are not rea',
      'The file is empty.',
      'The name ends in .gz but the c',
      'It is no feed of a known forma',
      'An OPML file lists feeds, not ',
    ]);
  });

  it('reads the pages of a WARC, record by record', async () => {
    const record = (type: string, url: string, block: Uint8Array | string) => {
      const bytes = Buffer.from(block);
      const head = `WARC/1.0\r\nWARC-Type: ${type}\r\nWARC-Target-URI: ${url}\r\nWARC-Date: 2023-09-09T10:00:00Z\r\nContent-Length: ${bytes.length}\r\n\r\n`;
      return gzipSync(Buffer.concat([Buffer.from(head), bytes, Buffer.from('\r\n\r\n')]));
    };
    const http = (head: string, body: Uint8Array | string) =>
      Buffer.concat([Buffer.from(`HTTP/1.1 ${head}\r\n\r\n`), Buffer.from(body)]);
    const html = 'Content-Type: text/html';
    const warc = Buffer.concat([
      record('warcinfo', '', 'x'),
      record('response', 'https://a.example/1', http(`200 OK\r\n${html}`, '<p>أ</p>')),
      record(
        'response',
        'https://a.example/2',
        http(`200 OK\r\n${html}\r\nContent-Encoding: gzip`, gzipSync('<p>ب</p>')),
      ),
      record(
        'response',
        'https://a.example/3',
        http(`200 OK\r\n${html}\r\nTransfer-Encoding: chunked`, '3\r\n<p>\r\n1\r\nx\r\n0\r\n\r\n'),
      ),
      record('response', 'https://a.example/4', http(`404 No\r\n${html}`, 'x')),
      record('response', 'https://a.example/5', http('200 OK\r\nContent-Type: image/png', 'x')),
    ]);
    const { documents, refusals } = await read(
      await write('a.warc.gz', warc),
      await write('cut.warc.gz', warc.subarray(0, warc.length - 30)),
      await write('no.warc', 'nothing of the kind'),
    );
    const pages = documents.flatMap((document) =>
      document.form === 'html' ? [[document.url, Buffer.from(document.bytes).toString()]] : [],
    );
    expect(pages.slice(0, 3)).toEqual([
      ['https://a.example/1', '<p>أ</p>'],
      ['https://a.example/2', '<p>ب</p>'],
      ['https://a.example/3', '<p>x'],
    ]);
    expect(refusals.map((refusal) => refusal.reason)).toEqual([
      expect.stringMatching(/cut short.*records up to \d were read/),
      'It is no WARC file, or damaged after record 0.',
    ]);
  });

  it('reports bytes done of all, up to all', async () => {
    const path = await write('progress.jsonl', line('خبر').repeat(1000));
    const seen: Array<[number, number]> = [];
    const progress = (done: number, total: number) => seen.push([done, total]);
    for await (const item of readFiles([path], progress)) expect('form' in item).toBe(true);
    const last = seen.at(-1);
    expect(last?.[0]).toBe(last?.[1]);
    expect(last?.[0]).toBeGreaterThan(1000);
  });
});
