import type { HistoryScope, OutboxEntry } from "../client/index.ts";
import type { HistoryPage, Message } from "../shared/messages.ts";

/** A message of a timeline, settled or on its way. The same object until it changes. */
export interface TimelineItem {
  /** Stays the same when the message settles. */
  readonly key: string;
  /** While it is in the outbox: what it will look like, with `seq` 0 and its `clientId` as `id`. */
  readonly message: Message;
  /** `null` once settled. */
  readonly outbox: OutboxEntry | null;
}

export interface TimelineParts {
  scope: HistoryScope;
  /** Ascending. */
  pages: HistoryPage[];
  entries: readonly OutboxEntry[];
  acknowledged: readonly Message[];
  myId: string;
}

/**
 * [RT13] What stands in a timeline: the pages, then one's own messages that were acknowledged and whose
 * event is still under way, then the outbox in the order of sending. The latter two only at the end of
 * the history: above a gap they would stand in the wrong place.
 */
export function timelineItems(parts: TimelineParts): TimelineItem[] {
  const { scope, pages, entries, acknowledged, myId } = parts;
  const items = pages.flatMap(({ messages }) =>
    messages.map((message) => settledItem(message, myId)),
  );
  const last = pages.at(-1);
  if (last === undefined || last.newer !== null) return items;
  for (const message of acknowledged) {
    if (message.seq > last.asOf && belongs(message, scope)) items.push(settledItem(message, myId));
  }
  const pending = entries.filter((entry) => belongs(entry, scope));
  if (pending.length === 0) return items;
  const shown = new Set(items.map(({ key }) => key));
  for (const entry of pending) {
    if (!shown.has(entry.clientId)) items.push(pendingItem(entry, myId));
  }
  return items;
}

const settled = new WeakMap<Message, TimelineItem>();
const pending = new WeakMap<OutboxEntry, TimelineItem>();

function settledItem(message: Message, myId: string): TimelineItem {
  const known = settled.get(message);
  if (known !== undefined) return known;
  // Another author's client id is that author's word only, and not a safe key.
  const mine = message.authorId === myId && message.clientId !== "";
  const item = { key: mine ? message.clientId : message.id, message, outbox: null };
  settled.set(message, item);
  return item;
}

function pendingItem(entry: OutboxEntry, myId: string): TimelineItem {
  const known = pending.get(entry);
  if (known !== undefined) return known;
  const item = { key: entry.clientId, message: pendingMessage(entry, myId), outbox: entry };
  pending.set(entry, item);
  return item;
}

function pendingMessage(entry: OutboxEntry, authorId: string): Message {
  return {
    id: entry.clientId,
    clientId: entry.clientId,
    roomId: entry.roomId,
    authorId,
    authorName: null,
    body: entry.body,
    attachments: [...entry.attachments],
    reactions: [],
    mentions: { userIds: [], room: false },
    threadRootId: entry.threadRootId,
    thread: null,
    quotedId: entry.quotedId,
    pinned: null,
    seq: 0,
    createdAt: entry.createdAt,
    editedAt: null,
    deletedAt: null,
  };
}

function belongs(
  { roomId, threadRootId }: { roomId: string; threadRootId: string | null },
  scope: HistoryScope,
): boolean {
  if ("rootId" in scope) return threadRootId === scope.rootId;
  return threadRootId === null && roomId === scope.roomId;
}
