import { MessagesSquare } from "lucide-react";
import { useUnreadThreadIds } from "../../../../react/index.ts";
import { threadsPath } from "../../../paths.ts";
import { Badge } from "../../../ui/Badge.tsx";
import { SidebarLink } from "../../../ui/SidebarLink.tsx";
import styles from "./ThreadsLink.module.css";

/** The way to one's threads, with how many hold something new. */
export function ThreadsLink() {
  const { length: unread } = useUnreadThreadIds();
  return (
    <SidebarLink href={threadsPath} icon={<MessagesSquare />} unread={unread > 0}>
      <span className={styles.words}>Threads</span>
      {unread > 0 && (
        <Badge
          count={unread}
          label={unread === 1 ? "1 thread with new replies" : `${unread} threads with new replies`}
        />
      )}
    </SidebarLink>
  );
}
