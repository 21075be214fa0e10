import { Parser } from 'htmlparser2';

/** An element of a feed, its name made plain: `dc:creator` whatever prefix the document chose. */
export interface XmlElement {
  name: string;
  attributes: Record<string, string>;
  children: XmlElement[];
  /** Own and inner character data. */
  text: string;
  /** What stands between the tags, as written. */
  inner: string;
  /** In force here, resolved against the outer ones. */
  base?: string;
  language?: string;
}

/** Namespace → the prefix that names carry here; '' for the formats' own elements. */
const prefixes: Array<[RegExp, string]> = [
  [/^http:\/\/www\.w3\.org\/2005\/atom$/, ''],
  [/^http:\/\/purl\.org\/(?:atom|echo|pie)\b/, ''],
  [/^http:\/\/example\.com\/(?:necho|newformat)/, ''],
  [/^http:\/\/purl\.org\/(?:rss\/1\.0\/|net\/rss1\.1#)$/, ''],
  [/^http:\/\/(?:my|channel)\.netscape\.com\/rdf\/simple\/0\.9\/$/, ''],
  [/^http:\/\/(?:backend\.userland\.com|blogs\.law\.harvard\.edu\/tech)\/rss/, ''],
  [/^http:\/\/purl\.org\/dc\/elements\//, 'dc'],
  [/^http:\/\/purl\.org\/dc\/terms/, 'dcterms'],
  [/^http:\/\/purl\.org\/rss\/1\.0\/modules\/content/, 'content'],
  [/^http:\/\/purl\.org\/rss\/1\.0\/modules\/syndication/, 'sy'],
  [/^http:\/\/search\.yahoo\.com\/mrss/, 'media'],
  [/^http:\/\/www\.itunes\.com\/dtds\/podcast/i, 'itunes'],
  [/^http:\/\/www\.w3\.org\/1999\/xhtml/, 'xhtml'],
  [/^http:\/\/www\.w3\.org\/1999\/02\/22-rdf-syntax-ns#/, 'rdf'],
  [/^http:\/\/www\.georss\.org/, 'georss'],
  [/^http:\/\/www\.google\.com\/schemas\/sitemap-news/, 'news'],
  [/^http:\/\/www\.google\.com\/schemas\/sitemap-image/, 'image'],
  [/^http:\/\/www\.sitemaps\.org\/schemas\/sitemap/, ''],
];

const deepest = 64;
const longestText = 2_000_000;
const mostElements = 400_000;
/** Nested deeper than this a document is an attack; what came before is read. */
const deepestTolerated = 3000;

/**
 * Reads XML, well formed or not, into a tree; takes any text and throws nothing. No entity is
 * ever expanded beyond the five of XML and character references, so there is nothing to explode.
 */
export function readXml(source: string, base?: string): XmlElement {
  const root: XmlElement = { name: '', attributes: {}, children: [], text: '', inner: source };
  if (base) root.base = base;
  const open: XmlElement[] = [root];
  const scopes: Array<Map<string, string>> = [new Map()];
  const texts: string[][] = [[]];
  const starts: number[] = [0];
  const kept: boolean[] = [];
  let elements = 0;
  const close = (end: number) => {
    if (!kept.pop() || open.length === 1) return;
    const element = open.pop();
    const text = (texts.pop() ?? []).join('');
    scopes.pop();
    const start = starts.pop() ?? 0;
    if (!element) return;
    element.text = text;
    element.inner = source.slice(start, Math.max(start, end));
    // The outermost elements' text is nobody's field; passing it on would copy the feed.
    if (open.length > 2 && text.length < longestText) texts[texts.length - 1]?.push(text);
  };
  const parser = new Parser(
    {
      onopentag(raw, attributes) {
        const keep = open.length <= deepest && ++elements <= mostElements;
        kept.push(keep);
        if (kept.length > deepestTolerated) throw new RangeError('nested too deep');
        if (!keep) return;
        const outer = open[open.length - 1] ?? root;
        const scope = scopeOf(attributes, scopes[scopes.length - 1] ?? new Map());
        const element: XmlElement = {
          name: plainName(raw, scope),
          attributes: plainAttributes(attributes),
          children: [],
          text: '',
          inner: '',
        };
        inherit(element, outer);
        outer.children.push(element);
        open.push(element);
        scopes.push(scope);
        texts.push([]);
        starts.push(parser.endIndex + 1);
      },
      ontext(text) {
        texts[texts.length - 1]?.push(text);
      },
      onclosetag: () => close(parser.startIndex),
    },
    { xmlMode: true, decodeEntities: true, recognizeCDATA: true },
  );
  try {
    parser.write(source);
    parser.end();
  } catch {
    // What was read until then stands.
    while (kept.length > 0) close(parser.endIndex);
  }
  return root;
}

function scopeOf(attributes: Record<string, string>, outer: Map<string, string>) {
  let scope = outer;
  for (const [name, value] of Object.entries(attributes)) {
    const lower = name.toLowerCase();
    if (lower !== 'xmlns' && !lower.startsWith('xmlns:')) continue;
    if (scope === outer) scope = new Map(outer);
    const uri = value.trim();
    const known = prefixes.find(([pattern]) => pattern.test(uri.toLowerCase()))?.[1];
    scope.set(lower.slice(6), known ?? (lower === 'xmlns' ? '' : lower.slice(6)));
  }
  return scope;
}

function plainName(raw: string, scope: Map<string, string>): string {
  const name = raw.toLowerCase();
  const colon = name.indexOf(':');
  const written = colon < 0 ? '' : name.slice(0, colon);
  const local = name.slice(colon + 1);
  // A prefix that was never declared stands for what it usually does.
  const prefix = scope.get(written) ?? (written === 'atom' ? '' : written);
  return prefix ? `${prefix}:${local}` : local;
}

function plainAttributes(attributes: Record<string, string>): Record<string, string> {
  const plain: Record<string, string> = {};
  for (const [name, value] of Object.entries(attributes)) plain[name.toLowerCase()] = value;
  return plain;
}

function inherit(element: XmlElement, outer: XmlElement): void {
  const { 'xml:base': own, 'xml:lang': language } = element.attributes;
  const base = own === undefined ? outer.base : resolveUrl(own.trim(), outer.base);
  if (base) element.base = base;
  if (language ?? outer.language) element.language = language ?? outer.language ?? '';
}

/** `address` made absolute where a base is known; as it is where it cannot be read. */
export function resolveUrl(address: string, base?: string): string {
  if (!address) return base ?? '';
  try {
    return new URL(address, base).href;
  } catch {
    return address;
  }
}

/** First element under `element` with one of the names, in order of the names. */
export function child(element: XmlElement, ...names: string[]): XmlElement | undefined {
  for (const name of names) {
    const found = element.children.find((candidate) => candidate.name === name);
    if (found) return found;
  }
  return undefined;
}

export function childrenNamed(element: XmlElement, name: string): XmlElement[] {
  return element.children.filter((candidate) => candidate.name === name);
}

/** Text of the first such element that has any. */
export function textOf(element: XmlElement, ...names: string[]): string | undefined {
  for (const name of names)
    for (const candidate of element.children)
      if (candidate.name === name && candidate.text.trim()) return candidate.text.trim();
  return undefined;
}

/** Children of a name, and such children of theirs: where no end tag stands, each holds the next. */
export function nested(element: XmlElement, name: string): XmlElement[] {
  const found: XmlElement[] = [];
  for (let level = childrenNamed(element, name); level.length > 0;) {
    found.push(...level);
    level = level.flatMap((one) => childrenNamed(one, name));
  }
  return found;
}
