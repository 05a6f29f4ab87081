import { Bookmark, Pin } from "lucide-react";
import { useIsSaved, useMe, useUser } from "../../../../react/index.ts";
import type { Message } from "../../../../shared/messages.ts";
import styles from "./KeptMarks.module.css";

/** Above a message that the room has pinned or the reader saved. */
export function KeptMarks({ message }: { message: Message }) {
  const saved = useIsSaved(message);
  if (!saved && message.pinned === null) return null;
  return (
    <p className={styles.marks}>
      {message.pinned !== null && <PinnedBy userId={message.pinned.userId} />}
      {saved && (
        <span className={styles.mark}>
          <Bookmark aria-hidden /> Saved for later
        </span>
      )}
    </p>
  );
}

function PinnedBy({ userId }: { userId: string }) {
  const me = useMe();
  const user = useUser(userId);
  return (
    <span className={styles.mark}>
      <Pin aria-hidden /> Pinned by {userId === me.id ? "you" : (user?.displayName ?? "someone")}
    </span>
  );
}
