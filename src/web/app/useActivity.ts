import { useEffect } from "react";
import { useClient } from "../../react/index.ts";

/** After this long without a touch of mouse or keyboard one counts as away. */
const idleMs = 5 * 60_000;
const signs = ["pointerdown", "pointermove", "keydown", "wheel", "focus"] as const;

/** Tells the server whether this device is in use. */
export function useActivity(): void {
  const { presence } = useClient();
  useEffect(() => {
    let active = true;
    let timer = setTimeout(rest, idleMs);

    function rest() {
      active = false;
      presence.setActive(false);
    }
    function stir() {
      clearTimeout(timer);
      timer = setTimeout(rest, idleMs);
      if (active) return;
      active = true;
      presence.setActive(true);
    }
    for (const sign of signs) window.addEventListener(sign, stir, { passive: true });
    return () => {
      clearTimeout(timer);
      for (const sign of signs) window.removeEventListener(sign, stir);
    };
  }, [presence]);
}
