import { SnugError } from "../../shared/errors.ts";

/** Lets few tasks run at once and a bounded number wait: what comes beyond is told to come back. */
export class Turns {
  readonly #atOnce: number;
  readonly #mostWaiting: number;
  readonly #waiting: (() => void)[] = [];
  #running = 0;

  constructor(atOnce: number, mostWaiting: number) {
    this.#atOnce = atOnce;
    this.#mostWaiting = mostWaiting;
  }

  async take<Result>(task: () => Promise<Result>): Promise<Result> {
    if (this.#running < this.#atOnce) this.#running += 1;
    else await this.#wait();
    try {
      return await task();
    } finally {
      // Handed on rather than given back: whoever comes now stands behind those who wait.
      const next = this.#waiting.shift();
      if (next) next();
      else this.#running -= 1;
    }
  }

  #wait(): Promise<void> {
    if (this.#waiting.length >= this.#mostWaiting) {
      throw new SnugError("UNAVAILABLE", "The server is busy with pictures. Try again soon.", {
        retryAfterMs: 2000,
      });
    }
    return new Promise((resolve) => this.#waiting.push(resolve));
  }
}
