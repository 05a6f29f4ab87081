import { SnugError } from "../../shared/errors.ts";

interface Bucket {
  left: number;
  at: number;
}

/**
 * How often each of many may do something: some at once, and then at a pace ("token bucket"). In memory: a
 * restart is generous, and rare.
 */
export class Allowance {
  readonly #atOnce: number;
  readonly #perSecond: number;
  readonly #buckets = new Map<string, Bucket>();

  constructor({ atOnce, perSecond }: { atOnce: number; perSecond: number }) {
    this.#atOnce = atOnce;
    this.#perSecond = perSecond;
  }

  /** Throws `RATE_LIMITED` when it is too much. */
  take(key: string, now = performance.now()): void {
    const before = this.#buckets.get(key) ?? { left: this.#atOnce, at: now };
    const earned = ((now - before.at) / 1000) * this.#perSecond;
    const left = Math.min(this.#atOnce, before.left + earned);
    if (left < 1) {
      const retryAfterMs = Math.ceil(((1 - left) / this.#perSecond) * 1000);
      throw new SnugError("RATE_LIMITED", "That is too much at once. Wait a moment.", {
        retryAfterMs,
      });
    }
    this.#buckets.set(key, { left: left - 1, at: now });
    this.#forgetFull(now);
  }

  /** Whoever has everything again is as good as unknown. Looked through now and then only. */
  #forgetFull(now: number): void {
    if (this.#buckets.size < 1000) return;
    const fullAfterMs = (this.#atOnce / this.#perSecond) * 1000;
    for (const [key, { at }] of this.#buckets) {
      if (now - at > fullAfterMs) this.#buckets.delete(key);
    }
  }
}
