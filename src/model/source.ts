/** A publisher, agency or channel. */
export interface Source {
  /** Stable key: the host name without `www.`, or the folded name where there is no host. */
  id: string;
  /** As a reader knows it («البوابة»). */
  name: string;
  url?: string;
  kind: 'publisher' | 'agency' | 'channel';
  /** BCP 47; the language it mostly writes in. */
  language?: string;
  /** ISO 3166-1 alpha-2. */
  country?: string;
  /** IANA name; the zone its bare times are in. */
  timeZone?: string;
  /** Belongs to the sample newsroom. */
  sample?: boolean;
}

/** What is known of a source before its page is read. */
export type SourceHint = Partial<Source>;
