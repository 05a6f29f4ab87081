export interface MailboxLimits {
  items: number;
  /** In whatever unit `push` is told. */
  size: number;
}

/**
 * What waits for one reader. Bounded: past its limits it throws everything away, takes nothing more and
 * says so, and the reader starts over from a place that has it all. One waiting promise, and nothing
 * else that costs memory per reader.
 */
export class Mailbox<Item> {
  readonly #limits: MailboxLimits;
  #items: { item: Item; size: number }[] = [];
  #size = 0;
  #overflowed = false;
  #end: { error: Error | null } | null = null;
  #waiting: ((item: Item | null) => void) | null = null;
  #tap: ((item: Item) => void) | null = null;

  constructor(limits: MailboxLimits) {
    this.#limits = limits;
  }

  get ended(): boolean {
    return this.#end !== null;
  }

  push(item: Item, size: number): void {
    if (this.#overflowed || this.#end !== null) return;
    if (this.#waiting !== null) return this.#tap === null ? this.#wake(item) : this.#tap(item);
    this.#items.push({ item, size });
    this.#size += size;
    if (this.#items.length > this.#limits.items || this.#size > this.#limits.size) {
      this.#overflowed = true;
      this.#empty();
    }
  }

  /** The next item; `null` when the mailbox overflowed or ended. Throws what it ended with. */
  next(): Item | null | Promise<Item | null> {
    if (this.#end?.error) throw this.#end.error;
    if (this.#end !== null || this.#overflowed) return null;
    const first = this.#items.shift();
    if (first !== undefined) {
      this.#size -= first.size;
      return first.item;
    }
    return new Promise((resolve, reject) => {
      this.#waiting = (item) => {
        const error = this.#end?.error;
        if (error) reject(error);
        else resolve(item);
      };
    });
  }

  /** From now on, what comes while the reader waits goes to `take` at once, and the reader waits on. */
  tap(take: (item: Item) => void): void {
    this.#tap = take;
  }

  /** Takes items again after an overflow, from now on. */
  reopen(): void {
    this.#overflowed = false;
    this.#empty();
  }

  /** The reader gets nothing more, but `error` where there is one. The first end counts. */
  end(error: Error | null = null): void {
    if (this.#end !== null) return;
    this.#end = { error };
    this.#empty();
    this.#wake(null);
  }

  #wake(item: Item | null): void {
    const waiting = this.#waiting;
    this.#waiting = null;
    waiting?.(item);
  }

  #empty(): void {
    this.#items = [];
    this.#size = 0;
  }
}
