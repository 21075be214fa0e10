/** Only http and https; a name and password in an address are never sent. */
export function readAddress(address: string, base?: string): URL | undefined {
  try {
    const url = new URL(address, base);
    if (url.protocol !== 'http:' && url.protocol !== 'https:') return undefined;
    url.username = '';
    url.password = '';
    url.hash = '';
    return url;
  } catch {
    return undefined;
  }
}

/** Seconds that an answer stays fresh; at most a day. */
export function freshFor(cacheControl = '', expires?: string): number | undefined {
  const named = /(?:^|[\s,])max-age=(\d{1,9})/i.exec(cacheControl)?.[1];
  const seconds = named
    ? Number(named)
    : expires
      ? Math.floor((Date.parse(expires) - Date.now()) / 1000)
      : 0;
  return seconds > 0 ? Math.min(seconds, 86_400) : undefined;
}

/** Seconds from a Retry-After in seconds or as a date; at most a week. */
export function readRetryAfter(value: string | undefined, now = Date.now()): number | undefined {
  if (!value) return undefined;
  const seconds = /^\s*\d+\s*$/.test(value) ? Number(value) : (Date.parse(value) - now) / 1000;
  if (!Number.isFinite(seconds) || seconds <= 0) return undefined;
  return Math.min(Math.ceil(seconds), 7 * 86_400);
}
