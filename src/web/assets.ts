import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { acceptedEncoding } from './http/compress.js';

/** A file that pages refer to, under a name that changes with its content. */
interface Asset {
  type: string;
  body: Buffer;
  packed: Partial<Record<'br' | 'gzip', Buffer>>;
}

/** The reader's style sheet, typefaces and icon, loaded once. */
export interface Assets {
  /** Address of the style sheet. */
  style: string;
  icon: string;
  /** Fonts that every page needs at once. */
  preload: string[];
  /** The file under `/assets/<name>`, or undefined where there is none. */
  respond(name: string, acceptEncoding: string | undefined): Response | undefined;
}

/**
 * Typefaces come from the registry packages, Arabic and Latin subsets only; other scripts of an
 * article fall back to the reader's system. Naskh for reading, Plex for headings and controls.
 */
const naskh = '@fontsource-variable/noto-naskh-arabic/files/noto-naskh-arabic';
const plex = '@fontsource/ibm-plex-sans-arabic/files/ibm-plex-sans-arabic';
const arabicRange =
  'U+0600-06FF,U+0750-077F,U+0870-08FF,U+200C-200F,U+2010-2011,U+204F,U+2E41,U+FB50-FDFF,U+FE70-FEFC';
const latinRange =
  'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+2000-200B,U+2012-206F,U+20AC,U+2122,U+2190-2193,U+2212,U+2215';
const faces = [
  face('Noto Naskh Arabic', '400 700', `${naskh}-arabic-wght-normal.woff2`, arabicRange, true),
  face('Noto Naskh Arabic', '400 700', `${naskh}-latin-wght-normal.woff2`, latinRange),
  ...[400, 600].flatMap((weight) => [
    face(
      'IBM Plex Sans Arabic',
      weight,
      `${plex}-arabic-${weight}-normal.woff2`,
      arabicRange,
      true,
    ),
    face('IBM Plex Sans Arabic', weight, `${plex}-latin-${weight}-normal.woff2`, latinRange),
  ]),
];

/** In the order that they apply. */
const sheets = [
  'ground',
  'masthead',
  'small-print',
  'lists',
  'article',
  'around-article',
  'subjects',
  'rising',
  'sources',
];

interface Face {
  family: string;
  weight: string | number;
  file: string;
  range: string;
  preload: boolean;
}

function face(
  family: string,
  weight: string | number,
  file: string,
  range: string,
  preload = false,
): Face {
  return { family, weight, file, range, preload };
}

/** Reads everything into memory (about 350 KB); throws where a file or a font package is missing. */
export function loadAssets(): Assets {
  const require = createRequire(import.meta.url);
  const files = new Map<string, Asset>();
  const add = (name: string, type: string, body: Buffer): string => {
    const hash = createHash('sha256').update(body).digest('hex').slice(0, 10);
    const dot = name.lastIndexOf('.');
    const hashed = `${name.slice(0, dot)}.${hash}${name.slice(dot)}`;
    const packed = type.startsWith('font/')
      ? {}
      : { br: brotliCompressSync(body), gzip: gzipSync(body) };
    files.set(hashed, { type, body, packed });
    return `/assets/${hashed}`;
  };

  const preload: string[] = [];
  const rules = faces.map((each) => {
    const name = each.file.slice(each.file.lastIndexOf('/') + 1);
    const address = add(name, 'font/woff2', readFileSync(require.resolve(each.file)));
    if (each.preload) preload.push(address);
    return `@font-face{font-family:'${each.family}';font-style:normal;font-weight:${each.weight};font-display:swap;src:url(${address}) format('woff2');unicode-range:${each.range}}`;
  });
  const own = (name: string) => readFileSync(new URL(`./assets/${name}`, import.meta.url));
  const css = [...rules, ...sheets.map((sheet) => own(`${sheet}.css`).toString('utf8'))].join('\n');

  return {
    style: add('reader.css', 'text/css; charset=utf-8', Buffer.from(css)),
    icon: add('icon.svg', 'image/svg+xml', own('icon.svg')),
    preload,
    respond(name, acceptEncoding) {
      const asset = files.get(name);
      if (!asset) return undefined;
      const encoding = acceptedEncoding(acceptEncoding);
      const packed = encoding && asset.packed[encoding];
      const headers = new Headers({
        'Content-Type': asset.type,
        'Cache-Control': 'public, max-age=31536000, immutable',
        ETag: `"${name}"`,
      });
      if (asset.packed.br) headers.set('Vary', 'Accept-Encoding');
      if (packed) headers.set('Content-Encoding', encoding);
      return new Response(new Uint8Array(packed ?? asset.body), { headers });
    },
  };
}
