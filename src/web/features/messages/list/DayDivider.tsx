import { Time } from "../../../ui/Time.tsx";
import styles from "./DayDivider.module.css";

/** Between two days. */
export function DayDivider({ at }: { at: string }) {
  return (
    <div className={styles.divider} role="separator">
      <Time value={at} format="day" className={styles.label} />
    </div>
  );
}
