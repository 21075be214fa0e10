/** What became of one document. */
export type Outcome =
  | { name: string; became: 'stored' | 'updated' | 'unchanged'; id: string }
  | { name: string; became: 'copy'; id: string; of: string }
  | { name: string; became: 'refused'; reason: string };
