import { lookup as systemLookup, type LookupAddress, type LookupAllOptions } from 'node:dns';
import type { LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';
import { buildConnector } from 'undici';

/** Raised where an address lies inside; `code` tells it from other failures. */
export class PrivateAddressError extends Error {
  readonly code = 'PRIVATE_ADDRESS';
}

const nat64 = ipaddr.IPv6.parse('64:ff9b::');
const globalUnicast = ipaddr.IPv6.parse('2000::');

/**
 * Whether an IP address is one of the public internet: not private, loopback, link-local (with the
 * clouds' metadata services), multicast, reserved, or an IPv6 form that carries such an IPv4 one.
 */
export function isPublicAddress(address: string): boolean {
  const bare = address.replace(/^\[|\]$/g, '').replace(/%.*$/, '');
  if (!ipaddr.isValid(bare)) return false;
  const parsed = ipaddr.process(bare);
  if (parsed instanceof ipaddr.IPv4) return parsed.range() === 'unicast';
  if (parsed.match(nat64, 96)) {
    // The last 32 bits are the IPv4 address that it reaches.
    const inner = new ipaddr.IPv4(parsed.toByteArray().slice(12));
    return inner.range() === 'unicast';
  }
  // Elsewhere nothing is assigned to the public: old forms that carry IPv4 addresses lie there.
  return parsed.range() === 'unicast' && parsed.match(globalUnicast, 3);
}

/** Resolves a name to all its addresses, as dns.lookup does with `all`. */
export type Resolve = (
  hostname: string,
  options: LookupAllOptions,
  callback: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

/** Keeps only public addresses of a name; they are the very ones that are connected to. */
function guardedLookup(resolve: Resolve): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true } as LookupAllOptions, (error, found) => {
      if (error) return callback(error, '', 0);
      const addresses = found.filter(({ address }) => isPublicAddress(address));
      const first = addresses[0];
      if (!first) {
        const reason = new PrivateAddressError(`${hostname} resolves to a private address`);
        return callback(reason, '', 0);
      }
      if (options.all) return callback(null, addresses);
      callback(null, first.address, first.family);
    });
  };
}

/**
 * A connector that refuses addresses inside at the moment of connecting, so that a name which
 * changes between check and use gains nothing.
 */
export function guardedConnector(
  timeout: number,
  resolve: Resolve = systemLookup,
): buildConnector.connector {
  const lookup = guardedLookup(resolve);
  const connect = buildConnector({ timeout, lookup } as buildConnector.BuildOptions);
  return (options, callback) => {
    const host = options.hostname.replace(/^\[|\]$/g, '');
    if (ipaddr.isValid(host) && !isPublicAddress(host)) {
      callback(new PrivateAddressError(`${host} is a private address`), null);
      return;
    }
    connect(options, callback);
  };
}
