import { useCallback, useRef } from "react";

/**
 * Gives the focus back to what had it when a floating part opened, which a key or another menu may
 * have opened and not its button, unless one has gone on to something else meanwhile. For a Radix
 * `Content`: its `ref` and two of its handlers.
 */
export function useReturningFocus() {
  const before = useRef<Element | null>(null);
  const elsewhere = useRef(false);
  const ref = useCallback((content: HTMLElement | null) => {
    if (content === null) return;
    before.current = document.activeElement;
    elsewhere.current = false;
  }, []);
  return {
    ref,
    onInteractOutside() {
      elsewhere.current = true;
    },
    onCloseAutoFocus(event: Event) {
      const opener = before.current;
      if (elsewhere.current || opener === document.body) return;
      if (!(opener instanceof HTMLElement) || !opener.isConnected) return;
      event.preventDefault();
      opener.focus({ preventScroll: true });
    },
  };
}
