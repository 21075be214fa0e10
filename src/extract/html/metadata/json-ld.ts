/** What JSON-LD says of the page's article. */
export interface LinkedArticle {
  headline?: string;
  published?: string;
  modified?: string;
  authors: string[];
  publisher?: string;
  section?: string;
  keywords: string[];
  image?: string;
  body?: string;
  description?: string;
  language?: string;
  url?: string;
  free?: boolean;
  types: string[];
}

const ARTICLE =
  /article|posting|report|review|analysis|opinion|liveblog|recipe|videoobject|socialmediaposting|imagegallery|mediagallery|podcastepisode/i;
const PAGE = /webpage|itempage/i;
const MAX_NODES = 5000;

type Node = Record<string, unknown>;

/** The article that a page's JSON-LD scripts describe; broken scripts are mended where that is plain, else skipped. */
export function readJsonLd(scripts: readonly string[]): {
  article?: LinkedArticle;
  types: Set<string>;
} {
  const nodes: Node[] = [];
  for (const script of scripts) collect(parse(script), nodes);
  const types = new Set(nodes.flatMap(typesOf));
  const articles = nodes.filter((node) => typesOf(node).some((type) => ARTICLE.test(type)));
  const best =
    articles.sort((a, b) => rank(b) - rank(a))[0] ??
    nodes.find((node) => typesOf(node).some((type) => PAGE.test(type)) && node.datePublished);
  return { types, ...(best ? { article: toArticle(best, nodes) } : {}) };
}

function rank(node: Node): number {
  const types = typesOf(node).join(' ');
  return (
    (/newsarticle|reportage/i.test(types) ? 4 : /article|posting/i.test(types) ? 3 : 0) +
    (node.headline ? 2 : 0) +
    (node.datePublished ? 2 : 0) +
    (node.articleBody ? 1 : 0)
  );
}

function parse(script: string): unknown {
  const text = script
    .trim()
    .replace(/^<!--|-->$|^\/\*<!\[CDATA\[\*\/|\/\*\]\]>\*\/$|^<!\[CDATA\[|\]\]>$/g, '')
    .replace(/;\s*$/, '');
  for (const attempt of [
    text,
    text.replace(/[\0-\x1F]+/g, ' '),
    text.replace(/[\0-\x1F]+/g, ' ').replace(/,\s*([}\]])/g, '$1'),
  ])
    try {
      return JSON.parse(attempt) as unknown;
    } catch {
      continue;
    }
  return undefined;
}

/** Every object of a value, found without recursion. */
function collect(value: unknown, nodes: Node[]): void {
  const queue: unknown[] = [value];
  while (queue.length && nodes.length < MAX_NODES) {
    const next = queue.pop();
    if (Array.isArray(next)) queue.push(...next.slice(0, 1000).reverse());
    else if (next && typeof next === 'object') {
      const node = next as Node;
      nodes.push(node);
      for (const inner of Object.values(node))
        if (inner && typeof inner === 'object') queue.push(inner);
    }
  }
}

function typesOf(node: Node): string[] {
  const type = node['@type'];
  return (Array.isArray(type) ? type : [type]).filter(
    (name): name is string => typeof name === 'string',
  );
}

function toArticle(node: Node, nodes: Node[]): LinkedArticle {
  const byId = (value: unknown): unknown => {
    const id = (value as Node | undefined)?.['@id'];
    if (typeof id !== 'string' || Object.keys(value as Node).length > 1) return value;
    return nodes.find((other) => other['@id'] === id && Object.keys(other).length > 1) ?? value;
  };
  const text = (value: unknown): string | undefined => {
    const first = Array.isArray(value) ? value[0] : value;
    if (typeof first === 'string' || typeof first === 'number')
      return String(first).trim() || undefined;
    const object = byId(first) as Node | undefined;
    return object && typeof object === 'object'
      ? text(object.name ?? object['@value'] ?? object.url)
      : undefined;
  };
  const list = (value: unknown): string[] =>
    (Array.isArray(value) ? value : [value])
      .slice(0, 50)
      .map(text)
      .filter((item): item is string => !!item);
  const keywords = list(node.keywords)
    .flatMap((item) => item.split(/[,،;]/))
    .map((item) => item.trim());
  const found: Record<string, string | undefined> = {
    headline: text(node.headline ?? node.name),
    published: text(node.datePublished ?? node.dateCreated ?? node.uploadDate),
    modified: text(node.dateModified),
    publisher: text(node.publisher) ?? text(node.sourceOrganization),
    section: text(node.articleSection),
    image: imageOf(node.image, byId),
    body: typeof node.articleBody === 'string' ? node.articleBody : undefined,
    description: text(node.description),
    language: text(node.inLanguage),
    url: text(
      (byId(node.mainEntityOfPage) as Node | undefined)?.['@id'] ??
        node.mainEntityOfPage ??
        node.url,
    ),
  };
  const free = node.isAccessibleForFree;
  return {
    authors: list(node.author ?? node.creator),
    keywords: keywords.filter(Boolean),
    types: typesOf(node),
    ...(free === undefined ? {} : { free: !/^false$/i.test(String(free)) }),
    ...Object.fromEntries(Object.entries(found).filter(([, value]) => value)),
  };
}

function imageOf(value: unknown, byId: (value: unknown) => unknown): string | undefined {
  const first = byId(Array.isArray(value) ? value[0] : value);
  if (typeof first === 'string') return first;
  const url = (first as Node | undefined)?.url ?? (first as Node | undefined)?.contentUrl;
  return typeof url === 'string' ? url : undefined;
}
