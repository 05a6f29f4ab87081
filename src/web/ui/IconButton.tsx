import type { ComponentProps, ReactNode } from "react";
import { classNames } from "./classNames.ts";
import { Kbd } from "./Kbd.tsx";
import { Tooltip } from "./Tooltip.tsx";
import styles from "./IconButton.module.css";

interface IconButtonProps extends Omit<ComponentProps<"button">, "aria-label" | "children"> {
  /** The accessible name, shown as the tooltip too. */
  label: string;
  /** A lucide icon. */
  icon: ReactNode;
  size?: "small" | "medium";
  /** For a button that is on or off, as in a toolbar. */
  pressed?: boolean;
  /** Shown in the tooltip, as `Kbd` writes it: "Mod+K". */
  shortcut?: string;
  tooltipSide?: ComponentProps<typeof Tooltip>["side"];
}

/** A button that is only an icon. It always has a name, and shows it on hover and focus. */
export function IconButton({
  label,
  icon,
  size = "medium",
  pressed,
  shortcut,
  tooltipSide,
  className,
  ...rest
}: IconButtonProps) {
  const tip = (
    <>
      {label}
      {shortcut && <Kbd keys={shortcut} />}
    </>
  );
  return (
    <Tooltip content={tip} side={tooltipSide} describes={false}>
      <button
        type="button"
        {...rest}
        aria-label={label}
        aria-pressed={pressed}
        className={classNames(styles.button, styles[size], className)}
      >
        {icon}
      </button>
    </Tooltip>
  );
}
