import { useState } from "react";
import type { ReactNode, Ref } from "react";
import { Redirect, useLocation } from "wouter";
import { errorDetails } from "../../client/index.ts";
import { trpc } from "../../react/index.ts";
import type { JoinedRoom } from "../../shared/rooms.ts";
import type { MessageListHandle } from "../features/messages/list/MessageList.tsx";
import type { MessageActions } from "../features/messages/MessageActions.tsx";
import { Timeline } from "../features/messages/timeline/Timeline.tsx";
import { TimelineSkeleton } from "../features/messages/timeline/TimelineSkeleton.tsx";
import { messagePath, roomPath, threadPath } from "../paths.ts";
import { Banner } from "../ui/Banner.tsx";
import styles from "./RoomTimeline.module.css";

interface RoomTimelineProps {
  room: JoinedRoom;
  /** As the room is called in words. */
  name: string;
  /** The message of a permalink. */
  targetId: string | null;
  actions: MessageActions;
  start: ReactNode;
  ref?: Ref<MessageListHandle>;
}

/** The timeline where it is to open: at a permalink's message, or where reading goes on. */
export function RoomTimeline({ room, targetId, ...rest }: RoomTimelineProps) {
  const [, navigate] = useLocation();
  /** Counts the jumps to the newest message, each of which opens the timeline anew at its end. */
  const [jumps, setJumps] = useState(0);
  const target = trpc.messages.get.useQuery(
    { messageId: targetId ?? "" },
    { enabled: targetId !== null, retry: false, staleTime: Infinity },
  );
  if (targetId !== null && target.isPending) return <TimelineSkeleton />;
  const message = targetId === null ? undefined : target.data;
  if (message?.threadRootId) {
    return <Redirect to={threadPath(message.roomId, message.threadRootId)} replace />;
  }
  if (message && message.roomId !== room.id) {
    return <Redirect to={messagePath(message.roomId, message.id)} replace />;
  }
  return (
    <>
      {targetId !== null && !message && (
        <div className={styles.notice}>
          <Banner onDismiss={() => navigate(roomPath(room.id), { replace: true })}>
            {!target.error || errorDetails(target.error).code === "NOT_FOUND"
              ? "That message is gone, or in a room that you are not in. These are the newest ones here."
              : errorDetails(target.error).message}
          </Banner>
        </div>
      )}
      <Timeline
        {...rest}
        key={`${message?.id ?? ""} ${jumps}`}
        room={room}
        roomName={rest.name}
        opens={
          message
            ? { at: "message", id: message.id, seq: message.seq }
            : { at: jumps > 0 ? "end" : "reading" }
        }
        onJumpToNewest={() => {
          setJumps(jumps + 1);
          if (targetId !== null) navigate(roomPath(room.id));
        }}
      />
    </>
  );
}
