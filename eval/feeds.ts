/**
 * Robustness of the feed reader on feedparser's test files, beside two readers from npm.
 *
 *     tsx eval/feeds.ts [--without-sanitize] [--wrong FORMAT]
 *
 * Every file must be read without a throw and within 100 ms; of the files with an expectation on one
 * of ten core fields, the share that is right, by format. Values are compared as a reader sees them:
 * markup and references resolved, spaces single, times as moments. The cases about removing markup,
 * where every reader then looks right, can be left out.
 */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { gunzipSync } from 'node:zlib';
import { readFeed } from '../src/collect/feeds.js';
import { readFeedDate } from '../src/collect/feeds/dates.js';
import { plainLine } from '../src/collect/feeds/plain-text.js';

type Value = string | undefined;
interface Entry {
  id: Value;
  title: Value;
  link: Value;
  content: Value;
  summary: Value;
  author: Value;
  published: Value;
  updated: Value;
}
interface Reading {
  title: Value;
  link: Value;
  entries: Entry[];
}
interface Case {
  file: string;
  header: Record<string, string>;
  asserts: Array<{ path: Array<string | number>; op: string; value?: unknown }>;
}
type Read = (bytes: Buffer, text: string, url: string) => Promise<Reading> | Reading;

const gold = new URL('../../shared/gold/feeds/', import.meta.url);
if (!existsSync(gold)) {
  console.error('The gold feeds (../shared/gold/feeds) are not here; nothing was measured.');
  process.exit(2);
}
const require = createRequire(new URL('../bench/package.json', import.meta.url));

const ours: Read = (bytes, _text, url) => {
  const read = readFeed(bytes, { url });
  if ('reason' in read) throw new Error(read.reason);
  return {
    title: read.feed.title,
    link: read.feed.link,
    entries: read.entries.map((entry) => ({
      id: entry.id,
      title: entry.title,
      link: entry.url,
      content: entry.content,
      summary: entry.summary ?? entry.content,
      author: entry.author,
      published: entry.published,
      updated: entry.updated ?? entry.published,
    })),
  };
};

interface RssParserItem extends Record<string, unknown> {
  creator?: string;
}
const rssParser = (): Read => {
  const Parser = require('rss-parser') as new () => {
    parseString(text: string): Promise<{ title?: string; link?: string; items: RssParserItem[] }>;
  };
  const parser = new Parser();
  return async (_bytes, text) => {
    const feed = await parser.parseString(text);
    const string = (value: unknown) => (typeof value === 'string' ? value : undefined);
    return {
      title: string(feed.title),
      link: string(feed.link),
      entries: feed.items.map((item) => {
        const content = string(item['content:encoded']) ?? string(item['content']);
        return {
          id: string(item['guid']) ?? string(item['id']),
          title: string(item['title']),
          link: string(item['link']),
          content,
          summary: string(item['summary']) ?? string(item['content']) ?? content,
          author: string(item['creator']) ?? string(item['author']),
          published: string(item['isoDate']) ?? string(item['pubDate']),
          updated: string(item['isoDate']) ?? string(item['pubDate']),
        };
      }),
    };
  };
};

interface PeerFeed {
  title: string | null;
  url: string | null;
  items: Array<{
    id: string | null;
    title: string | null;
    url: string | null;
    content: string | null;
    description: string | null;
    authors: Array<{ name: string | null }>;
    published: Date | null;
    updated: Date | null;
  }>;
}
const feedParser = (): Read => {
  const { parseFeed } = require('@rowanmanning/feed-parser') as {
    parseFeed(text: string): PeerFeed;
  };
  return (_bytes, text) => {
    const feed = parseFeed(text);
    return {
      title: feed.title ?? undefined,
      link: feed.url ?? undefined,
      entries: feed.items.map((item) => ({
        id: item.id ?? undefined,
        title: item.title ?? undefined,
        link: item.url ?? undefined,
        content: item.content ?? undefined,
        summary: item.description ?? item.content ?? undefined,
        author: item.authors[0]?.name ?? undefined,
        published: item.published?.toISOString(),
        updated: (item.updated ?? item.published)?.toISOString(),
      })),
    };
  };
};

/** An expectation's place among the ten fields. */
function fieldOf(
  path: Array<string | number>,
): { field: keyof Entry | 'feed.title' | 'feed.link'; entry: number } | undefined {
  const [first, index, name, ...rest] = path;
  if (first === 'feed' && path.length === 2 && (index === 'title' || index === 'link'))
    return { field: `feed.${index}`, entry: 0 };
  if (first === 'feed' && index === 'title_detail' && name === 'value')
    return { field: 'feed.title', entry: 0 };
  if (first !== 'entries' || typeof index !== 'number') return undefined;
  if (name === 'content' && rest[0] === 0 && rest[1] === 'value')
    return { field: 'content', entry: index };
  if (name === 'title_detail' && rest[0] === 'value') return { field: 'title', entry: index };
  if (rest.length > 0) return undefined;
  const names: Record<string, keyof Entry> = {
    id: 'id', guid: 'id', title: 'title', link: 'link', description: 'summary', summary: 'summary',
    author: 'author', published: 'published', updated: 'updated',
    published_parsed: 'published', updated_parsed: 'updated',
  }; // prettier-ignore
  const field = names[String(name)];
  return field && { field, entry: index };
}

/** As a reader sees it. */
function seen(field: string, value: unknown): string {
  if (Array.isArray(value)) {
    const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = value as number[];
    return new Date(Date.UTC(year, month - 1, day, hour, minute, second))
      .toISOString()
      .slice(0, 19);
  }
  const text = typeof value === 'string' ? value : '';
  if (field === 'published' || field === 'updated') return readFeedDate(text)?.slice(0, 19) ?? text;
  if (field.endsWith('link') && URL.canParse(text)) return new URL(text).href.replace(/\/$/, '');
  if (field.endsWith('link') || field === 'id') return text.trim().replace(/\/$/, '');
  const plain = plainLine(
    text
      .replace(/<(script|style|object|applet)\b[\s\S]*?<\/\1\s*>/gi, '')
      .replace(/<embed[^>]*>/gi, ''),
  );
  return field === 'author' ? plain.replace(/\s*\([^)]*@[^)]*\)/, '') : plain;
}

function formatOf(text: string): string {
  const root = /<(rss|rdf:rdf|(?:\w+:)?feed|(?:\w+:)?entry|channel)\b/i
    .exec(text)?.[1]
    ?.toLowerCase();
  if (root === 'rss') return 'RSS';
  if (root === 'rdf:rdf') return 'RDF';
  if (root === 'channel') return 'CDF';
  return root ? 'Atom' : 'other';
}

function* tarFiles(tar: Buffer): Generator<[name: string, bytes: Buffer]> {
  for (let at = 0; at + 512 <= tar.length;) {
    const name = tar.toString('utf8', at, at + 100).replace(/\0.*$/s, '');
    const size = parseInt(tar.toString('latin1', at + 124, at + 136), 8) || 0;
    if (name && tar[at + 156] === 48) yield [name, tar.subarray(at + 512, at + 512 + size)];
    at += 512 + Math.ceil(size / 512) * 512;
  }
}

const files = new Map<string, Buffer>();
for (const [name, bytes] of tarFiles(
  gunzipSync(readFileSync(new URL('feedparser-tests.tar.gz', gold))),
))
  if (name.endsWith('.xml')) files.set(name.replace(/^tests\//, ''), bytes);
const cases = JSON.parse(
  gunzipSync(readFileSync(new URL('feedparser_cases.json.gz', gold))).toString('utf8'),
) as Case[];

let thrown = 0;
let slowest = { ms: 0, file: '' };
readFeed(files.values().next().value ?? Buffer.alloc(0)); // the first call compiles
for (const [file, bytes] of files) {
  // Of this process alone: other work on the machine does not count.
  const start = process.cpuUsage();
  try {
    readFeed(bytes);
  } catch {
    thrown++;
  }
  const { user, system } = process.cpuUsage(start);
  const ms = (user + system) / 1000;
  if (ms > slowest.ms) slowest = { ms, file };
}
console.log(
  `${files.size} files: ${thrown} thrown; slowest ${slowest.ms.toFixed(1)} ms CPU (${slowest.file})`,
);

const readers: Record<string, Read> = {
  ours,
  'rss-parser': rssParser(),
  '@rowanmanning/feed-parser': feedParser(),
};
const showWrong = process.argv.includes('--wrong') ? process.argv.at(-1) : undefined;
for (const [name, read] of Object.entries(readers)) {
  const right = new Map<string, [right: number, all: number]>();
  for (const { file, header, asserts } of cases) {
    if (process.argv.includes('--without-sanitize') && /sanitize/.test(file)) continue;
    const bytes = files.get(file);
    if (!bytes) continue;
    const declared = /encoding=["']([\w-]+)["']/.exec(bytes.toString('latin1', 0, 200))?.[1];
    let text = bytes.toString('utf8');
    try {
      text = new TextDecoder(declared ?? 'utf-8').decode(bytes);
    } catch {
      // An encoding that does not exist: UTF-8 as anyone would try.
    }
    const format = formatOf(text);
    const served = `http://127.0.0.1:8097/tests/${file}`;
    const url = new URL(header['Content-Location'] ?? served, served).href;
    const wanted = asserts.flatMap((assert) => {
      const place = assert.op === 'eq' && fieldOf(assert.path);
      return place ? [{ ...place, value: assert.value }] : [];
    });
    if (wanted.length === 0) continue;
    const reading = await Promise.resolve()
      .then(() => read(bytes, text, url))
      .catch((): Reading => ({ title: undefined, link: undefined, entries: [] }));
    for (const { field, entry, value } of wanted) {
      const got =
        field === 'feed.title'
          ? reading.title
          : field === 'feed.link'
            ? reading.link
            : reading.entries[entry]?.[field];
      const ok = seen(field, got) === seen(field, value);
      const count = right.get(format) ?? [0, 0];
      right.set(format, [count[0] + (ok ? 1 : 0), count[1] + 1]);
      if (!ok && name === 'ours' && showWrong === format)
        console.log(
          `${file} ${field}\n   want ${JSON.stringify(value)}\n   got  ${JSON.stringify(got)}`,
        );
    }
  }
  const shares = [...right].map(
    ([format, [ok, all]]) => `${format} ${((100 * ok) / all).toFixed(1)} % of ${all}`,
  );
  console.log(`${name}: ${shares.join(', ')}`);
}
