import type { ComponentProps, ReactNode } from "react";
import { classNames } from "./classNames.ts";
import { Spinner } from "./Spinner.tsx";
import styles from "./Button.module.css";

export interface ButtonProps extends ComponentProps<"button"> {
  /** `primary`: the one main action of a view. `danger`: only for what destroys. */
  variant?: "primary" | "secondary" | "ghost" | "danger";
  size?: "small" | "medium" | "large";
  /** Work is under way: shows a spinner, keeps width and focus, and swallows clicks. */
  busy?: boolean;
  /** A lucide icon before the words. */
  icon?: ReactNode;
  /** As wide as its container. */
  wide?: boolean;
}

/** A button. `type` is `button` unless told otherwise, so that it never submits by accident. */
export function Button({
  variant = "secondary",
  size = "medium",
  busy = false,
  icon,
  wide = false,
  type = "button",
  className,
  children,
  onClick,
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      aria-disabled={busy || undefined}
      aria-busy={busy || undefined}
      // Enter in a form arrives here as a click too, so this stops a second submit.
      onClick={busy ? (event) => event.preventDefault() : onClick}
      className={classNames(
        styles.button,
        styles[variant],
        styles[size],
        wide && styles.wide,
        busy && styles.busy,
        className,
      )}
    >
      {busy && (
        <span className={styles.spinner}>
          <Spinner />
        </span>
      )}
      {icon && <span className={styles.icon}>{icon}</span>}
      <span className={styles.label}>{children}</span>
    </button>
  );
}
