/** 32-bit hash of a term's UTF-16 units: FNV-1a with murmur3's finish, so that all bits spread. */
export function hashOf(term: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < term.length; i++) {
    hash = Math.imul(hash ^ term.charCodeAt(i), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** The order of a segment's dictionary: by hash, then by UTF-16 units. */
export function compareTerms(a: string, hashA: number, b: string, hashB: number): number {
  if (hashA !== hashB) return hashA - hashB;
  return a < b ? -1 : a > b ? 1 : 0;
}
