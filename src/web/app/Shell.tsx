import type { ReactNode } from "react";
import styles from "./Shell.module.css";

interface ShellProps {
  sidebar: ReactNode;
  /** On a phone the list of rooms is a screen of its own, at `/`; everything else opens over it. */
  atHome: boolean;
  children: ReactNode;
}

/** The frame: the sidebar, and what is open beside it. */
export function Shell({ sidebar, atHome, children }: ShellProps) {
  return (
    <div className={styles.shell} data-home={atHome || undefined}>
      <div className={styles.sidebar}>{sidebar}</div>
      <div className={styles.content}>{children}</div>
    </div>
  );
}
