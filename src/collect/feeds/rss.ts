import type { FeedEntry } from '../../model/document.js';
import { readLocalDate } from './dates.js';
import { present, type Feed, type ReadFeed } from './feed.js';
import { atomLink, atomPerson, atomText } from './atom.js';
import { plainLine } from './plain-text.js';
import { child, childrenNamed, nested, resolveUrl, textOf, type XmlElement } from './xml-tree.js';

/** RSS 0.9x to 2.0 and RDF: a channel with items inside it, beside it, or both. */
export function readRss(root: XmlElement, format: 'rss' | 'rdf'): ReadFeed {
  const channel = child(root, 'channel') ?? root;
  const items = [
    ...nested(channel, 'item'),
    ...(channel === root ? [] : nested(root, 'item')),
    ...nested(child(channel, 'items') ?? root, 'item'),
  ];
  const unique = [...new Set(items)];
  const feed = channelFields(channel, root, format);
  return { feed, entries: unique.map(itemEntry) };
}

function channelFields(channel: XmlElement, root: XmlElement, format: 'rss' | 'rdf'): Feed {
  const ttl = Number(textOf(channel, 'ttl'));
  const days = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
  const image = child(channel, 'image') ?? child(root, 'image');
  return present<Feed>({
    format,
    title: title(channel),
    link: link(channel),
    description: line(textOf(channel, 'description', 'subtitle', 'dc:description')),
    language: textOf(channel, 'language', 'dc:language') ?? channel.language,
    image: image && absolute(image, textOf(image, 'url')),
    hub: atomLink(channel, 'hub'),
    self: atomLink(channel, 'self'),
    minutesBetween: ttl > 0 ? ttl : syndicationMinutes(channel),
    skipHours: (child(channel, 'skiphours')?.children ?? [])
      .map((hour) => Number(hour.text) % 24)
      .filter((hour) => Number.isInteger(hour) && hour >= 0),
    skipDays: (child(channel, 'skipdays')?.children ?? [])
      .map((day) => days.indexOf(day.text.trim().toLowerCase()))
      .filter((day) => day >= 0),
  });
}

function syndicationMinutes(channel: XmlElement): number | undefined {
  const periods: Record<string, number> = {
    hourly: 60,
    daily: 1440,
    weekly: 10_080,
    monthly: 43_200,
    yearly: 525_600,
  };
  const period = periods[textOf(channel, 'sy:updateperiod')?.toLowerCase() ?? ''];
  const frequency = Number(textOf(channel, 'sy:updatefrequency') ?? 1);
  return period && frequency > 0 ? period / frequency : undefined;
}

function itemEntry(item: XmlElement): FeedEntry {
  const guid = child(item, 'guid');
  const guidText = guid?.text.trim();
  const url =
    link(item) ??
    (guidText && guid?.attributes['ispermalink'] !== 'false' && /^https?:/i.test(guidText)
      ? guidText
      : undefined) ??
    enclosure(item);
  // Where an item has both, the second stands for the text.
  const [described, second] = item.children.filter(
    ({ name, text }) => (name === 'description' || name === 'summary') && text.trim(),
  );
  const content =
    html(child(item, 'content:encoded', 'xhtml:body', 'body', 'fullitem', 'content')) ??
    html(second);
  const summary =
    html(described) ??
    html(
      child(item, 'abstract', 'dc:description', 'itunes:summary', 'media:description') ??
        child(child(item, 'media:group') ?? item, 'media:description'),
    );
  const titleText = title(item);
  return present<FeedEntry>({
    id: (guidText || textOf(item, 'id') || item.attributes['rdf:about'] || url || titleText) ?? '',
    url,
    title: titleText,
    content,
    summary,
    author: author(item),
    published: date(
      item,
      'pubdate',
      'published',
      'issued',
      'dcterms:issued',
      'dcterms:created',
      'dc:date',
      'date',
    ),
    updated: date(item, 'updated', 'modified', 'dcterms:modified', 'dc:date', 'lastbuilddate'),
    tags: [
      ...childrenNamed(item, 'category').map(
        (tag) => tag.text.trim() || (tag.attributes['term'] ?? ''),
      ),
      ...childrenNamed(item, 'dc:subject').map((tag) => tag.text.trim()),
      ...(textOf(item, 'media:keywords', 'itunes:keywords') ?? '').split(/[,،]/),
    ].flatMap((tag) => plainLine(tag) || []),
    image: image(item),
  });
}

/** Plain elements first: the ones in extensions may stand for a part (a picture's title). */
function title(element: XmlElement): string | undefined {
  const found = child(element, 'title', 'dc:title', 'media:title', 'itunes:title');
  if (!found) return undefined;
  return found.attributes['type'] ? atomText(found) : line(found.text || found.inner);
}

function line(text: string | undefined): string | undefined {
  return text === undefined ? undefined : plainLine(text) || undefined;
}

function link(element: XmlElement): string | undefined {
  for (const candidate of childrenNamed(element, 'link')) {
    const text = candidate.text.trim();
    if (text && !/\s/.test(text)) return absolute(candidate, text);
  }
  return (
    atomLink(element, 'alternate') ??
    absolute(element, textOf(element, 'url') ?? element.attributes['href'])
  );
}

function absolute(element: XmlElement, address: string | undefined): string | undefined {
  return address ? resolveUrl(address, element.base) : undefined;
}

/** What stands in an element as HTML: escaped, in CDATA, or as elements of its own. */
export function html(element: XmlElement | undefined): string | undefined {
  if (!element) return undefined;
  const nested = element.children.length > 0;
  const text = nested ? element.inner.replace(/<(\/?)[a-z]+:(?=[a-z])/gi, '<$1') : element.text;
  return text.trim() || undefined;
}

function author(item: XmlElement): string | undefined {
  const person = child(item, 'author');
  if (person?.children.length) return atomPerson(person);
  const text =
    person?.text.trim() ||
    textOf(item, 'dc:creator', 'dc:author', 'itunes:author', 'managingeditor', 'creator');
  if (!text) return atomPerson(child(item, 'dcterms:creator'));
  // RSS wants "mail (name)"; the name is what a reader sees.
  const named = /^\s*\S+@\S+\s*\(([^)]+)\)\s*$/.exec(text)?.[1];
  return line(named ?? text.replace(/^(.+?)\s*[(<]\S+@\S+[)>]\s*$/, '$1'));
}

function date(item: XmlElement, ...names: string[]): string | undefined {
  for (const name of names)
    for (const element of childrenNamed(item, name)) {
      const read = readLocalDate(element.text);
      if (read) return read;
    }
  // Channel Definition Format writes it as an attribute.
  return names.includes('updated') ? readLocalDate(item.attributes['lastmod'] ?? '') : undefined;
}

function enclosure(item: XmlElement): string | undefined {
  return absolute(item, child(item, 'enclosure')?.attributes['url']);
}

function image(item: XmlElement): string | undefined {
  const media = [
    ...childrenNamed(item, 'media:content'),
    ...childrenNamed(item, 'media:group').flatMap((group) => group.children),
    ...childrenNamed(item, 'enclosure'),
  ].find(
    (candidate) =>
      candidate.attributes['medium'] === 'image' ||
      candidate.attributes['type']?.startsWith('image/') ||
      /\.(?:jpe?g|png|webp|gif|svg)(?:\?|$)/i.test(candidate.attributes['url'] ?? ''),
  );
  const address =
    media?.attributes['url'] ??
    child(item, 'media:thumbnail')?.attributes['url'] ??
    child(item, 'itunes:image')?.attributes['href'] ??
    textOf(child(item, 'image') ?? item, 'url');
  return address && /^(?:https?:|\/|[^:]*$)/i.test(address) ? absolute(item, address) : undefined;
}
