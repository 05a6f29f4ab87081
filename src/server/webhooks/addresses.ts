import { lookup } from "node:dns";
import type { LookupFunction } from "node:net";
import { isIP } from "node:net";

import ipaddr from "ipaddr.js";

/** An address that a webhook may not be sent to. */
export class PrivateAddressError extends Error {
  override readonly name = "PrivateAddressError";

  constructor(host: string) {
    super(`${host} is a private address, and this Snug sends nothing there.`);
  }
}

/** Whether it is one of the whole internet's; what is not known to be is not. */
export function isPublic(address: string): boolean {
  return ipaddr.isValid(address) && ipaddr.process(address).range() === "unicast";
}

/** What stands in a URL by number is never looked up, so it is checked by itself. */
export function requirePublicHost({ hostname }: URL): void {
  const host = hostname.replace(/^\[|\]$/g, "");
  if (isIP(host) !== 0 && !isPublic(host)) throw new PrivateAddressError(host);
}

/**
 * As `dns.lookup`, and refuses a name that leads to a private address. Asked by the very connection that is made: a name
 * that was checked before could lead elsewhere by then.
 */
export const lookupPublic: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return callback(error, []);
    const refused = addresses.find(({ address }) => !isPublic(address));
    if (refused) return callback(new PrivateAddressError(hostname), []);
    if (options.all) return callback(null, addresses);
    const [first] = addresses;
    return callback(null, first?.address ?? "", first?.family);
  });
};
