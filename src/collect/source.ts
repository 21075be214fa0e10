import type { Subscription } from '../model/feed.js';
import type { SourceHint } from '../model/source.js';
import type { Feed } from './feeds/feed.js';
import { zoneOfCountry } from './feeds/zones.js';

/** What is known of a source: the user's word first, then the feed's. */
export function sourceOf(
  subscription: Subscription,
  kind: Subscription['kind'],
  feed: Feed | undefined,
  address: string,
): SourceHint {
  const link = feed?.link && /^https?:/.test(feed.link) ? feed.link : undefined;
  const url = subscription.source.url ?? link ?? siteOf(kind, address);
  const timeZone = timeZoneOf(subscription);
  return {
    id: idOf(kind, url),
    url,
    ...(feed?.title ? { name: feed.title } : {}),
    ...(feed?.language ? { language: feed.language } : {}),
    ...(timeZone ? { timeZone } : {}),
    ...subscription.source,
  };
}

/** A channel is a source of its own; of a feed it is the site. */
function siteOf(kind: Subscription['kind'], address: string): string {
  return kind === 'telegram' ? address : new URL(address).origin;
}

/** The host; of a channel its name as well, since all lie on one host. */
function idOf(kind: Subscription['kind'], url: string): string {
  const { hostname, pathname } = new URL(url);
  const host = hostname.replace(/^www\./, '');
  return kind === 'telegram' ? `${host}/${pathname.split('/').at(-1) ?? ''}` : host;
}

/** Domains of countries that are not sold to the whole world, as .tv and .me are. */
const countryDomain =
  /\.(ae|bh|dj|dz|eg|iq|jo|km|kw|lb|ly|ma|mr|om|ps|qa|sa|sd|so|sy|tn|ye|de|fr|ir|tr|uk)$/;

/** The zone of a publisher's bare times: as known of it, of its country, or of its top-level domain. */
export function timeZoneOf({ address, source }: Subscription): string | undefined {
  if (source.timeZone) return source.timeZone;
  if (source.country) return zoneOfCountry(source.country);
  const home = source.url ?? address;
  const domain = URL.canParse(home) && countryDomain.exec(new URL(home).hostname)?.[1];
  return domain ? zoneOfCountry(domain) : undefined;
}
