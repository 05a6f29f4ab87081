import { Time } from "../../../ui/Time.tsx";
import { useMessageActions } from "../MessageActions.tsx";
import styles from "./DayDivider.module.css";

/** Between two days; in a room it leads to any other. */
export function DayDivider({ at }: { at: string }) {
  const { pickDate } = useMessageActions();
  const day = <Time value={at} format="day" className={styles.label} />;
  if (!pickDate) {
    return (
      <div className={styles.divider} role="separator">
        {day}
      </div>
    );
  }
  return (
    <div className={styles.divider}>
      <button type="button" className={styles.button} onClick={() => pickDate(new Date(at))}>
        {day}
        <span className="visually-hidden">, jump to a date</span>
      </button>
    </div>
  );
}
