import { CircleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { handsFocusOn } from "./handsFocusOn.ts";
import styles from "./FailedNote.module.css";

interface FailedNoteProps {
  /** What failed, and why. */
  words: string;
  /** The buttons that lead on. */
  children: ReactNode;
}

/** Beside what something was refused of. Read out when it appears. */
export function FailedNote({ words, children }: FailedNoteProps) {
  return (
    <div ref={handsFocusOn} className={styles.failed} role="alert">
      <CircleAlert aria-hidden />
      <p>{words}</p>
      <span className={styles.actions}>{children}</span>
    </div>
  );
}
