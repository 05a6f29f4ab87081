import { useCallback, useEffect, useRef } from "react";
import type { PointerEvent } from "react";

const holdMs = 450;
const slackPx = 8;

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
      const timer = setTimeout(onHold, holdMs);
      held.current = { timer, x: event.clientX, y: event.clientY };
    },
    onPointerMove: (event: PointerEvent) => {
      const start = held.current;
      if (!start) return;
      if (Math.hypot(event.clientX - start.x, event.clientY - start.y) > slackPx) cancel();
    },
    onPointerUp: cancel,
    onPointerCancel: cancel,
  };
}
