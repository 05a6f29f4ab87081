import type { ComponentProps, ReactNode } from "react";
import { classNames } from "./classNames.ts";
import styles from "./IconButton.module.css";

export interface PlainIconButtonProps extends Omit<
  ComponentProps<"button">,
  "aria-label" | "children"
> {
  /** The accessible name. */
  label: string;
  /** A lucide icon. */
  icon: ReactNode;
  size?: "small" | "medium";
  /** For a button that is on or off, as in a toolbar. */
  pressed?: boolean;
}

/** A button that is only an icon, without the tooltip of `IconButton` and all that it brings along. */
export function PlainIconButton({
  label,
  icon,
  size = "medium",
  pressed,
  className,
  ...rest
}: PlainIconButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      aria-label={label}
      aria-pressed={pressed}
      className={classNames(styles.button, styles[size], className)}
    >
      {icon}
    </button>
  );
}
