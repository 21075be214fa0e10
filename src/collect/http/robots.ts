import robotsParser from 'robots-parser';

/** A site's rules: what they allow, and how long to pause. */
export interface Rules {
  allows(url: string): boolean;
  /** Seconds, where the site names them. */
  crawlDelay?: number;
  sitemaps: string[];
  /** The rules could not be had and nothing may be fetched until they can. */
  unavailable?: boolean;
}

type Parse = (
  url: string,
  text: string,
) => {
  isAllowed(url: string, agent?: string): boolean | undefined;
  getCrawlDelay(agent?: string): number | undefined;
  getSitemaps(): string[];
};

const everything: Rules = { allows: () => true, sitemaps: [] };

/** Rules from the answer to /robots.txt, as RFC 9309 reads its status. */
export function rulesOf(address: string, status: number, text: string, agent: string): Rules {
  if (status >= 500 || status === 0 || status === 429)
    return { allows: () => false, sitemaps: [], unavailable: true };
  if (status !== 200) return everything;
  // RFC 9309: at least 500 KiB are to be read.
  const robots = (robotsParser as unknown as Parse)(address, text.slice(0, 512 * 1024));
  const delay = robots.getCrawlDelay(agent);
  return {
    allows: (url) => robots.isAllowed(url, agent) !== false,
    ...(delay !== undefined && delay > 0 ? { crawlDelay: Math.min(delay, 60) } : {}),
    sitemaps: robots.getSitemaps().slice(0, 50),
  };
}
