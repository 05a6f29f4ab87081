import { useEffect } from "react";
import type { DialogName } from "./WorkspaceDialogs.tsx";

/** The keys that work wherever one is. */
export function useShortcuts(onOpen: (dialog: DialogName) => void, onSearch: () => void): void {
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (event.defaultPrevented || document.querySelector("dialog[open]")) return;
      const mod = event.metaKey || event.ctrlKey;
      const key = event.key.toLowerCase();
      if (mod && !event.altKey && key === "k") onOpen("switcher");
      else if (mod && event.shiftKey && !event.altKey && key === "f") onSearch();
      else if (event.altKey && !mod && /^Arrow(Up|Down)$/.test(event.key)) {
        stepRoom(event.key === "ArrowDown" ? 1 : -1, event.shiftKey);
      } else if (event.key === "?" && !mod && !isWriting(event.target)) onOpen("shortcuts");
      else return;
      event.preventDefault();
    }
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [onOpen, onSearch]);
}

function isWriting(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches("input, textarea, select");
}

/** The room above or below in the sidebar, or the next unread one. */
function stepRoom(step: 1 | -1, unreadOnly: boolean): void {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('nav a[href^="/rooms/"]')];
  const current = links.findIndex((link) => link.ariaCurrent === "page");
  for (let at = current + step; at >= 0 && at < links.length; at += step) {
    const link = links[at];
    if (unreadOnly && !link?.hasAttribute("data-unread")) continue;
    link?.click();
    return;
  }
}
