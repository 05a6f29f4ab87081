import type { Wake } from "./wake.ts";

const firstMs = 250;
const soonMs = 500;
/** For so many attempts: three seconds on average. */
const soonAttempts = 12;
const mostMs = 15_000;
/** What held this long counts as having worked: the next loss is tried again at once. */
const steadyMs = 5000;

/**
 * [RT10] When to try again: at once, then after a random time below 0.25 s, 0.5 s for as long as a
 * restart takes, and then 1, 2, 4, 8 and 15 s. Drawing from the whole range spreads the clients of a
 * restarted server best ("full jitter": Brooker, "Exponential Backoff And Jitter", AWS Architecture
 * Blog, 2015); doubling from the start would make most of them wait longer than the server was away.
 */
export class Backoff {
  readonly #wake: Wake;
  #failures = 0;
  #upSince: number | null = null;

  constructor(wake: Wake) {
    this.#wake = wake;
  }

  /** What is tried works now. */
  up(): void {
    this.#upSince = performance.now();
  }

  /** Forgets earlier failures. */
  reset(): void {
    this.#failures = 0;
    this.#upSince = null;
  }

  /** Resolves when it is time for the next attempt; rejects when `signal` aborts. */
  async next(signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    if (this.#upSince !== null && performance.now() - this.#upSince >= steadyMs) this.#failures = 0;
    this.#upSince = null;
    const failures = this.#failures++;
    if (failures > 0) await this.pause(Math.random() * longest(failures), signal);
  }

  /** Waits for `ms`, or until a wake; rejects when `signal` aborts. */
  async pause(ms: number, signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    await new Promise<void>((resolve) => {
      const done = () => {
        clearTimeout(timer);
        stopListening();
        signal.removeEventListener("abort", done);
        resolve();
      };
      const timer = setTimeout(done, ms);
      const stopListening = this.#wake(done);
      signal.addEventListener("abort", done, { once: true });
    });
    signal.throwIfAborted();
  }
}

function longest(failures: number): number {
  if (failures === 1) return firstMs;
  return Math.min(mostMs, soonMs * 2 ** Math.max(0, failures - soonAttempts));
}
