import { isIPv6 } from "node:net";

import { SnugError } from "../../shared/errors.ts";

/** After how many failures waiting begins, and how long it grows: it doubles with every failure. */
interface Patience {
  free: number;
  firstMs: number;
  mostMs: number;
}

/**
 * For one account it stays short, or a stranger could lock someone out by failing in their name; for one
 * address it is patient at first, since a whole office may share it, and then long.
 */
const patience = {
  login: { free: 5, firstMs: 1000, mostMs: 60_000 },
  address: { free: 20, firstMs: 1000, mostMs: 15 * 60_000 },
} satisfies Record<string, Patience>;

const forgottenAfterMs = 60 * 60_000;
/** About 2 MB at most; the longest quiet are forgotten first. */
const mostKeys = 10_000;

interface Failures {
  count: number;
  lastAt: number;
  blockedUntil: number;
}

export interface Attempt {
  /** Takes back what the attempt counted. */
  succeeded(): void;
}

/**
 * Slows down whoever guesses: passwords, invites, one-time links. An attempt counts as failed from its
 * start, so that many at once are no way around it. In memory: a restart forgives, and is rarer than
 * the longest wait.
 */
export class Throttle {
  readonly #failures = new Map<string, Failures>();
  readonly #now: () => number;

  /** `now` in milliseconds, from any start; never goes back. */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** Throws `RATE_LIMITED` while someone has to wait. */
  begin({ login, address }: { login?: string; address: string }): Attempt {
    const addressKey = `address ${network(address)}`;
    const loginKey = login === undefined ? null : `login ${login.toLowerCase()}`;
    this.#refuseWhileBlocked(addressKey);
    if (loginKey !== null) this.#refuseWhileBlocked(loginKey);

    this.#fail(addressKey, patience.address);
    if (loginKey !== null) this.#fail(loginKey, patience.login);
    return {
      succeeded: () => {
        this.#takeBack(addressKey);
        if (loginKey !== null) this.#failures.delete(loginKey);
      },
    };
  }

  #refuseWhileBlocked(key: string): void {
    const wait = (this.#failures.get(key)?.blockedUntil ?? 0) - this.#now();
    if (wait <= 0) return;
    throw new SnugError("RATE_LIMITED", `Too many tries. Wait ${inWords(wait)}, then try again.`, {
      retryAfterMs: Math.ceil(wait),
    });
  }

  #fail(key: string, { free, firstMs, mostMs }: Patience): void {
    const now = this.#now();
    const before = this.#failures.get(key);
    const count = before && now - before.lastAt < forgottenAfterMs ? before.count + 1 : 1;
    const delay = count < free ? 0 : Math.min(firstMs * 2 ** (count - free), mostMs);
    // Put back at the end, so that the map's order is that of the last failures.
    this.#failures.delete(key);
    this.#failures.set(key, { count, lastAt: now, blockedUntil: now + delay });
    if (this.#failures.size > mostKeys) {
      const [oldest = key] = this.#failures.keys();
      this.#failures.delete(oldest);
    }
  }

  /**
   * One failure and not all of them, or whoever signs in to their own account now and then could go on
   * guessing at those of others.
   */
  #takeBack(key: string): void {
    const failures = this.#failures.get(key);
    if (!failures) return;
    failures.count--;
    failures.blockedUntil = 0;
    if (failures.count <= 0) this.#failures.delete(key);
  }
}

/** The address, or of an IPv6 one its /64: that is what a single machine is given to choose from. */
function network(address: string): string {
  if (!isIPv6(address)) return address;
  const [head = "", tail] = address.replace(/%.*$/, "").split("::");
  const groups = head.split(":");
  if (tail !== undefined) {
    if (tail.includes(".") && head === "") return tail.replace(/^ffff:/i, "");
    const missing = 8 - groups.length - tail.split(":").length;
    groups.push(...Array<string>(Math.max(0, missing)).fill("0"), ...tail.split(":"));
  }
  return groups.slice(0, 4).join(":").toLowerCase();
}

function inWords(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  if (seconds < 90) return seconds === 1 ? "a second" : `${seconds} seconds`;
  return `${Math.ceil(seconds / 60)} minutes`;
}
