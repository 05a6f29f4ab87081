import { useEffect } from "react";
import type { RefObject } from "react";
import type { ComposerHandle } from "../features/composer/Composer.tsx";

/** Whoever begins to type while nothing has the focus means the composer. */
export function useTypingFocus(composer: RefObject<ComposerHandle | null>): void {
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      const { key, target } = event;
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (target !== document.body || key.length !== 1 || key === " " || key === "?") return;
      // Without holding the key back: it goes into what has the focus now.
      composer.current?.focus();
    }
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [composer]);
}
