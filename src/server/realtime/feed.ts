import type { Delivery } from "./delivery.ts";
import type { Feed } from "./port.ts";

interface Tappable {
  tap(take: (delivery: Delivery) => void): void;
}

/**
 * What a subscription answers with. Anyone can iterate it. Who also taps it is given what comes live
 * past the iteration, as it stands ready for everyone [RT11], in order with what is iterated.
 */
export class LiveFeed<Item> implements Feed<Item> {
  readonly #inbox: Tappable;
  readonly #items: AsyncGenerator<Item, void, void>;

  constructor(inbox: Tappable, items: AsyncGenerator<Item, void, void>) {
    this.#inbox = inbox;
    this.#items = items;
  }

  [Symbol.asyncIterator](): AsyncGenerator<Item, void, void> {
    return this.#items;
  }

  /** Iterate on: the iteration brings what is not live, the end, and why. */
  tap(take: (delivery: Delivery) => void): void {
    this.#inbox.tap(take);
  }

  /** The same feed to who iterates it in another shape. */
  map<Mapped>(change: (item: Item) => Mapped): LiveFeed<Mapped> {
    return new LiveFeed(this.#inbox, mapped(this.#items, change));
  }
}

async function* mapped<Item, Mapped>(
  items: AsyncGenerator<Item, void, void>,
  change: (item: Item) => Mapped,
): AsyncGenerator<Mapped, void, void> {
  for await (const item of items) yield change(item);
}
