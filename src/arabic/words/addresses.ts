import { TOP_LEVEL_DOMAINS } from './abbreviations.js';

const POINT = 0x2e;
const AT = 0x40;
const COLON = 0x3a;

/** What an address is written with; it ends before punctuation that closes a sentence or bracket. */
const REST_OF_URL =
  /[A-Za-z0-9\-._~:/?#@!$&'*+,;=%|\u00a1-\u024f\u0600-\u06ff]*[A-Za-z0-9/=_~#\-%]/y;
const MAIL = /[A-Za-z0-9._%+-]{0,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,8}/y;
const HOST = /(?:\.[A-Za-z0-9-]{1,63}){1,8}/y;

function match(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}

/**
 * Where the web or mail address ends that starts with the word from `start` to `end`, or undefined where
 * none does: `https://…`, `www.…`, `name@host.tld`, `host.tld/…` with a well-known last label.
 */
export function addressEnd(text: string, start: number, end: number): number | undefined {
  const next = text.charCodeAt(end);
  if (next !== POINT && next !== AT && next !== COLON) return undefined;
  if (next === COLON) {
    if (!text.startsWith('://', end) || !/^(?:https?|ftp)$/i.test(text.slice(start, end)))
      return undefined;
    return match(REST_OF_URL, text, end + 3);
  }
  const mail = match(MAIL, text, start);
  if (mail !== undefined) return mail;
  if (next === AT) return undefined;
  const host = match(HOST, text, end);
  if (host === undefined) return undefined;
  const name = text.slice(start, host).toLowerCase();
  const label = name.slice(name.lastIndexOf('.') + 1);
  // One letter is an address where a path follows (t.co/…), or else it may be an initial.
  const known = TOP_LEVEL_DOMAINS.has(label) && (end - start > 1 || text[host] === '/');
  if (!known && !name.startsWith('www.')) return undefined;
  if (text[host] !== '/') return host;
  return match(REST_OF_URL, text, host) ?? host;
}
