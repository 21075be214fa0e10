import type { FeedEntry } from '../../model/document.js';
import { readLocalDate } from './dates.js';
import { present, type Feed, type ReadFeed } from './feed.js';
import { plainLine } from './plain-text.js';
import { child, childrenNamed, nested, resolveUrl, textOf, type XmlElement } from './xml-tree.js';

/** Atom 1.0 and 0.3; a single entry as a document is a feed of one. */
export function readAtom(root: XmlElement): ReadFeed {
  const entries = root.name === 'entry' ? [root] : nested(root, 'entry');
  return {
    feed: present<Feed>({
      format: 'atom',
      title: atomText(child(root, 'title', 'dc:title')),
      link: atomLink(root, 'alternate'),
      description: atomText(child(root, 'subtitle', 'tagline')),
      language: root.language,
      image: textOf(root, 'logo', 'icon'),
      hub: atomLink(root, 'hub'),
      self: atomLink(root, 'self'),
    }),
    entries: entries.map((entry) => readEntry(entry, root)),
  };
}

function readEntry(entry: XmlElement, root: XmlElement): FeedEntry {
  const url = atomLink(entry, 'alternate') ?? contentAddress(entry) ?? atomLink(entry, 'enclosure');
  const title = atomText(child(entry, 'title', 'dc:title', 'media:title'));
  const source = child(entry, 'source');
  const published = readDate(entry, 'published', 'issued', 'created', 'dcterms:issued', 'dc:date');
  const updated = readDate(entry, 'updated', 'modified', 'dcterms:modified');
  const picture = entry.children.find((candidate) => candidate.name === 'media:thumbnail');
  return present<FeedEntry>({
    id: identifier(entry) ?? url ?? title ?? '',
    url,
    title,
    content: atomHtml(child(entry, 'content', 'content:encoded', 'xhtml:body')),
    summary: atomHtml(
      child(entry, 'summary', 'media:description', 'dc:description') ??
        child(child(entry, 'media:group') ?? entry, 'media:description'),
    ),
    author:
      atomPerson(child(entry, 'author')) ??
      textOf(entry, 'dc:creator') ??
      atomPerson(source && child(source, 'author')) ??
      (root === entry ? undefined : atomPerson(child(root, 'author'))),
    published,
    updated,
    tags: childrenNamed(entry, 'category').flatMap(
      (tag) => plainLine(tag.attributes['label'] ?? tag.attributes['term'] ?? tag.text) || [],
    ),
    image: picture?.attributes['url'],
  });
}

/** An id is never to be changed, but one that is a bare path counts from where it stands. */
function identifier(entry: XmlElement): string | undefined {
  const id = textOf(entry, 'id');
  return id?.startsWith('/') ? resolveUrl(id, child(entry, 'id')?.base) : id;
}

/** A text construct as plain text. */
export function atomText(element: XmlElement | undefined): string | undefined {
  if (!element) return undefined;
  const written = atomHtml(element) ?? '';
  const marked = isMarkup(element);
  return (marked ? plainLine(written) : written.replace(/\s+/g, ' ').trim()) || undefined;
}

function isMarkup(element: XmlElement): boolean {
  const type = element.attributes['type']?.toLowerCase() ?? '';
  return (
    /html|xml/.test(type) || element.children.length > 0 || /&lt;\w|&amp;#?\w+;/.test(element.inner)
  );
}

/** A text construct or content as HTML; base64 and escaped markup as they are meant. */
export function atomHtml(element: XmlElement | undefined): string | undefined {
  if (!element) return undefined;
  const { attributes } = element;
  if (
    attributes['mode'] === 'base64' ||
    /^(?!text|.*(?:xml|html)).+\/.+/.test(attributes['type'] ?? '')
  ) {
    const decoded = Buffer.from(element.text.trim(), 'base64').toString('utf8').trim();
    if (decoded && !decoded.includes('\ufffd')) return decoded;
  }
  if (element.children.length === 0) return element.text.trim() || undefined;
  const wrapper = element.children.length === 1 ? element.children[0] : undefined;
  const wrapped =
    wrapper && /^(?:xhtml:)?div$/.test(wrapper.name) && attributes['type'] === 'xhtml';
  // Old publishing tools wrapped escaped HTML into a div: what is escaped is the content then.
  const escaped = wrapper && attributes['type'] === 'html' && !wrapper.children.length;
  if (escaped && /&lt;\w/.test(wrapper.inner)) return wrapper.text.trim() || undefined;
  const inner = wrapped ? wrapper.inner : element.inner;
  return inner.replace(/<(\/?)[a-z]+:(?=[a-z])/gi, '<$1').trim() || undefined;
}

/** @param relation 'alternate' also stands for a link that names none */
export function atomLink(element: XmlElement, relation: string): string | undefined {
  const links = childrenNamed(element, 'link').filter((link) => link.attributes['href']);
  const fitting = links.filter((link) => {
    const rel = (link.attributes['rel'] ?? 'alternate').toLowerCase();
    return rel === relation || rel === `http://www.iana.org/assignments/relation/${relation}`;
  });
  const page = fitting.find((link) => /html|^$/.test(link.attributes['type'] ?? '')) ?? fitting[0];
  return page && resolveUrl(page.attributes['href']?.trim() ?? '', page.base);
}

function contentAddress(entry: XmlElement): string | undefined {
  const content = child(entry, 'content');
  const address = content?.attributes['src'];
  return address ? resolveUrl(address, content?.base) : undefined;
}

export function atomPerson(element: XmlElement | undefined): string | undefined {
  if (!element) return undefined;
  return (
    textOf(element, 'name', 'rdf:value', 'foaf:name') ??
    (element.children.length ? textOf(element, 'email') : plainLine(element.text) || undefined)
  );
}

function readDate(entry: XmlElement, ...names: string[]): string | undefined {
  for (const name of names)
    for (const element of childrenNamed(entry, name)) {
      const read = readLocalDate(element.text);
      if (read) return read;
    }
  return undefined;
}
