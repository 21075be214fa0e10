import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { MiddlewareHandler } from 'hono';

const brotli = promisify(brotliCompress);
const gzipped = promisify(gzip);

const text = /^(?:text\/|application\/(?:json|xml|feed\+json|rss\+xml)|image\/svg)/;
/** Below one packet, compression saves nothing. */
const worthwhile = 1024;

type Encoding = 'br' | 'gzip';

/** The better of the encodings that a client takes; `q=0` refuses one. */
export function acceptedEncoding(header: string | undefined): Encoding | undefined {
  const accepted = new Set(
    (header ?? '')
      .toLowerCase()
      .split(',')
      .map((part) => part.trim().split(/\s*;\s*/))
      .filter(([, q]) => !/^q=0(?:\.0*)?$/.test(q ?? ''))
      .map(([name]) => name),
  );
  if (accepted.has('br')) return 'br';
  return accepted.has('gzip') || accepted.has('*') ? 'gzip' : undefined;
}

/** Compresses pages, JSON and feeds; Hono's own middleware has no Brotli on Node 20. */
export const compress: MiddlewareHandler = async (c, next) => {
  await next();
  const response = c.res;
  if (!response.body || response.headers.has('content-encoding')) return;
  if (!text.test(response.headers.get('content-type') ?? '')) return;
  c.header('Vary', 'Accept-Encoding', { append: true });
  const encoding = acceptedEncoding(c.req.header('accept-encoding'));
  if (!encoding) return;
  const body = Buffer.from(await response.arrayBuffer());
  const small = body.length < worthwhile;
  const packed = small ? body : await pack(body, encoding);
  const headers = new Headers(c.res.headers);
  if (!small) headers.set('Content-Encoding', encoding);
  headers.set('Content-Length', String(packed.length));
  c.res = new Response(new Uint8Array(packed), { status: response.status, headers });
};

/** Quality 4 and level 6: about 2 ms for a page of 60 KB. */
function pack(body: Buffer, encoding: Encoding): Promise<Buffer> {
  return encoding === 'br'
    ? brotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } })
    : gzipped(body, { level: 6 });
}
