import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sampleSites, siteUrl, type SampleSite } from './sites.js';

/** A piece of a sample article's text, as its file in data/articles/ writes it. */
export type SampleBlock =
  | { type: 'paragraph' | 'heading' | 'quote'; text: string }
  | { type: 'list'; items: string[] }
  | { type: 'table'; rows: string[][] }
  /** One report of a live page; the time is ISO 8601, UTC. */
  | { type: 'entry'; time: string; title: string; text: string }
  /** A picture of a gallery. */
  | { type: 'picture'; name: string; caption: string }
  /** An insert that leads to another article of the same site; no part of the text. */
  | { type: 'read-also'; slug: string };

export interface SampleArticle {
  slug: string;
  /** Made of the slug; some designs use it in addresses. */
  number: number;
  site: SampleSite;
  title: string;
  /** One or two sentences; some designs print them above the text. */
  summary: string;
  /** ISO 8601, UTC. */
  published: string;
  author?: string;
  section: string;
  tags: string[];
  image?: { name: string; caption: string; credit?: string };
  blocks: SampleBlock[];
  /** Set on the pages beside the newsroom's articles. */
  layout?: string;
  path: string;
  url: string;
}

/** Every article of the newsroom, newest first. Throws where a file breaks the form, naming it. */
export function sampleArticles(): SampleArticle[] {
  return readAll('articles');
}

/** Pages of other layouts, which no feed or front page lists: live, gallery, video, opinion, scroll. */
export function extraArticles(): SampleArticle[] {
  return readAll('extra');
}

function readAll(folder: 'articles' | 'extra'): SampleArticle[] {
  const directory = fileURLToPath(new URL(`data/${folder}`, import.meta.url));
  const files = readdirSync(directory)
    .filter((file) => file.endsWith('.txt'))
    .sort();
  const articles = files.map((file) =>
    parse(file.slice(0, -4), readFileSync(join(directory, file), 'utf8')),
  );
  return articles.sort((a, b) => b.published.localeCompare(a.published));
}

function parse(slug: string, text: string): SampleArticle {
  const match = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text);
  if (!match?.[1] || !match[2]) throw new Error(`data/articles/${slug}.txt: no front matter`);
  const fields = new Map(
    match[1].split('\n').map((line): [string, string] => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon).trim(), line.slice(colon + 1).trim()];
    }),
  );
  const need = (name: string): string => {
    const value = fields.get(name);
    if (!value) throw new Error(`data/articles/${slug}.txt: no ${name}`);
    return value;
  };
  const site = sampleSites.find((candidate) => candidate.id === need('site'));
  if (!site) throw new Error(`data/articles/${slug}.txt: no site ${need('site')}`);
  const number = numberOf(slug);
  const published = new Date(need('published')).toISOString().replace('.000Z', 'Z');
  const path = pathOf(site, slug, number, published);
  const author = fields.get('author');
  const layout = fields.get('layout');
  const [name, caption, credit] = (fields.get('image') ?? '').split('|').map((part) => part.trim());
  return {
    slug,
    number,
    site,
    title: need('title'),
    summary: need('summary'),
    published,
    ...(author ? { author } : {}),
    ...(layout ? { layout } : {}),
    section: need('section'),
    tags: (fields.get('tags') ?? '').split('،').flatMap((tag) => tag.trim() || []),
    ...(name && caption ? { image: { name, caption, ...(credit ? { credit } : {}) } } : {}),
    blocks: match[2].split(/\n{2,}/).flatMap((part) => (part.trim() ? [blockOf(part.trim())] : [])),
    path,
    url: siteUrl(site) + path,
  };
}

/** Stays the same when articles are added, as an address must. */
function numberOf(slug: string): number {
  let hash = 0;
  for (const character of slug) hash = (hash * 131 + character.charCodeAt(0)) % 899_981;
  return 100_000 + hash;
}

function blockOf(part: string): SampleBlock {
  const lines = part.split('\n');
  if (part.startsWith('## ')) return { type: 'heading', text: part.slice(3) };
  if (part.startsWith('> ')) return { type: 'quote', text: part.slice(2) };
  if (part.startsWith('- ')) return { type: 'list', items: lines.map((line) => line.slice(2)) };
  if (part.startsWith('|'))
    return {
      type: 'table',
      rows: lines.map((line) =>
        line
          .split('|')
          .slice(1, -1)
          .map((cell) => cell.trim()),
      ),
    };
  const entry = /^@ (\S+) \| (.+?) \| ([\s\S]+)$/.exec(part);
  if (entry?.[1] && entry[2] && entry[3])
    return { type: 'entry', time: entry[1], title: entry[2], text: entry[3] };
  const picture = /^!\[([a-z-]+)\] (.+)$/.exec(part);
  if (picture?.[1] && picture[2]) return { type: 'picture', name: picture[1], caption: picture[2] };
  const also = /^\[\[(.+)\]\]$/.exec(part);
  if (also?.[1]) return { type: 'read-also', slug: also[1] };
  return { type: 'paragraph', text: lines.join(' ') };
}

function pathOf(site: SampleSite, slug: string, number: number, published: string): string {
  const [year, month] = published.split('-');
  switch (site.design) {
    case 'wordpress':
      return `/${year}/${month}/${slug}/`;
    case 'drupal':
      return `/node/${number}`;
    case 'next':
      return `/article/${slug}-${number}`;
    case 'tables':
      return `/news.asp?id=${number}`;
    case 'semantic':
      return `/${year}/${month}/${slug}.html`;
  }
}
