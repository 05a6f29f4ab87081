import { useReducer } from "react";
import type { Message as MessageDto } from "../../../../shared/messages.ts";
import { RefusalNote } from "../../../forms/RefusalNote.tsx";
import { initialListState, listReducer } from "../list/listState.ts";
import { Message } from "../message/Message.tsx";
import { FollowButton, followingOf } from "./FollowButton.tsx";
import styles from "./ThreadRoot.module.css";

/** The message that the replies are to. */
export function ThreadRoot({ message }: { message: MessageDto }) {
  const [state, dispatch] = useReducer(listReducer, initialListState);
  const count = message.thread?.replyCount ?? 0;
  const key = message.id;
  return (
    <div onPointerLeave={() => dispatch({ type: "point", key: null })}>
      <Message
        rowKey={key}
        message={message}
        outbox={null}
        leads
        active={state.activeKey === key}
        tabStop
        highlighted={false}
        editing={state.editingKey === key}
        opened={state.opened?.kind ?? null}
        dispatch={dispatch}
      />
      <div className={styles.count}>
        <p>{count === 0 ? "No replies yet" : count === 1 ? "1 reply" : `${count} replies`}</p>
        <FollowButton root={message} />
      </div>
      <div className={styles.error}>
        <RefusalNote about={followingOf(message.id)} />
      </div>
    </div>
  );
}
