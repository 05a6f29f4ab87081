import { Clock } from "lucide-react";
import { useEffect, useState } from "react";
import styles from "./PendingClock.module.css";

/** Most messages settle within this, and nothing need be said of them. */
const quietMs = 1000;

/** Beside a message that is taking its time on the way. */
export function PendingClock({ since }: { since: string }) {
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const passed = Date.now() - new Date(since).getTime();
    const timer = setTimeout(() => setShown(true), Math.max(0, quietMs - passed));
    return () => clearTimeout(timer);
  }, [since]);
  if (!shown) return null;
  return (
    <span className={styles.clock} role="img" aria-label="Sending" title="Sending">
      <Clock aria-hidden />
    </span>
  );
}
