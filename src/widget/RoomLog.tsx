import type { ReactNode } from "react";
import { useEffect } from "react";
import type { TimelineItem } from "../react/index.ts";
import { useMarkRead, useTimeline } from "../react/index.ts";
import type { JoinedRoom } from "../shared/rooms.ts";
import { RoomMessage } from "./RoomMessage.tsx";
import { useStickyEnd } from "./useStickyEnd.ts";

export function RoomLog({ room, title }: { room: JoinedRoom; title: string }): ReactNode {
  const timeline = useTimeline(room.id);
  const { items, status, error, hasOlder, loading } = timeline;
  const { log, atEnd, onScroll } = useStickyEnd(items);
  useReading(room.id, atEnd ? items : []);
  return (
    // A region that scrolls has to be reachable from the keyboard.
    // oxlint-disable jsx-a11y/no-noninteractive-tabindex
    <div
      className="log"
      role="log"
      aria-label={`Messages in ${title}`}
      aria-busy={status === "loading"}
      tabIndex={0}
      ref={log}
      onScroll={onScroll}
    >
      {error !== null && <p className="notice">{error.message}</p>}
      {hasOlder && (
        <button
          type="button"
          className="quiet"
          onClick={() => timeline.loadOlder()}
          disabled={loading.older}
        >
          Show older messages
        </button>
      )}
      {status === "ready" && items.length === 0 && <p className="notice">Nothing here yet.</p>}
      {items.map((item, index) => (
        <RoomMessage key={item.key} item={item} goesOn={goesOn(items[index - 1], item)} />
      ))}
    </div>
  );
}

const sameBreathMs = 5 * 60_000;

/** Whether it stands below the same name as the message before it. */
function goesOn(before: TimelineItem | undefined, { message }: TimelineItem): boolean {
  if (before?.message.authorId !== message.authorId) return false;
  if (before.message.authorName !== message.authorName) return false;
  return Date.parse(message.createdAt) - Date.parse(before.message.createdAt) < sameBreathMs;
}

/** What is in sight at the end has been read. */
function useReading(roomId: string, items: TimelineItem[]): void {
  const markRead = useMarkRead();
  const last = items.at(-1)?.message.seq ?? 0;
  useEffect(() => {
    if (last > 0 && document.visibilityState === "visible") markRead(roomId, last);
  }, [markRead, roomId, last]);
}
