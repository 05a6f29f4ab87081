import { useRef } from "react";
import { useMe, useSend } from "../../react/index.ts";
import type { JoinedRoom } from "../../shared/rooms.ts";
import { Composer } from "../features/composer/Composer.tsx";
import type { ComposerHandle } from "../features/composer/Composer.tsx";
import type { MessageListHandle } from "../features/messages/list/MessageList.tsx";
import { QuoteDraft } from "../features/messages/quote/QuoteDraft.tsx";
import { ThreadPanel } from "../features/messages/thread/ThreadPanel.tsx";
import { ArchivedNotice } from "../features/rooms/ArchivedNotice.tsx";
import { draftScopeOf } from "./draftScope.ts";
import { finePointer } from "./finePointer.ts";
import styles from "./ThreadSide.module.css";
import { useMessageActionsFor } from "./useMessageActionsFor.tsx";
import { useQuoteDraft } from "./useQuoteDraft.ts";

interface ThreadSideProps {
  room: JoinedRoom;
  rootId: string;
  openProfile: (userId: string, anchor: Element) => void;
}

/** A thread with the composer for replies. */
export function ThreadSide({ room, rootId, openProfile }: ThreadSideProps) {
  const me = useMe();
  const send = useSend();
  const list = useRef<MessageListHandle>(null);
  const composer = useRef<ComposerHandle>(null);
  const actions = useMessageActionsFor({ room, openProfile, threadRootId: rootId, composer });
  const draftScope = draftScopeOf({ meId: me.id, roomId: room.id, threadRootId: rootId });
  const { quotedId, clear } = useQuoteDraft(draftScope);
  return (
    <ThreadPanel
      ref={list}
      rootId={rootId}
      actions={actions}
      composer={
        <div className={styles.foot}>
          {room.archivedAt === null ? (
            <Composer
              ref={composer}
              label="Reply"
              draftScope={draftScope}
              above={quotedId !== null && <QuoteDraft messageId={quotedId} onCancel={clear} />}
              onSend={(body) => {
                send({ roomId: room.id, body, threadRootId: rootId, quotedId });
                clear();
                list.current?.toNewest();
              }}
              onEscape={quotedId === null ? undefined : clear}
              onEditLast={() => list.current?.editLast()}
              takesFocus={finePointer()}
            />
          ) : (
            <ArchivedNotice room={room} />
          )}
        </div>
      }
    />
  );
}
