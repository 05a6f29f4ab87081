import type { CustomStatus } from "../../shared/users.ts";
import styles from "./StatusEmoji.module.css";
import { untilWords } from "./untilWords.ts";

/** What someone said of how they are to be found, as small as it goes: its emoji beside their name. */
export function StatusEmoji({ status }: { status: CustomStatus | null }) {
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
