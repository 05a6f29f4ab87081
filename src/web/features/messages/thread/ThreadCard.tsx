import { BellOff } from "lucide-react";
import type { ReactNode } from "react";
import { Link } from "wouter";
import { useFollow, useRoom, useUser } from "../../../../react/index.ts";
import type { Message } from "../../../../shared/messages.ts";
import type { Room } from "../../../../shared/rooms.ts";
import type { FollowedThread } from "../../../../shared/threads.ts";
import { RefusalNote } from "../../../forms/RefusalNote.tsx";
import { attempt } from "../../../forms/refusals.ts";
import { threadPath } from "../../../paths.ts";
import { Avatar } from "../../../ui/Avatar.tsx";
import { Badge } from "../../../ui/Badge.tsx";
import { IconButton } from "../../../ui/IconButton.tsx";
import { Skeleton } from "../../../ui/Skeleton.tsx";
import { Time } from "../../../ui/Time.tsx";
import { MessageBody } from "../markdown/MessageBody.tsx";
import { handsFocusOn } from "../../../ui/handsFocusOn.ts";
import styles from "./ThreadCard.module.css";

interface ThreadCardProps {
  thread: FollowedThread;
  renderRoom: (room: Room) => ReactNode;
}

/** A thread with its first and its last word; the whole of it leads there. */
export function ThreadCard({ thread, renderRoom }: ThreadCardProps) {
  const { root, lastReply, unreadCount } = thread;
  const room = useRoom(root.roomId);
  const follow = useFollow();
  const about = `followed ${root.id}`;
  const replies = root.thread?.replyCount ?? 0;
  const more = replies > 1 ? `${replies} replies` : "1 reply";
  return (
    <li ref={handsFocusOn} className={styles.card} data-unread={unreadCount > 0 || undefined}>
      <div className={styles.head}>
        <Link href={threadPath(root.roomId, root.id)} className={styles.link}>
          {room && <span className={styles.room}>{renderRoom(room)}</span>}
          <span>· {more}</span>
        </Link>
        {unreadCount > 0 && <Badge count={unreadCount} label={`${unreadCount} new`} />}
        <span className={styles.unfollow}>
          <IconButton
            size="small"
            label="Unfollow"
            icon={<BellOff />}
            onClick={() =>
              attempt({
                about,
                failed: "You still follow this thread.",
                call: () => follow(root, false),
              })
            }
          />
        </span>
      </div>
      <Said message={root} />
      {lastReply.deletedAt === null ? <Said message={lastReply} /> : <SaidBefore />}
      <div className={styles.error}>
        <RefusalNote about={about} />
      </div>
    </li>
  );
}

/** In the place of a reply that was deleted, until it is known which one is the last now. */
function SaidBefore() {
  return (
    <div className={styles.said} aria-busy>
      <Skeleton width="1.5rem" height="1.5rem" shape="circle" />
      <div className={styles.loading}>
        <Skeleton width="30%" />
        <Skeleton width="70%" />
      </div>
    </div>
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
