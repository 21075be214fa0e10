import { selectAll, selectOne } from 'css-select';
import type { AnyNode, Element } from 'domhandler';
import { getInnerHTML, textContent } from 'domutils';
import { parseDocument } from 'htmlparser2';
import type { ChannelPost, FeedEntry } from '../model/document.js';
import { readFeedDate } from './feeds/dates.js';
import { present } from './feeds/feed.js';
import { plainLine } from './feeds/plain-text.js';

/** A channel as its public preview page shows it. */
export interface ChannelPage {
  title?: string;
  description?: string;
  image?: string;
  /** Oldest first. */
  entries: FeedEntry[];
  /** Address of the page with older posts. */
  older?: string;
}

const channelName = /^[a-z]\w{3,31}$/i;

/**
 * The address of a channel's preview page from what people write: `@name`, `t.me/name`,
 * `https://t.me/s/name/123`; undefined where it is none.
 */
export function channelAddress(written: string): string | undefined {
  const text = written.trim();
  const name =
    /^@(\w+)$/.exec(text)?.[1] ??
    /^(?:https?:\/\/)?(?:www\.)?(?:t|telegram)\.(?:me|dog)\/(?:s\/)?(\w+)(?:[/?].*)?$/i.exec(
      text,
    )?.[1];
  if (!name || !channelName.test(name) || /^(?:joinchat|share|addstickers|proxy)$/i.test(name))
    return undefined;
  return `https://t.me/s/${name}`;
}

/** Reads a preview page. Posts without text have the caption of what they show, or none. */
export function readChannelPage(html: string, url: string): ChannelPage | { reason: string } {
  const document = parseDocument(html.slice(0, 5_000_000));
  const messages = selectAll<AnyNode, Element>(
    '.tgme_widget_message[data-post]',
    document.children,
  );
  const title = textIn(document.children, '.tgme_channel_info_header_title');
  if (messages.length === 0 && !title)
    return { reason: 'The channel has no public preview; it is private or does not exist.' };
  const older = selectOne<AnyNode, Element>('a.tme_messages_more[data-before]', document.children)
    ?.attribs['data-before'];
  const image = selectOne<AnyNode, Element>('.tgme_page_photo_image img', document.children)
    ?.attribs['src'];
  return present<ChannelPage>({
    title,
    description: textIn(document.children, '.tgme_channel_info_description'),
    image: image && webAddress(image),
    entries: messages.flatMap((message) => readPost(message, url) ?? []),
    older: older && /^\d+$/.test(older) ? `${url.split('?')[0]}?before=${older}` : undefined,
  });
}

function readPost(message: Element, pageUrl: string): FeedEntry | undefined {
  const path = message.attribs['data-post'];
  if (!path || !/^\w+\/\d+$/.test(path)) return undefined;
  const within = message.children;
  // A reply shows the other post's text as well, in an element of its own.
  const text = selectAll<AnyNode, Element>('.tgme_widget_message_text', within).find(
    (element) => !hasAncestor(element, 'tgme_widget_message_reply'),
  );
  const content = text && getInnerHTML(text, { decodeEntities: false }).trim();
  const lines = (content ?? '')
    .split(/<br\s*\/?>|<\/p>/i)
    .map(plainLine)
    .filter(Boolean);
  const time = selectOne<AnyNode, Element>('.tgme_widget_message_date time', within);
  const images = pictures(within);
  const url = new URL(`/${path}`, pageUrl).href;
  const post = present<ChannelPost>({
    views: readCount(textIn(within, '.tgme_widget_message_views')),
    edited: /edited|معدّ?ل/i.test(textIn(within, '.tgme_widget_message_meta') ?? '') || undefined,
    forwardedFrom: forwarded(within),
    replyTo: webAddress(
      selectOne<AnyNode, Element>('a.tgme_widget_message_reply', within)?.attribs['href'] ?? '',
    ),
    images,
  });
  return {
    ...present<FeedEntry>({
      id: url,
      url,
      title: lines[0] && headline(lines[0]),
      content,
      author: textIn(within, '.tgme_widget_message_from_author'),
      published: readFeedDate(time?.attribs['datetime'] ?? ''),
      image: images[0],
    }),
    post,
  };
}

function forwarded(within: AnyNode[]): ChannelPost['forwardedFrom'] {
  const element = selectOne<AnyNode, Element>('.tgme_widget_message_forwarded_from_name', within);
  const name = element && plainLine(textContent(element));
  if (!name) return undefined;
  const url = webAddress(element.attribs['href'] ?? '');
  return { name, ...(url ? { url } : {}) };
}

function pictures(within: AnyNode[]): string[] {
  const elements = selectAll<AnyNode, Element>(
    '.tgme_widget_message_photo_wrap, .tgme_widget_message_video_thumb, .link_preview_image',
    within,
  );
  return elements.flatMap((element) => {
    const address = /background-image:\s*url\(['"]?([^'")]+)/.exec(
      element.attribs['style'] ?? '',
    )?.[1];
    return (address && webAddress(address)) || [];
  });
}

function hasAncestor(element: Element, name: string): boolean {
  for (let at = element.parent; at; at = at.parent)
    if ('attribs' in at && (at.attribs['class'] ?? '').includes(name)) return true;
  return false;
}

function textIn(within: AnyNode[], selector: string): string | undefined {
  const element = selectOne<AnyNode, Element>(selector, within);
  return (element && plainLine(textContent(element))) || undefined;
}

/** The first line as a headline: up to a sentence's end, at most 160 characters, at a space. */
function headline(line: string): string {
  const sentence = /^.{20,160}?[.!؟](?=\s)/u.exec(line)?.[0];
  if (sentence) return sentence;
  return line.length <= 160 ? line : `${line.slice(0, 160).replace(/\s\S*$/, '')}…`;
}

/** «12.4K» → 12400. */
function readCount(text: string | undefined): number | undefined {
  const match = /^([\d.]+)\s*([KM]?)$/i.exec(text ?? '');
  if (!match) return undefined;
  const unit = { k: 1000, m: 1_000_000 }[match[2]?.toLowerCase() ?? ''] ?? 1;
  const value = Math.round(Number(match[1]) * unit);
  return Number.isFinite(value) ? value : undefined;
}

function webAddress(written: string): string | undefined {
  const address = written.startsWith('//') ? `https:${written}` : written;
  return /^https?:\/\//i.test(address) && URL.canParse(address) ? address : undefined;
}
