import styles from "./UnreadLine.module.css";

/** Everything below it is new. */
export function UnreadLine() {
  return (
    <div className={styles.line} role="separator" aria-label="New messages">
      <span aria-hidden>New</span>
    </div>
  );
}
