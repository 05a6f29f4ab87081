import { numberIn } from "./texts.ts";

/**
 * Counts who has heard how much. A socket delivers in order and every listener gets everything, so the
 * n-th message of one listener is the n-th of each: nothing needs to be read to know when all have it.
 * Listener 0 does read, and holds what the others only count to its word.
 */
export class Crowd {
  readonly size: number;
  /** Over all listeners. */
  deliveries = 0;
  bytes = 0;
  /** When the last listener had it, for each message in the order in which they were heard. */
  readonly heardByAllAt: number[] = [];
  /** The number of each message in the order in which they were heard. */
  readonly order: number[] = [];
  readonly #counts: Uint32Array;
  readonly #heardBy: number[] = [];
  #waiting: { messages: number; resolve: () => void }[] = [];

  constructor(size: number) {
    this.size = size;
    this.#counts = new Uint32Array(size);
  }

  hear(listener: number, payload: Buffer): void {
    this.deliveries += 1;
    this.bytes += payload.length;
    const place = this.#counts[listener] ?? 0;
    this.#counts[listener] = place + 1;
    if (listener === 0) this.order.push(numberIn(payload));
    const heardBy = (this.#heardBy[place] ?? 0) + 1;
    this.#heardBy[place] = heardBy;
    if (heardBy === this.size) this.#heardByAll();
  }

  /** Resolves when everyone has heard so many messages, from the beginning. */
  async everyoneHas(messages: number): Promise<void> {
    if (this.heardByAllAt.length >= messages) return;
    await new Promise<void>((resolve) => this.#waiting.push({ messages, resolve }));
  }

  /** Throws unless every listener heard exactly the messages with the numbers below `messages`. */
  check(messages: number): void {
    const numbers = new Set(this.order);
    const whole = numbers.size === messages && this.order.every((number) => number < messages);
    if (
      !whole ||
      this.order.length !== messages ||
      this.#counts.some((count) => count !== messages)
    ) {
      throw new Error(`Not everyone heard each of the ${messages} messages once.`);
    }
  }

  #heardByAll(): void {
    this.heardByAllAt.push(performance.now());
    const heard = this.heardByAllAt.length;
    const ready = this.#waiting.filter(({ messages }) => messages <= heard);
    if (ready.length === 0) return;
    this.#waiting = this.#waiting.filter(({ messages }) => messages > heard);
    for (const { resolve } of ready) resolve();
  }
}
