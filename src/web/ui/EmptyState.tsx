import type { ReactNode } from "react";
import styles from "./EmptyState.module.css";

interface EmptyStateProps {
  /** One sentence: what would be here. */
  children: ReactNode;
  title?: string;
  icon?: ReactNode;
  /** The one next step: a `Button` or `ButtonLink`. */
  action?: ReactNode;
}

/** What stands where there is nothing yet: a sentence and one action. */
export function EmptyState({ children, title, icon, action }: EmptyStateProps) {
  return (
    <div className={styles.empty}>
      {icon && (
        <span className={styles.icon} aria-hidden>
          {icon}
        </span>
      )}
      {title && <h2 className={styles.title}>{title}</h2>}
      <p className={styles.words}>{children}</p>
      {action && <div className={styles.action}>{action}</div>}
    </div>
  );
}
