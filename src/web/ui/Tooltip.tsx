import { cloneElement, useEffect, useId, useState } from "react";
import type { FocusEvent, PointerEvent, ReactElement, ReactNode } from "react";
import { createPortal } from "react-dom";
import { usePortalHost } from "./PortalHost.tsx";
import { TooltipBubble } from "./TooltipBubble.tsx";
import type { TooltipSide } from "./TooltipBubble.tsx";

interface TooltipProps {
  content: ReactNode;
  /** One element that takes event handlers. */
  children: ReactElement<TriggerProps>;
  side?: TooltipSide;
  /** `false` when the content only repeats the trigger's accessible name. */
  describes?: boolean;
}

interface TriggerProps {
  "aria-describedby"?: string | undefined;
  onPointerEnter?: (event: PointerEvent<HTMLElement>) => void;
  onPointerLeave?: (event: PointerEvent<HTMLElement>) => void;
  onPointerDown?: (event: PointerEvent<HTMLElement>) => void;
  onFocus?: (event: FocusEvent<HTMLElement>) => void;
  onBlur?: (event: FocusEvent<HTMLElement>) => void;
}

const delayMs = 500;
/** Right after one tooltip the next comes at once: whoever reads one is looking for a button. */
const readingMs = 300;
let lastHiddenAt = 0;

/**
 * A few words on hover and keyboard focus. Never the only place of something one needs to know. Small
 * on purpose: there is one on every icon of the first screen.
 */
export function Tooltip({ content, children, side = "top", describes = true }: TooltipProps) {
  const id = useId();
  const host = usePortalHost();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [shown, setShown] = useState(false);
  const { props } = children;

  useEffect(() => {
    if (!anchor || shown) return undefined;
    const wait = Date.now() - lastHiddenAt < readingMs ? 0 : delayMs;
    const timer = setTimeout(() => setShown(true), wait);
    return () => clearTimeout(timer);
  }, [anchor, shown]);

  useEffect(() => {
    if (!shown) return undefined;
    const hideOnEscape = (event: KeyboardEvent) => event.key === "Escape" && hide();
    document.addEventListener("keydown", hideOnEscape);
    document.addEventListener("scroll", hide, { capture: true, passive: true });
    return () => {
      lastHiddenAt = Date.now();
      document.removeEventListener("keydown", hideOnEscape);
      document.removeEventListener("scroll", hide, { capture: true });
    };
  }, [shown]);

  function hide() {
    setAnchor(null);
    setShown(false);
  }

  return (
    <>
      {cloneElement(children, {
        "aria-describedby": shown && describes ? id : props["aria-describedby"],
        onPointerEnter: (event) => {
          props.onPointerEnter?.(event);
          if (event.pointerType === "mouse") setAnchor(event.currentTarget);
        },
        onPointerLeave: (event) => {
          props.onPointerLeave?.(event);
          hide();
        },
        onPointerDown: (event) => {
          props.onPointerDown?.(event);
          hide();
        },
        onFocus: (event) => {
          props.onFocus?.(event);
          // Focus that a closing menu hands back after a click must not open the tooltip.
          if (!event.currentTarget.matches(":focus-visible")) return;
          setAnchor(event.currentTarget);
          setShown(true);
        },
        onBlur: (event) => {
          props.onBlur?.(event);
          hide();
        },
      })}
      {shown &&
        anchor &&
        createPortal(
          <TooltipBubble id={id} anchor={anchor} side={side}>
            {content}
          </TooltipBubble>,
          host ?? document.body,
        )}
    </>
  );
}
