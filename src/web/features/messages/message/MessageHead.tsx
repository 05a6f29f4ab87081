import type { OutboxEntry } from "../../../../client/index.ts";
import type { Message } from "../../../../shared/messages.ts";
import { useCustomStatus, useUser } from "../../../../react/index.ts";
import { Avatar } from "../../../ui/Avatar.tsx";
import { StatusEmoji } from "../../../ui/StatusEmoji.tsx";
import { Time } from "../../../ui/Time.tsx";
import { useMessageActions } from "../MessageActions.tsx";
import { PendingClock } from "./PendingClock.tsx";
import styles from "./MessageHead.module.css";

/** The face beside the first message of a group. */
export function MessageFace({ message }: { message: Message }) {
  const user = useUser(message.authorId);
  const { openProfile } = useMessageActions();
  const name = message.authorName ?? user?.displayName ?? "Someone";
  return (
    <button
      type="button"
      // The name beside it leads to the same place, and that one is in the tab order.
      tabIndex={-1}
      aria-hidden
      className={styles.face}
      onClick={(event) => openProfile(message.authorId, event.currentTarget)}
    >
      <Avatar
        user={{
          username: message.authorName ?? user?.username ?? "",
          displayName: name,
          avatarUrl: user?.avatarUrl,
        }}
      />
    </button>
  );
}

interface MessageHeadProps {
  message: Message;
  outbox: OutboxEntry | null;
}

/** The line above the first message of a group: who, and when. */
export function MessageHead({ message, outbox }: MessageHeadProps) {
  const user = useUser(message.authorId);
  const status = useCustomStatus(user);
  const { openProfile } = useMessageActions();
  return (
    <div className={styles.head}>
      <button
        type="button"
        className={styles.name}
        onClick={(event) => openProfile(message.authorId, event.currentTarget)}
      >
        {message.authorName ?? user?.displayName ?? "Someone"}
      </button>
      {user?.role === "bot" && <span className={styles.bot}>Bot</span>}
      <StatusEmoji status={status} />
      <Time value={message.createdAt} format="clock" className={styles.time} />
      {outbox?.status === "pending" && <PendingClock since={outbox.createdAt} />}
    </div>
  );
}
