import { useCallback, useEffect, useRef } from "react";
import type { MouseEvent as ReactMouseEvent, PointerEvent } from "react";

const holdMs = 450;
const slackPx = 8;

/** Some browsers send a click when the finger lifts, which would hit what has just opened under it. */
const clickAfterMs = 350;

/** Handlers that call `onHold` when a finger rests on the element. Scrolling and selecting do not count. */
export function useLongPress(onHold: () => void) {
  const held = useRef<{ timer: ReturnType<typeof setTimeout>; x: number; y: number } | null>(null);

  const cancel = useCallback(() => {
    if (held.current) clearTimeout(held.current.timer);
    held.current = null;
  }, []);
  useEffect(() => cancel, [cancel]);

  return {
    onPointerDown: (event: PointerEvent) => {
      cancel();
      if (event.pointerType !== "touch") return;
      const timer = setTimeout(() => {
        swallowNextClick();
        onHold();
      }, holdMs);
      held.current = { timer, x: event.clientX, y: event.clientY };
    },
    onPointerMove: (event: PointerEvent) => {
      const start = held.current;
      if (!start) return;
      if (Math.hypot(event.clientX - start.x, event.clientY - start.y) > slackPx) cancel();
    },
    onPointerUp: cancel,
    onPointerCancel: cancel,
    /** The system's menu for a link or a picture, which may come as soon, would take the finger over. */
    onContextMenu: (event: ReactMouseEvent) => {
      if (held.current) event.preventDefault();
    },
  };
}

function swallowNextClick(): void {
  const swallow = (event: MouseEvent) => {
    event.preventDefault();
    event.stopPropagation();
  };
  const over = new AbortController();
  const { signal } = over;
  window.addEventListener("click", swallow, { capture: true, once: true, signal });
  window.addEventListener("pointerup", () => setTimeout(() => over.abort(), clickAfterMs), {
    signal,
  });
  // The system took the finger over, to scroll or for a menu of its own: it sends no click then.
  window.addEventListener("pointercancel", () => over.abort(), { signal });
}
