import type { LogEvent, Reset } from "../../shared/events.ts";
import { formatCursor } from "../../shared/ids.ts";
import type { LoggedEvent, LogState } from "../store/port.ts";
import { dataFrame } from "./frame.ts";

interface DeliveryOptions<Item> {
  item: Item;
  /** The encoding of `item`, where it is there already. */
  json?: string;
  /** What resumes after it; an item without one is not tracked [RT8]. */
  cursor?: string | null;
  seq?: number;
}

/** An item on its way. Live, one object serves everyone who gets it: it is never changed or copied. */
export class Delivery<Item = unknown> {
  readonly item: Item;
  readonly cursor: string | null;
  readonly seq: number;
  readonly json: string;
  #head = "";
  #frame: Buffer | null = null;

  constructor({
    item,
    json = JSON.stringify(item),
    cursor = null,
    seq = 0,
  }: DeliveryOptions<Item>) {
    this.item = item;
    this.json = json;
    this.cursor = cursor;
    this.seq = seq;
  }

  /**
   * [RT11] As it goes over the wire to a subscription whose answers begin with `head`. Most sockets
   * that get it have asked alike, one after the other; for those it is made once.
   */
  frameFor(head: string): Buffer {
    if (this.#frame === null || this.#head !== head) {
      this.#head = head;
      this.#frame = dataFrame(head, this.json, this.cursor);
    }
    return this.#frame;
  }
}

/** A log event on its way. */
export type LogDelivery = Delivery<LogEvent> & { readonly cursor: string };

export function toDelivery({ seq, event, json }: LoggedEvent, epoch: string): LogDelivery {
  return tracked({ item: event, json, cursor: formatCursor({ epoch, seq }), seq });
}

function tracked<Item>(options: DeliveryOptions<Item> & { cursor: string }) {
  const { cursor } = options;
  return Object.assign(new Delivery(options), { cursor });
}

/** [RT6] Carries the log's present end: a client that resumes from a reset does not get a second one. */
export function toReset(
  reason: Reset["reason"],
  { epoch, head }: LogState,
): { cursor: string; item: Reset } {
  return { cursor: formatCursor({ epoch, seq: head }), item: { type: "reset", reason } };
}
