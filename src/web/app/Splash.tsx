import { Mark } from "../ui/Mark.tsx";
import styles from "./Splash.module.css";

/** The moment before there is anything to show; unseen for its first 150 ms. */
export function Splash() {
  return (
    <div className={styles.splash} role="status" aria-label="Loading">
      <Mark size={36} />
    </div>
  );
}
