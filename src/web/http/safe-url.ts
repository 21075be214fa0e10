/**
 * A link from outside as it may stand in `href`: http and https only, without credentials in it;
 * undefined for everything else (`javascript:`, `data:`, relative or broken addresses).
 */
export function safeUrl(url: string | undefined): string | undefined {
  if (!url) return undefined;
  let parsed: URL;
  try {
    parsed = new URL(url);
  } catch {
    return undefined;
  }
  if (parsed.protocol !== 'http:' && parsed.protocol !== 'https:') return undefined;
  if (parsed.username || parsed.password) return undefined;
  return parsed.href;
}
