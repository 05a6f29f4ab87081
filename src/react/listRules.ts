import type { LogEvent } from "../shared/events.ts";
import type { Message } from "../shared/messages.ts";

/** A list after one more event. What did not change keeps its identity; an event that comes twice counts once. */
export type ListRule<Item> = (list: Item[], event: LogEvent, reading: Reading) => Item[];

/** How an event is read: as the log says it, or as what one asks for will be. */
export interface Reading {
  /** A message after the event; what is gone has `deletedAt`. */
  change: (message: Message, event: LogEvent) => Message;
  /** A message that is in the cache, whether or not in the list. */
  find: (messageId: string) => Message | undefined;
  /** The last reply of a thread whose end is in the cache. */
  findLastReply: (rootId: string) => Message | undefined;
}

/** Without those that become `null`. */
export function mapped<Item>(items: Item[], change: (item: Item) => Item | null): Item[] {
  const after = items.map(change).filter((item) => item !== null);
  const same = after.length === items.length && after.every((item, at) => item === items[at]);
  return same ? items : after;
}
