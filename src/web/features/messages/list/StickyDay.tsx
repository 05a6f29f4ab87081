import { Time } from "../../../ui/Time.tsx";
import { useMessageActions } from "../MessageActions.tsx";
import styles from "./StickyDay.module.css";

/** The day of the topmost message, over the list once its own divider has scrolled away. */
export function StickyDay({ at }: { at: string | null }) {
  const { pickDate } = useMessageActions();
  if (at === null) return null;
  const day = <Time value={at} format="day" className={styles.label} />;
  return (
    // The dividers tell screen readers the days, in their places, and take the focus there.
    <div className={styles.sticky} aria-hidden>
      {pickDate ? (
        <button
          type="button"
          tabIndex={-1}
          className={styles.button}
          onClick={() => pickDate(new Date(at))}
        >
          {day}
        </button>
      ) : (
        day
      )}
    </div>
  );
}
