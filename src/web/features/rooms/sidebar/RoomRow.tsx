import { MoreHorizontal, Pencil } from "lucide-react";
import { memo, useState } from "react";
import { Link } from "wouter";
import type { JoinedRoom } from "../../../../shared/rooms.ts";
import { RefusalNote } from "../../../forms/RefusalNote.tsx";
import { roomPath } from "../../../paths.ts";
import { Badge } from "../../../ui/Badge.tsx";
import { classNames } from "../../../ui/classNames.ts";
import { PlainIconButton } from "../../../ui/PlainIconButton.tsx";
import { RoomIcon } from "../RoomIcon.tsx";
import { RoomMenu } from "../RoomMenu.tsx";
import { useRoomTitle } from "../useRoomTitle.ts";
import { DirectStatus } from "./DirectStatus.tsx";
import { countOf } from "./sections.ts";
import link from "../../../ui/SidebarLink.module.css";
import { handsFocusOn } from "../../../ui/handsFocusOn.ts";
import styles from "./RoomRow.module.css";

interface RoomRowProps {
  room: JoinedRoom;
  current: boolean;
}

/** A room in the sidebar: bold with a count while there is something new, dim when it is muted. */
export const RoomRow = memo(function RoomRow({ room, current }: RoomRowProps) {
  const title = useRoomTitle(room);
  const [menuOpen, setMenuOpen] = useState(false);
  const { unreadCount, mentionCount, muted } = room.membership;
  const count = countOf(room);
  const unread = !muted && room.archivedAt === null && (unreadCount > 0 || count > 0);
  return (
    <li ref={handsFocusOn}>
      <div className={styles.item}>
        <Link
          href={roomPath(room.id)}
          state={{ fromHome: location.pathname === "/" }}
          aria-current={current ? "page" : undefined}
          data-unread={unread || undefined}
          data-muted={muted || undefined}
          className={classNames(link.link, styles.row)}
          // By the mouse, a long press or the menu key.
          onContextMenu={(event) => {
            event.preventDefault();
            setMenuOpen(true);
          }}
        >
          <RoomIcon room={room} />
          <span className={styles.title} dir="auto">
            {title}
          </span>
          {!current && hasDraft(room) && (
            <Pencil role="img" aria-label="Draft" className={styles.draft} />
          )}
          {room.kind === "direct" && <DirectStatus room={room} />}
          {count > 0 && mentionCount > 0 ? (
            <Badge
              count={mentionCount}
              tone="mention"
              label={mentionCount === 1 ? "1 mention" : `${mentionCount} mentions`}
            />
          ) : (
            <Badge count={count} label={`${count} unread`} />
          )}
        </Link>
        <RoomMenu
          room={room}
          open={menuOpen}
          onOpenChange={setMenuOpen}
          trigger={
            <PlainIconButton
              size="small"
              label={`Options for ${title}`}
              icon={<MoreHorizontal />}
              // The menu key on the row opens it as well; a stop more at each room would be many.
              tabIndex={-1}
              className={styles.more}
            />
          }
        />
      </div>
      <div className={styles.refusal}>
        <RefusalNote about={`room ${room.id}`} />
      </div>
    </li>
  );
});

/** One of a thread stands in its thread. */
function hasDraft({ membership }: JoinedRoom): boolean {
  return membership.drafts.some(({ rootId }) => rootId === null);
}
