import type { ReactNode } from "react";
import styles from "./Shell.module.css";

interface ShellProps {
  sidebar: ReactNode;
  /** On a phone the list of rooms is a screen of its own, at `/`; everything else opens over it. */
  atHome: boolean;
  children: ReactNode;
  /** What is open beside all of it. */
  aside?: ReactNode;
}

/** The frame: the sidebar, and what is open beside it. */
export function Shell({ sidebar, atHome, children, aside }: ShellProps) {
  return (
    <div className={styles.shell} data-home={atHome || undefined}>
      <div className={styles.sidebar}>{sidebar}</div>
      <div className={styles.content}>{children}</div>
      {aside && <div className={styles.aside}>{aside}</div>}
    </div>
  );
}
