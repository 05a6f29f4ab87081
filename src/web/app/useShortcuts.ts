import { useEffect } from "react";
import type { AnywhereShortcut } from "./shortcuts.ts";
import { shortcutOf } from "./shortcuts.ts";
import type { DialogName } from "./WorkspaceDialogs.tsx";

/** The keys that work wherever one is. */
export function useShortcuts(onOpen: (dialog: DialogName) => void, onSearch: () => void): void {
  useEffect(() => {
    const deeds: Record<AnywhereShortcut, () => void> = {
      switcher: () => onOpen("switcher"),
      roomAbove: () => stepRoom(-1, false),
      roomBelow: () => stepRoom(1, false),
      unreadAbove: () => stepRoom(-1, true),
      unreadBelow: () => stepRoom(1, true),
      search: onSearch,
      help: () => onOpen("shortcuts"),
    };
    function onKeyDown(event: KeyboardEvent) {
      if (event.defaultPrevented || document.querySelector("dialog[open]")) return;
      const shortcut = shortcutOf(event);
      if (shortcut === null || (shortcut === "help" && isWriting(event.target))) return;
      event.preventDefault();
      deeds[shortcut]();
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
