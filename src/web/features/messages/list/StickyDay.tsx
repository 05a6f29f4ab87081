import { Time } from "../../../ui/Time.tsx";
import styles from "./StickyDay.module.css";

/** The day of the topmost message, over the list once its own divider has scrolled away. */
export function StickyDay({ at }: { at: string | null }) {
  if (at === null) return null;
  return (
    // The dividers tell screen readers the days, in their places.
    <div className={styles.sticky} aria-hidden>
      <Time value={at} format="day" className={styles.label} />
    </div>
  );
}
