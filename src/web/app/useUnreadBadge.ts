import { useEffect } from "react";
import { useMe, useRooms } from "../../react/index.ts";
import { unreadTotal } from "../features/rooms/sidebar/sections.ts";
import { useTitleCount } from "../ui/pageTitle.ts";

/**
 * Shows outside of the page what calls for reading: the number before whatever the window is called, and
 * a dot on its icon. Neither while one does not want to be disturbed.
 */
export function useUnreadBadge(): void {
  const total = unreadTotal(useRooms());
  const count = useMe().presence.mode === "dnd" ? 0 : total;
  useTitleCount(count);

  const unread = count > 0;
  useEffect(() => {
    const icon = document.querySelector<HTMLLinkElement>('link[rel="icon"]');
    if (!icon || !unread) return;
    icon.href = "/favicon-unread.svg";
    return () => {
      icon.href = "/favicon.svg";
    };
  }, [unread]);
}
