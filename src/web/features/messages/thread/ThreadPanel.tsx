import { useState } from "react";
import type { ReactNode, Ref } from "react";
import { useThread, useThreadRoot } from "../../../../react/index.ts";
import { ErrorMessage } from "../../../ui/ErrorMessage.tsx";
import { MessageList } from "../list/MessageList.tsx";
import type { MessageListHandle } from "../list/MessageList.tsx";
import type { Opening } from "../list/useListScroll.ts";
import { MessageActionsProvider } from "../MessageActions.tsx";
import type { MessageActions } from "../MessageActions.tsx";
import { TimelineSkeleton } from "../timeline/TimelineSkeleton.tsx";
import { ThreadRoot } from "./ThreadRoot.tsx";
import { useThreadReading } from "./useThreadReading.ts";
import styles from "./ThreadPanel.module.css";

interface ThreadPanelProps {
  rootId: string;
  actions: MessageActions;
  /** Under the replies. */
  composer: ReactNode;
  ref?: Ref<MessageListHandle>;
}

const atEnd: Opening = { at: "end" };

/** A message and its replies, with a composer of their own. */
export function ThreadPanel({ rootId, actions, composer, ref }: ThreadPanelProps) {
  const { root, error: rootError } = useThreadRoot(rootId);
  const replies = useThread(rootId);
  const [atBottom, setAtBottom] = useState(false);
  const unreadAfter = useThreadReading({ rootId, items: replies.items, atBottom });
  const error = rootError ?? (replies.status === "error" ? replies.error : null);
  if (error) {
    return (
      <div className={styles.error}>
        <ErrorMessage>{error.message}</ErrorMessage>
      </div>
    );
  }
  if (!root || replies.status === "loading") return <TimelineSkeleton />;
  return (
    <div className={styles.panel}>
      <MessageActionsProvider actions={actions}>
        <MessageList
          ref={ref}
          label="Replies"
          history={replies}
          unreadAfter={unreadAfter}
          onBottomChange={setAtBottom}
          start={<ThreadRoot message={root} />}
          opening={atEnd}
          fromTop
        />
      </MessageActionsProvider>
      {composer}
    </div>
  );
}
