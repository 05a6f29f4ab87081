import { useRef, useState } from "react";
import { Redirect } from "wouter";
import { trpc } from "../../react/index.ts";
import type { JoinedRoom } from "../../shared/rooms.ts";
import type { ComposerHandle } from "../features/composer/Composer.tsx";
import { DropZone } from "../features/composer/DropZone.tsx";
import type { MessageListHandle } from "../features/messages/list/MessageList.tsx";
import { ThreadPanel } from "../features/messages/thread/ThreadPanel.tsx";
import { ArchivedNotice } from "../features/rooms/ArchivedNotice.tsx";
import { threadPath } from "../paths.ts";
import { finePointer } from "./finePointer.ts";
import type { OpenProfile } from "./openProfile.ts";
import { RoomComposer } from "./RoomComposer.tsx";
import styles from "./ThreadSide.module.css";
import { useMentioning } from "./useMentioning.ts";
import { useMessageActionsFor } from "./useMessageActionsFor.tsx";

interface ThreadSideProps {
  room: JoinedRoom;
  rootId: string;
  openProfile: OpenProfile;
}

/** A thread with the composer for replies. */
export function ThreadSide({ room, rootId, openProfile }: ThreadSideProps) {
  const list = useRef<MessageListHandle>(null);
  const composer = useRef<ComposerHandle>(null);
  const openProfileHere = useMentioning(openProfile, room, composer);
  const actions = useMessageActionsFor({
    room,
    openProfile: openProfileHere,
    threadRootId: rootId,
    composer,
  });
  const [side, setSide] = useState<HTMLElement | null>(null);
  const { data: root } = trpc.messages.get.useQuery({ messageId: rootId });
  // A composer of this room under a thread of another, or under a reply, could send nothing.
  if (root && (root.roomId !== room.id || root.threadRootId !== null)) {
    return <Redirect to={threadPath(root.roomId, root.threadRootId ?? root.id)} replace />;
  }
  return (
    <div ref={setSide} className={styles.side}>
      <ThreadPanel
        ref={list}
        rootId={rootId}
        actions={actions}
        composer={
          <div className={styles.foot}>
            {room.archivedAt === null ? (
              <RoomComposer
                ref={composer}
                label="Reply"
                room={room}
                rootId={rootId}
                list={list}
                takesFocus={finePointer()}
              />
            ) : (
              <ArchivedNotice room={room} />
            )}
          </div>
        }
      />
      {room.archivedAt === null && (
        <DropZone
          element={side}
          roomId={room.id}
          threadRootId={rootId}
          words="Drop files to send them as a reply"
        />
      )}
    </div>
  );
}
