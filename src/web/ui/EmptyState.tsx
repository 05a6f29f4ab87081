import type { ReactNode } from "react";
import styles from "./EmptyState.module.css";

interface EmptyStateProps {
  /** One sentence: what would be here. */
  children: ReactNode;
  title?: string;
  /** `page`: it is all there is, so its title is the page's heading. */
  extent?: "part" | "page";
  icon?: ReactNode;
  /** The one next step: a `Button` or `ButtonLink`. */
  action?: ReactNode;
}

/** What stands where there is nothing yet: a sentence and one action. */
export function EmptyState({ children, title, extent = "part", icon, action }: EmptyStateProps) {
  const Heading = extent === "page" ? "h1" : "h2";
  return (
    <div data-empty className={styles.empty}>
      {icon && (
        <span className={styles.icon} aria-hidden>
          {icon}
        </span>
      )}
      {title && <Heading className={styles.title}>{title}</Heading>}
      <p className={styles.words}>{children}</p>
      {action && <div className={styles.action}>{action}</div>}
    </div>
  );
}
