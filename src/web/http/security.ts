import type { MiddlewareHandler } from 'hono';

/**
 * Nothing but our own style sheet, fonts and icons; no script at all. So nothing that an article
 * carries can run, load, or post anywhere, even where escaping had a hole.
 */
const contentSecurityPolicy = [
  "default-src 'none'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Puts the protective headers on every response. */
export const securityHeaders: MiddlewareHandler = async (c, next) => {
  await next();
  c.header('Content-Security-Policy', contentSecurityPolicy);
  c.header('X-Content-Type-Options', 'nosniff');
  c.header('X-Frame-Options', 'DENY');
  c.header('Referrer-Policy', 'no-referrer');
  c.header('Cross-Origin-Opener-Policy', 'same-origin');
  c.header('Cross-Origin-Resource-Policy', 'same-origin');
  c.header('Permissions-Policy', 'camera=(), geolocation=(), microphone=()');
};

/**
 * Whether a POST was sent by one of our own pages. A form of another site is recognised by
 * `Sec-Fetch-Site`, or, in older browsers, by an `Origin` whose host is not ours; a request with
 * neither (a script on the command line) carries no one's session and is refused as well.
 * `Referrer-Policy: no-referrer` makes some browsers send `Origin: null`, so `Sec-Fetch-Site` counts first.
 */
export function isSameOrigin(headers: Headers): boolean {
  const site = headers.get('sec-fetch-site');
  if (site) return site === 'same-origin';
  const origin = headers.get('origin');
  const host = headers.get('host');
  if (!origin || !host) return false;
  try {
    return new URL(origin).host === host.toLowerCase();
  } catch {
    return false;
  }
}

/**
 * Whether a request may change something: sent by one of our own pages, or by a program (which sends
 * no `Origin`, as every browser does with a POST) as JSON. The host that it was sent to must be ours:
 * a name that somebody else points at this machine (DNS rebinding) makes any page look like our own.
 * @param ours hosts that this desk is known by, beside addresses and `localhost`
 */
export function mayChange(headers: Headers, ours: readonly string[]): boolean {
  if (!isOurHost(headers.get('host') ?? '', ours)) return false;
  if (isSameOrigin(headers)) return true;
  const fromBrowser = headers.has('sec-fetch-site') || headers.has('origin');
  return !fromBrowser && /^application\/json\b/i.test(headers.get('content-type') ?? '');
}

function isOurHost(host: string, ours: readonly string[]): boolean {
  const name = host.toLowerCase().replace(/:\d+$/, '');
  return (
    name === 'localhost' ||
    /^[\d.]+$|^\[[\da-f:.]+\]$/.test(name) ||
    ours.includes(host.toLowerCase())
  );
}
