import type { ReactNode } from "react";
import { Link } from "wouter";
import { useRoom, useUser } from "../../../../react/index.ts";
import type { Message } from "../../../../shared/messages.ts";
import type { Room } from "../../../../shared/rooms.ts";
import type { FollowedThread } from "../../../../shared/threads.ts";
import { threadPath } from "../../../paths.ts";
import { Avatar } from "../../../ui/Avatar.tsx";
import { Badge } from "../../../ui/Badge.tsx";
import { Time } from "../../../ui/Time.tsx";
import { MessageBody } from "../markdown/MessageBody.tsx";
import styles from "./ThreadCard.module.css";

interface ThreadCardProps {
  thread: FollowedThread;
  renderRoom: (room: Room) => ReactNode;
}

/** A thread with its first and its last word; the whole of it leads there. */
export function ThreadCard({ thread, renderRoom }: ThreadCardProps) {
  const { root, lastReply, unreadCount } = thread;
  const room = useRoom(root.roomId);
  const replies = root.thread?.replyCount ?? 0;
  const more = replies > 1 ? `${replies} replies` : "1 reply";
  return (
    <li className={styles.card} data-unread={unreadCount > 0 || undefined}>
      <div className={styles.head}>
        <Link href={threadPath(root.roomId, root.id)} className={styles.link}>
          {room && <span className={styles.room}>{renderRoom(room)}</span>}
          <span>· {more}</span>
        </Link>
        {unreadCount > 0 && <Badge count={unreadCount} label={`${unreadCount} new`} />}
      </div>
      <Said message={root} />
      <Said message={lastReply} />
    </li>
  );
}

function Said({ message }: { message: Message }) {
  const author = useUser(message.authorId);
  const name = message.authorName ?? author?.displayName ?? "Someone";
  return (
    <div className={styles.said}>
      <Avatar
        user={{
          username: message.authorName ?? author?.username ?? "",
          displayName: name,
          avatarUrl: author?.avatarUrl,
        }}
        size={24}
      />
      <div className={styles.words}>
        <span className={styles.name}>{name}</span>{" "}
        <Time value={message.createdAt} className={styles.time} />
        {/* To be read, not used: its links are in the thread. */}
        <div inert className={styles.body}>
          {message.deletedAt === null ? (
            <MessageBody body={message.body || "A file"} />
          ) : (
            "This message was deleted."
          )}
        </div>
      </div>
    </div>
  );
}
