import { Pencil } from "lucide-react";
import { memo } from "react";
import { Link } from "wouter";
import type { JoinedRoom } from "../../../../shared/rooms.ts";
import { roomPath } from "../../../paths.ts";
import { Badge } from "../../../ui/Badge.tsx";
import { DirectStatus } from "./DirectStatus.tsx";
import { RoomIcon } from "../RoomIcon.tsx";
import { useRoomTitle } from "../useRoomTitle.ts";
import { callsForReading } from "./sections.ts";
import styles from "./RoomRow.module.css";

/** A room in the sidebar: bold with a count while there is something new. */
export const RoomRow = memo(function RoomRow({
  room,
  current,
}: {
  room: JoinedRoom;
  current: boolean;
}) {
  const title = useRoomTitle(room);
  const { unreadCount, mentionCount, notify } = room.membership;
  const unread = callsForReading(room) || (unreadCount > 0 && notify === "mentions");
  return (
    <li>
      <Link
        href={roomPath(room.id)}
        state={{ fromHome: location.pathname === "/" }}
        aria-current={current ? "page" : undefined}
        data-unread={unread || undefined}
        data-muted={notify === "nothing" || undefined}
        className={styles.row}
      >
        <RoomIcon room={room} />
        <span className={styles.title}>{title}</span>
        {!current && hasDraft(room) && (
          <Pencil role="img" aria-label="Draft" className={styles.draft} />
        )}
        {room.kind === "direct" && <DirectStatus room={room} />}
        {mentionCount > 0 ? (
          <Badge
            count={mentionCount}
            tone="mention"
            label={mentionCount === 1 ? "1 mention" : `${mentionCount} mentions`}
          />
        ) : (
          unread && <Badge count={unreadCount} label={`${unreadCount} unread`} />
        )}
      </Link>
    </li>
  );
});

/** One of a thread stands in its thread. */
function hasDraft({ membership }: JoinedRoom): boolean {
  return membership.drafts.some(({ rootId }) => rootId === null);
}
