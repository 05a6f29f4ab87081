import { Info, TriangleAlert, X } from "lucide-react";
import type { ReactNode } from "react";
import { classNames } from "./classNames.ts";
import { IconButton } from "./IconButton.tsx";
import styles from "./Banner.module.css";

interface BannerProps {
  children: ReactNode;
  tone?: "info" | "danger";
  /** Instead of the tone's own. */
  icon?: ReactNode;
  /** One small button. */
  action?: ReactNode;
  onDismiss?: () => void;
}

/** A quiet line about the state of things, across the top or bottom of a pane. */
export function Banner({ children, tone = "info", icon, action, onDismiss }: BannerProps) {
  return (
    <div role="status" className={classNames(styles.banner, styles[tone])}>
      <span className={styles.icon} aria-hidden>
        {icon ?? (tone === "danger" ? <TriangleAlert /> : <Info />)}
      </span>
      <p className={styles.words}>{children}</p>
      {action}
      {onDismiss && <IconButton size="small" label="Dismiss" icon={<X />} onClick={onDismiss} />}
    </div>
  );
}
