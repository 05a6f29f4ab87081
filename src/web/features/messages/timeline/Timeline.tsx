import { useMemo, useState } from "react";
import type { ReactNode, Ref } from "react";
import { useTimeline } from "../../../../react/index.ts";
import type { JoinedRoom } from "../../../../shared/rooms.ts";
import { ErrorMessage } from "../../../ui/ErrorMessage.tsx";
import { MessageList } from "../list/MessageList.tsx";
import type { MessageListHandle } from "../list/MessageList.tsx";
import type { Opening } from "../list/useListScroll.ts";
import { MessageActionsProvider } from "../MessageActions.tsx";
import type { MessageActions } from "../MessageActions.tsx";
import { TimelineSkeleton } from "./TimelineSkeleton.tsx";
import { useReading } from "./useReading.ts";
import { useUnreadLine } from "./useUnreadLine.ts";
import styles from "./Timeline.module.css";

/** Where a timeline opens; `reading`: at the first unread message, else at the end. */
export type TimelineOpening =
  | { at: "reading" }
  | { at: "end" }
  | { at: "message"; id: string; seq: number };

interface TimelineProps {
  room: JoinedRoom;
  /** How the room is called in words: "#general", "Ann and Bob". */
  roomName: string;
  opens: TimelineOpening;
  actions: MessageActions;
  /** What stands before the very first message. */
  start: ReactNode;
  onJumpToNewest: () => void;
  ref?: Ref<MessageListHandle>;
}

/** More than this many unread messages are opened at their beginning rather than from the newest page. */
const unreadInNewestPage = 30;

/**
 * A room's messages. Mounted anew (by `key`) for another room or another target, since where it opens
 * is decided once.
 */
export function Timeline(props: TimelineProps) {
  const { room, roomName, opens, actions, start, onJumpToNewest, ref } = props;
  const [opening] = useState(() => openingOf(room, opens));
  const timeline = useTimeline(room.id, opening.around);
  const [atBottom, setAtBottom] = useState(false);
  const focused = useReading();
  const { items, status, error } = timeline;
  const unreadAfter = useUnreadLine({ room, items, reading: focused && atBottom });
  const label = useMemo(() => `Messages in ${roomName}`, [roomName]);

  if (status === "loading") return <TimelineSkeleton />;
  if (status === "error") {
    return (
      <div className={styles.error}>
        <ErrorMessage onRetry={() => location.reload()}>
          These messages could not be loaded. {error?.message}
        </ErrorMessage>
      </div>
    );
  }
  return (
    <MessageActionsProvider actions={actions}>
      <MessageList
        ref={ref}
        label={label}
        history={timeline}
        unreadAfter={unreadAfter}
        unreadCount={room.membership.unreadCount}
        start={start}
        opening={opening.at}
        onBottomChange={setAtBottom}
        onJumpToNewest={onJumpToNewest}
      />
    </MessageActionsProvider>
  );
}

function openingOf(
  { membership }: JoinedRoom,
  opens: TimelineOpening,
): { at: Opening; around: number | undefined } {
  if (opens.at === "message") return { at: opens, around: opens.seq };
  if (opens.at === "end" || membership.unreadCount === 0) {
    return { at: { at: "end" }, around: undefined };
  }
  const many = membership.unreadCount > unreadInNewestPage;
  return { at: { at: "unread" }, around: many ? membership.readSeq : undefined };
}
