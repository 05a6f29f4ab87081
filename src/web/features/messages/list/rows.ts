import type { TimelineItem } from "../../../../react/index.ts";
import { dayOf } from "../../../ui/timeFormat.ts";

/** A message in its place: what stands above it and whether it shows its author. */
export interface MessageRow {
  type: "message";
  key: string;
  item: TimelineItem;
  /** When it was said, in milliseconds: parsed once, since a list may have thousands. */
  at: number;
  /** The first message of its day, with a divider above it. */
  startsDay: boolean;
  /** Everything from here on is new. */
  startsUnread: boolean;
  /** The first of its author's group. */
  leads: boolean;
}

/** What stands before the first message: a room's beginning, a thread's root. */
export interface StartRow {
  type: "start";
  key: "start";
}

export type Row = MessageRow | StartRow;

interface RowOptions {
  /** The line stands above the first message of another person after this seq; `null`: no line. */
  unreadAfter: number | null;
  meId: string;
  /** Whether the list is complete at its beginning. */
  withStart: boolean;
}

const groupMs = 5 * 60_000;

/** Lays out messages in rows: days divided, new ones marked, and one author's grouped. */
export function rowsOf(items: readonly TimelineItem[], options: RowOptions): Row[] {
  const rows: Row[] = options.withStart ? [{ type: "start", key: "start" }] : [];
  let previous: TimelineItem | null = null;
  let day = { start: 0, end: 0 };
  let groupStartedAt = 0;
  let lineDrawn = options.unreadAfter === null;
  for (const item of items) {
    const at = latestRows.get(item)?.at ?? Date.parse(item.message.createdAt);
    const startsDay = at < day.start || at >= day.end;
    if (startsDay) day = dayOf(new Date(at));
    const startsUnread = !lineDrawn && isUnread(item, options);
    lineDrawn ||= startsUnread;
    const leads =
      startsDay ||
      startsUnread ||
      previous === null ||
      !sameVoice(previous, item) ||
      at - groupStartedAt > groupMs;
    if (leads) groupStartedAt = at;
    rows.push(messageRow({ item, at, startsDay, startsUnread, leads }));
    previous = item;
  }
  return rows;
}

const latestRows = new WeakMap<TimelineItem, MessageRow>();

/** The same object as the last time, so that it is not drawn again, unless something above it has changed. */
function messageRow(parts: Omit<MessageRow, "type" | "key">): MessageRow {
  const latest = latestRows.get(parts.item);
  const isSame =
    latest?.startsDay === parts.startsDay &&
    latest.startsUnread === parts.startsUnread &&
    latest.leads === parts.leads;
  if (isSame) return latest;
  const row: MessageRow = { type: "message", key: parts.item.key, ...parts };
  latestRows.set(parts.item, row);
  return row;
}

/** One's own message that can be edited. */
export function isOwnSettled(row: Row, meId: string): boolean {
  if (row.type !== "message" || row.item.outbox !== null) return false;
  const { message } = row.item;
  return message.authorId === meId && message.deletedAt === null && message.body !== "";
}

function isUnread(item: TimelineItem, { unreadAfter, meId }: RowOptions): boolean {
  const { message, outbox } = item;
  return (
    unreadAfter !== null &&
    outbox === null &&
    message.seq > unreadAfter &&
    message.authorId !== meId &&
    message.deletedAt === null
  );
}

/** A bot may speak under several names. */
function sameVoice(a: TimelineItem, b: TimelineItem): boolean {
  return (
    a.message.authorId === b.message.authorId &&
    a.message.authorName === b.message.authorName &&
    a.message.deletedAt === null &&
    b.message.deletedAt === null
  );
}
