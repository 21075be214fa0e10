/** Parameters that say how a reader came, not what the page is. */
const TRACKING =
  /^(?:utm_\w+|fbclid|gclid|dclid|gbraid|wbraid|yclid|msclkid|twclid|igshid|igsh|mc_[ce]id|ref|ref_src|ref_url|referrer|cmpid|cmp|ocid|ns_\w+|xtor|at_\w+|share|sharing|spm|wt_mc|_ga|_gl|amp|outputtype|ito|s_cid|smid|partner|campaign_id|taid|__twitter_impression|guccounter|feature|fb_\w+|mkt_tok|trk|rss|live)$/i;

/**
 * The one address of an article: http(s), absolute, no fragment, no tracking parameter, no AMP form,
 * no `www.`-less doubt (the host is kept as written), no trailing slash beyond the root.
 * @param base what a relative address is resolved against
 * @returns undefined for anything that is not an http(s) address
 */
export function canonicalUrl(address: string | undefined, base?: string): string | undefined {
  const url = httpUrl(address, base);
  if (!url) return undefined;
  url.hash = '';
  url.username = '';
  url.password = '';
  for (const name of [...url.searchParams.keys()])
    if (TRACKING.test(name)) url.searchParams.delete(name);
  if (url.hostname.startsWith('amp.')) url.hostname = `www.${url.hostname.slice(4)}`;
  const path = url.pathname
    .replace(/\/amp(?:\.html?)?\/?$/i, '')
    .replace(/^\/amp\//i, '/')
    .replace(/\.amp(\.html?)?$/i, '$1');
  url.pathname = path === '' ? '/' : path;
  const text = url.href;
  return url.pathname !== '/' && !url.search ? text.replace(/\/+$/, '') : text;
}

/** An absolute http(s) address, or undefined: `javascript:`, `data:` and the like are dropped. */
export function httpUrl(address: string | undefined, base?: string): URL | undefined {
  const written = address?.trim();
  if (!written || written.length > 4096) return undefined;
  try {
    const url = base ? new URL(written, base) : new URL(written);
    return url.protocol === 'http:' || url.protocol === 'https:' ? url : undefined;
  } catch {
    return undefined;
  }
}

/** An address's path as people write it («/وسم/السد»); '' where there is none. */
export function writtenPath(url: URL | undefined): string {
  const path = url?.pathname ?? '';
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** The host that stands for a site: without `www.`, `m.`, `mobile.` and `amp.`. */
export function siteHost(address: string | undefined): string | undefined {
  const host = httpUrl(address)?.hostname.toLowerCase();
  return host?.replace(/^(?:(?:www\d?|m|mobile|amp)\.)+(?=[^.]+\.)/, '');
}
