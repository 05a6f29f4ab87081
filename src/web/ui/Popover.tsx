import { Popover as Radix } from "radix-ui";
import type { ReactElement, ReactNode } from "react";
import { classNames } from "./classNames.ts";
import { usePortalHost } from "./PortalHost.tsx";
import { useReturningFocus } from "./useReturningFocus.ts";
import styles from "./Popover.module.css";

interface PopoverProps {
  /** A `Button` or `IconButton`. */
  trigger: ReactElement;
  /** The accessible name of what opens. */
  label: string;
  children: ReactNode;
  align?: "start" | "center" | "end";
  side?: "top" | "right" | "bottom" | "left";
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  className?: string;
}

/** A small floating panel at a button; Esc and a click outside close it, focus goes back. */
export function Popover({
  trigger,
  label,
  children,
  align = "start",
  side,
  open,
  onOpenChange,
  className,
}: PopoverProps) {
  const host = usePortalHost();
  const returning = useReturningFocus();
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal container={host}>
        <Radix.Content
          {...returning}
          aria-label={label}
          align={align}
          side={side}
          sideOffset={6}
          collisionPadding={8}
          className={classNames(styles.popover, className)}
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
