import { MessagesSquare } from "lucide-react";
import { Link, useRoute } from "wouter";
import { useUnreadThreadIds } from "../../../../react/index.ts";
import { threadsPath } from "../../../paths.ts";
import { Badge } from "../../../ui/Badge.tsx";
import styles from "./ThreadsLink.module.css";

/** The way to one's threads, with how many hold something new. */
export function ThreadsLink() {
  const [current] = useRoute(threadsPath);
  const { length: unread } = useUnreadThreadIds();
  return (
    <Link
      href={threadsPath}
      aria-current={current ? "page" : undefined}
      data-unread={unread > 0 || undefined}
      className={styles.link}
    >
      <MessagesSquare aria-hidden />
      <span className={styles.words}>Threads</span>
      {unread > 0 && (
        <Badge
          count={unread}
          label={unread === 1 ? "1 thread with new replies" : `${unread} threads with new replies`}
        />
      )}
    </Link>
  );
}
