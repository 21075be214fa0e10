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
