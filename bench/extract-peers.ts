/**
 * The extractor beside its peers, on the same pages in the same process: quality page by page, and CPU
 * milliseconds a page (of this process, so that a busy machine does not matter).
 *
 *   npm install --prefix bench && tsx bench/extract-peers.ts GOLDDIR [--every N] [--losses N]
 *
 * Every page is read twice: the first round warms each of them up, since a desk reads thousands. Prints one
 * line for each extractor, with the median of the first round beside the second's, then the pages where a peer
 * beats ours by 0.05 or more in F1, with the longest line that we added and that we lost.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { compare, mean, median, type Gold } from '../eval/extract-score.js';
import { decode } from '../src/extract/decode.js';
import { extract } from '../src/extract/extract.js';
import { bodyText } from '../src/model/text.js';

const require = createRequire(import.meta.url);
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { every: { type: 'string', default: '1' }, losses: { type: 'string', default: '15' } },
});
const folder = positionals[0] ?? '';
if (!existsSync(folder)) {
  console.error('usage: tsx bench/extract-peers.ts GOLDDIR [--every N] [--losses N]');
  process.exit(2);
}

type Extractor = (bytes: Uint8Array, html: string, url: string) => Promise<string> | string;
interface Peer {
  parseHTML(html: string): { document: unknown };
  Readability: new (document: unknown) => {
    parse(): { content?: string; textContent?: string } | null;
  };
}
const { parseHTML } = require('linkedom') as Pick<Peer, 'parseHTML'>;
const { Readability } = require('@mozilla/readability') as Pick<Peer, 'Readability'>;
const { extractFromHtml } = (await import('@extractus/article-extractor')) as unknown as {
  extractFromHtml(html: string, url: string): Promise<{ content?: string } | null>;
};
const { Defuddle } = (await import('defuddle/node')) as unknown as {
  Defuddle(document: unknown, url: string): Promise<{ content?: string }>;
};

/** Markup to text, a line for each block; the same for every peer. */
function plain(content: string | undefined): string {
  const { document } = parseHTML(
    `<html><body>${(content ?? '').replace(/<(?:\/?(?:p|div|h\d|li|tr|blockquote|section|figure|table|ul|ol)|br)\b[^>]*>/gi, '$&\n')}</body></html>`,
  ) as { document: { body: { textContent: string } } };
  return document.body.textContent;
}

const extractors: Record<string, Extractor> = {
  warraq: (bytes, _, url) => {
    const extraction = extract({
      form: 'html',
      name: url,
      fetchedAt: new Date().toISOString(),
      bytes,
      url,
    });
    return 'articles' in extraction ? bodyText(extraction.articles[0]!) : '';
  },
  'readability+linkedom': (_, html) =>
    plain(new Readability(parseHTML(html).document).parse()?.content),
  defuddle: async (_, html, url) => plain((await Defuddle(parseHTML(html).document, url)).content),
  'article-extractor': async (_, html, url) => plain((await extractFromHtml(html, url))?.content),
};

function whatWentWrong(got: string, want: string): string {
  const spaceless = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, '');
  const longestNotIn = (lines: string, text: string): string => {
    const whole = spaceless(text);
    const others = lines.split('\n').filter((line) => !whole.includes(spaceless(line)));
    return (
      others
        .sort((a, b) => b.length - a.length)[0]
        ?.trim()
        .slice(0, 90) ?? ''
    );
  };
  const [added, lost] = [longestNotIn(got, want), longestNotIn(want, got)];
  return [added && `added «${added}»`, lost && `lost «${lost}»`].filter(Boolean).join(', ');
}

const names = readdirSync(folder)
  .filter((file) => file.endsWith('.gold.json'))
  .map((file) => file.slice(0, -'.gold.json'.length))
  .filter((_, at) => at % Number(values.every) === 0);
const scores = new Map<string, Array<{ p: number; r: number; f1: number; ms: number }>>();
/** Ours, page by page: the longest line that is not in the gold text, and the longest of the gold that is missing. */
const wrong: string[] = [];
console.error = () => {};
console.warn = () => {};
const cold = new Map<string, number[]>();
for (const [round, name] of [...names, ...names].entries()) {
  const gold = JSON.parse(readFileSync(join(folder, `${name}.gold.json`), 'utf8')) as Gold;
  const textFile = join(folder, `${name}.gold.txt`);
  const want = existsSync(textFile) ? readFileSync(textFile, 'utf8') : gold.text;
  const bytes = gunzipSync(readFileSync(join(folder, `${name}.html.gz`)));
  const decoded = decode(bytes);
  const html = 'text' in decoded ? decoded.text : '';
  for (const [peer, run] of Object.entries(extractors)) {
    const before = process.cpuUsage();
    let text = '';
    try {
      text = await run(bytes, html, gold.url ?? 'https://example.com/');
    } catch {
      text = '';
    }
    const { user, system } = process.cpuUsage(before);
    const ms = (user + system) / 1000;
    if (round < names.length) {
      cold.set(peer, [...(cold.get(peer) ?? []), ms]);
      continue;
    }
    const { p, r, f1 } = compare(text, want, '', undefined);
    if (peer === 'warraq') wrong.push(whatWentWrong(text, want));
    scores.set(peer, [...(scores.get(peer) ?? []), { p, r, f1, ms }]);
  }
}
for (const [peer, results] of scores) {
  const p = mean(results.map((result) => result.p));
  const r = mean(results.map((result) => result.r));
  const ms = results.map((result) => result.ms);
  console.log(
    peer.padEnd(22),
    `pages ${results.length} precision ${p.toFixed(4)} recall ${r.toFixed(4)} f1 ${((2 * p * r) / (p + r)).toFixed(4)} cpu-ms median ${median(ms).toFixed(1)} mean ${mean(ms).toFixed(1)} cold ${median(cold.get(peer)!).toFixed(1)}`,
  );
}
const losses: Array<[number, string]> = [];
for (const [at, name] of names.entries())
  for (const [peer, results] of scores) {
    const gap = results[at]!.f1 - scores.get('warraq')![at]!.f1;
    if (gap >= 0.05)
      losses.push([
        gap,
        `${name.slice(0, 20)} ${peer} +${gap.toFixed(3)} (ours p ${scores.get('warraq')![at]!.p.toFixed(2)} r ${scores.get('warraq')![at]!.r.toFixed(2)}; ${wrong[at]})`,
      ]);
  }
for (const [, line] of losses.sort(([a], [b]) => b - a).slice(0, Number(values.losses)))
  console.log(line);
