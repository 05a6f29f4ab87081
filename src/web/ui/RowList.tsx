import type { ReactNode } from "react";
import { handsFocusOn } from "./handsFocusOn.ts";
import styles from "./RowList.module.css";

/** A list of things with something to do to each: a card of rows with hairlines between. */
export function RowList({ label, children }: { label: string; children: ReactNode }) {
  return (
    <ul aria-label={label} className={styles.list}>
      {children}
    </ul>
  );
}

interface RowProps {
  /** An avatar or an icon. */
  start?: ReactNode;
  title: ReactNode;
  /** A quieter line under the title. */
  detail?: ReactNode;
  /** Controls at the end; under the words where there is no room beside them. */
  end?: ReactNode;
  /** What went wrong with this row. */
  error?: ReactNode;
  /** Dialogs of the row: they float, but belong into the list's item. */
  children?: ReactNode;
}

export function Row({ start, title, detail, end, error, children }: RowProps) {
  return (
    <li ref={handsFocusOn} className={styles.row}>
      {start && <div className={styles.start}>{start}</div>}
      <div className={styles.words}>
        <div className={styles.title}>{title}</div>
        {detail && <div className={styles.detail}>{detail}</div>}
      </div>
      {end && <div className={styles.end}>{end}</div>}
      {error && <div className={styles.error}>{error}</div>}
      {children}
    </li>
  );
}
