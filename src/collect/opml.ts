import { createHash } from 'node:crypto';
import type { Subscription } from '../model/feed.js';
import { decodeText } from './feeds/charset.js';
import { plainLine } from './feeds/plain-text.js';
import { readXml, type XmlElement } from './feeds/xml-tree.js';

/** Id of the subscription to an address; the same however often it is added. */
export function subscriptionId(address: string): string {
  return `sub-${createHash('sha256').update(address).digest('hex').slice(0, 16)}`;
}

/** Reads the feeds and folders of an OPML file, well formed or not; each address once. */
export function readOpml(
  bytes: Uint8Array,
): { subscriptions: Subscription[] } | { reason: string } {
  const document = readXml(decodeText(bytes));
  const opml = document.children.find((element) => element.name === 'opml');
  if (!opml) return { reason: 'It is no OPML file.' };
  const found = new Map<string, Subscription>();
  const walk = (element: XmlElement, folders: string[]) => {
    for (const outline of element.children) {
      if (outline.name !== 'outline') {
        walk(outline, folders);
        continue;
      }
      const { attributes } = outline;
      const name = plainLine(attributes['title'] ?? attributes['text'] ?? '');
      const address = attributes['xmlurl']?.trim();
      if (address && /^https?:\/\//i.test(address)) {
        if (!found.has(address))
          found.set(address, toSubscription(address, name, attributes, folders));
      } else walk(outline, name ? [...folders, name] : folders);
    }
  };
  walk(opml, []);
  if (found.size === 0) return { reason: 'The OPML file lists no feed.' };
  return { subscriptions: [...found.values()] };
}

function toSubscription(
  address: string,
  name: string,
  attributes: Record<string, string>,
  folders: string[],
): Subscription {
  const site = attributes['htmlurl']?.trim();
  return {
    id: subscriptionId(address),
    address,
    kind: 'feed',
    source: {
      ...(name ? { name } : {}),
      ...(site && /^https?:\/\//i.test(site) ? { url: site } : {}),
      ...(attributes['language'] ? { language: attributes['language'] } : {}),
    },
    ...(folders.length ? { folders } : {}),
  };
}

interface Folder {
  folders: Map<string, Folder>;
  subscriptions: Subscription[];
}

/** Writes subscriptions as OPML 2.0, their folders as nested outlines. */
export function writeOpml(subscriptions: readonly Subscription[], title: string): string {
  const top: Folder = { folders: new Map(), subscriptions: [] };
  for (const subscription of subscriptions) {
    let folder = top;
    for (const name of subscription.folders ?? []) {
      const inner = folder.folders.get(name) ?? { folders: new Map(), subscriptions: [] };
      folder.folders.set(name, inner);
      folder = inner;
    }
    folder.subscriptions.push(subscription);
  }
  return `<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0">
<head><title>${escape(title)}</title></head>
<body>
${outlines(top, '')}</body>
</opml>
`;
}

function outlines(folder: Folder, indent: string): string {
  let out = '';
  for (const [name, inner] of folder.folders)
    out += `${indent}<outline text="${escape(name)}">\n${outlines(inner, `${indent}  `)}${indent}</outline>\n`;
  for (const { address, source } of folder.subscriptions) {
    const name = escape(source.name ?? address);
    const site = source.url ? ` htmlUrl="${escape(source.url)}"` : '';
    const language = source.language ? ` language="${escape(source.language)}"` : '';
    out += `${indent}<outline type="rss" text="${name}" title="${name}" xmlUrl="${escape(address)}"${site}${language}/>\n`;
  }
  return out;
}

function escape(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
