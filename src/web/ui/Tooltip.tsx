import { Tooltip as Radix } from "radix-ui";
import type { FocusEvent, ReactElement, ReactNode } from "react";
import { usePortalHost } from "./PortalHost.tsx";
import styles from "./Tooltip.module.css";

interface TooltipProps {
  content: ReactNode;
  /** One element that takes a ref and event handlers. */
  children: ReactElement;
  side?: "top" | "right" | "bottom" | "left";
  /** `false` when the content only repeats the trigger's accessible name. */
  describes?: boolean;
}

/** Mount once around the app: the next tooltip opens at once while one is open. */
export function TooltipProvider({ children }: { children: ReactNode }) {
  return (
    <Radix.Provider delayDuration={500} skipDelayDuration={300}>
      {children}
    </Radix.Provider>
  );
}

/** A few words on hover and keyboard focus. Never the only place of something one needs to know. */
export function Tooltip({ content, children, side = "top", describes = true }: TooltipProps) {
  const host = usePortalHost();
  return (
    <Radix.Root disableHoverableContent>
      <Radix.Trigger
        asChild
        onFocus={ignoreReturnedFocus}
        {...(describes ? {} : { "aria-describedby": undefined })}
      >
        {children}
      </Radix.Trigger>
      <Radix.Portal container={host}>
        <Radix.Content side={side} sideOffset={6} collisionPadding={8} className={styles.tooltip}>
          {content}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

/** Focus that a closing menu hands back after a click must not open the tooltip. */
function ignoreReturnedFocus(event: FocusEvent<HTMLElement>) {
  if (!event.currentTarget.matches(":focus-visible")) event.preventDefault();
}
