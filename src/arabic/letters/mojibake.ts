/** What windows-1252 has at 0x80-0x9F, where Latin-1 has controls. */
const WINDOWS_1252 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';
const UPPER_LATIN = /[\u0080-\u00ff€‚ƒ„…†‡ˆ‰Š‹Œ‘’“”•–—˜™š›œžŸŽ]/;
const RUN =
  /[\u0080-\u00ff€‚ƒ„…†‡ˆ‰Š‹Œ‘’“”•–—˜™š›œžŸŽ][\0-\x09\x0b-\u00ff€‚ƒ„…†‡ˆ‰Š‹Œ‘’“”•–—˜™š›œžŸŽ]*/g;

/** Whether a run of 3 letters or more reads like Arabic: mostly letters of it, with its commonest ones. */
function isArabic(text: string, letters: number): boolean {
  const arabic = text.match(/[\u0621-\u064a]/g)?.length ?? 0;
  if (arabic < 3 || arabic < 0.8 * letters) return false;
  const common = text.match(/[اليمنوتربةعدس]/g)?.length ?? 0;
  return common >= 0.45 * arabic;
}

function bytesOf(text: string): Uint8Array | undefined {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const byte = code < 0x100 ? code : 0x80 + WINDOWS_1252.indexOf(text.charAt(at));
    if (byte < 0x80 && code >= 0x100) return undefined;
    bytes[at] = byte;
  }
  return bytes;
}

function decoded(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/**
 * Puts right Arabic that was written in windows-1256 or UTF-8 and read as Latin-1 or windows-1252
 * («ÇáÓáÇã» as «السلام»). Only stretches that are mostly upper Latin-1 letters and make Arabic words;
 * French, Turkish or German text stays.
 */
export function withoutMojibake(text: string): string {
  if (!UPPER_LATIN.test(text)) return text;
  return text.replace(RUN, (run) => {
    const upper = run.match(/[^\x00-\x7f]/g)?.length ?? 0;
    const lower = run.match(/[A-Za-z]/g)?.length ?? 0;
    if (upper < 3 || upper < 2 * lower) return run;
    const bytes = bytesOf(run);
    if (!bytes) return run;
    const asUtf8 = decoded(bytes, 'utf-8');
    if (asUtf8 !== undefined && isArabic(asUtf8, asUtf8.match(/\p{L}/gu)?.length ?? 0))
      return asUtf8;
    const asArabic = decoded(bytes, 'windows-1256');
    return asArabic !== undefined && isArabic(asArabic, upper + lower) ? asArabic : run;
  });
}
