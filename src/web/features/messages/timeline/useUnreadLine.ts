import { useEffect, useState } from "react";
import { useClient, useMarkRead } from "../../../../react/index.ts";
import type { JoinedRoom } from "../../../../shared/rooms.ts";
import type { TimelineItem } from "../../../../react/index.ts";
import { clearedLine, movedLine, openedLine } from "./unreadLine.ts";

interface Reading {
  room: JoinedRoom;
  items: readonly TimelineItem[];
  /** The window is focused and the end of the room in view. */
  reading: boolean;
}

/** The unread line of an open room; marks the room as read while someone is reading at its end. */
export function useUnreadLine({ room, items, reading }: Reading): number | null {
  const { membership } = room;
  const [line, setLine] = useState(() => openedLine(membership));
  const writing = items.at(-1)?.outbox?.status === "pending";
  const moved = writing ? clearedLine(line) : movedLine(line, membership, reading);
  if (moved !== line) setLine(moved);

  const client = useClient();
  const markRead = useMarkRead();
  const newestSeq = items.findLast((item) => item.outbox === null)?.message.seq ?? 0;
  const unread = membership.unreadCount > 0 || membership.mentionCount > 0;
  const due = reading && unread && !moved.held;
  useEffect(() => {
    if (!due) return;
    // Up to now, not to the newest message here: a mention may stand in a reply, which is newer.
    const now = Number(client.snapshot?.cursor.split(":")[1] ?? 0);
    markRead(room.id, Math.max(newestSeq, now));
  }, [due, room.id, newestSeq, client, markRead]);

  return moved.after;
}
