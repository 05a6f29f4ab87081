import { CircleAlert } from "lucide-react";
import type { ReactNode } from "react";
import styles from "./FailedNote.module.css";

interface FailedNoteProps {
  /** What failed, and why. */
  words: string;
  /** The buttons that lead on. */
  children: ReactNode;
}

/** Under a message of which something was refused. */
export function FailedNote({ words, children }: FailedNoteProps) {
  return (
    <div className={styles.failed} role="alert">
      <CircleAlert aria-hidden />
      <p>{words}</p>
      <span className={styles.actions}>{children}</span>
    </div>
  );
}
