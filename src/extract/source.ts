import { fold } from '../arabic/letters/fold.js';
import type { Source, SourceHint } from '../model/source.js';
import { siteHost } from './canonical-url.js';

/** Shown where a text names no source. */
const UNKNOWN = 'مصدر غير مذكور';

/**
 * The source of an article: what was known before (`hint`) first, then the page's host, then its name.
 * @param name as the page or record gives it
 */
export function sourceOf(
  hint: SourceHint | undefined,
  name: string | undefined,
  url: string | undefined,
  language: string,
): Source {
  const host = siteHost(hint?.url) ?? siteHost(url);
  const shown = hint?.name ?? (name || host || UNKNOWN);
  const id = hint?.id ?? host ?? (fold(shown).replace(/\s+/g, '-').slice(0, 100) || 'unknown');
  return {
    kind: 'publisher',
    ...(host && !hint?.url ? { url: `https://${host}/` } : {}),
    ...(language !== 'und' ? { language } : {}),
    ...hint,
    id,
    name: shown,
  };
}
