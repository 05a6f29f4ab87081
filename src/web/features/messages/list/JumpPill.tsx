import { ArrowDown } from "lucide-react";
import styles from "./JumpPill.module.css";

interface JumpPillProps {
  /** How many arrived below while one was reading above. */
  count: number;
  /** Whether the end is out of sight. */
  away: boolean;
  onJump: () => void;
}

/** The way to what arrived below: to the first of it, else to the newest message. */
export function JumpPill({ count, away, onJump }: JumpPillProps) {
  if (count === 0 && !away) return null;
  const words = count === 1 ? "1 new message" : `${count} new messages`;
  return (
    <div className={styles.frame}>
      <button
        type="button"
        className={styles.pill}
        data-new={count > 0 || undefined}
        aria-label={count > 0 ? `${words}, jump to them` : "Jump to newest"}
        onClick={onJump}
      >
        {count > 0 ? words : "Jump to newest"}
        <ArrowDown aria-hidden />
      </button>
    </div>
  );
}
