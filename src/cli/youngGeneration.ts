import { getHeapSpaceStatistics, setFlagsFromString } from "node:v8";

/** Both halves of it. With a quarter of that, collecting takes twice the time of a busy server; more gains nothing. */
const enoughBytes = 32 * 1024 * 1024;
const lookEveryMs = 250;

/**
 * Keeps V8's young generation small. V8 lets it grow as much survives, to 128 MB where the machine has them, and an
 * idle server never gives them back: a start with all its garbage made it 30 MB, and six thousand sockets that were
 * opened one after the other 98 MB, more than all that was kept of them. V8 takes its bound only when the process
 * starts, but asks each time by how much it may grow.
 */
export class YoungGeneration {
  #growth = 0;

  /** It stays as it is. */
  hold(): void {
    this.#growBy(1);
  }

  /** From now on it grows as much survives, but not past the bound. */
  release(): void {
    this.#look();
    setInterval(() => this.#look(), lookEveryMs).unref();
  }

  #look(): void {
    const space = getHeapSpaceStatistics().find(({ space_name: name }) => name === "new_space");
    this.#growBy(space === undefined || space.space_size < enoughBytes ? 2 : 1);
  }

  #growBy(factor: number): void {
    if (factor === this.#growth) return;
    this.#growth = factor;
    setFlagsFromString(`--semi-space-growth-factor=${factor}`);
  }
}
