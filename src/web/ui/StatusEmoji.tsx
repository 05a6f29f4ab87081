import { useCustomStatus } from "../../react/index.ts";
import type { User } from "../../shared/users.ts";
import { untilWords } from "./untilWords.ts";
import styles from "./StatusEmoji.module.css";

/** What someone said of how they are to be found, as small as it goes: its emoji beside their name. */
export function StatusEmoji({ user }: { user: User | undefined }) {
  const status = useCustomStatus(user);
  if (!status) return null;
  const words = [status.text, status.expiresAt && untilWords(status.expiresAt)];
  const title = words.filter(Boolean).join(", ");
  return (
    <span
      role="img"
      aria-label={`Status: ${title || status.emoji}`}
      title={title}
      className={styles.emoji}
    >
      {status.emoji ?? "💬"}
    </span>
  );
}
