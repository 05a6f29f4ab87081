import { Link } from "wouter";
import type { Message } from "../../../../shared/messages.ts";
import { useUsers } from "../../../../react/index.ts";
import { threadPath } from "../../../paths.ts";
import { Avatar } from "../../../ui/Avatar.tsx";
import { Time } from "../../../ui/Time.tsx";
import styles from "./ThreadSummary.module.css";

const facesShown = 3;

/** Under a message with replies: who, how many, when last; leads into the thread. */
export function ThreadSummary({ message }: { message: Message }) {
  const users = useUsers();
  const { thread } = message;
  if (!thread || thread.replyCount === 0) return null;
  return (
    <Link href={threadPath(message.roomId, message.id)} className={styles.summary}>
      <span className={styles.faces}>
        {thread.userIds.slice(0, facesShown).map((id) => (
          <Avatar
            key={id}
            user={users.get(id) ?? { username: "", displayName: "Someone" }}
            size={20}
          />
        ))}
      </span>
      <span className={styles.count}>
        {thread.replyCount === 1 ? "1 reply" : `${thread.replyCount} replies`}
      </span>
      {thread.lastReplyAt && (
        <span className={styles.last}>
          <Time value={thread.lastReplyAt} />
        </span>
      )}
    </Link>
  );
}
