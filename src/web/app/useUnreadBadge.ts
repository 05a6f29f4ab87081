import { useEffect } from "react";
import { useLocation } from "wouter";
import { useMe, useRooms } from "../../react/index.ts";
import { unreadTotal } from "../features/rooms/sidebar/sections.ts";

/**
 * Shows outside of the page what calls for reading: the number before whatever the window is called, and
 * a dot on its icon. Neither while one does not want to be disturbed.
 */
export function useUnreadBadge(): void {
  const total = unreadTotal(useRooms());
  const count = useMe().presence.mode === "dnd" ? 0 : total;
  const [path] = useLocation();
  useEffect(() => {
    const title = document.title.replace(/^\(\d+\) /, "");
    document.title = count > 0 ? `(${count}) ${title}` : title;
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- another page has another title
  }, [count, path]);

  const unread = count > 0;
  useEffect(() => {
    const icon = document.querySelector<HTMLLinkElement>('link[rel="icon"]');
    if (icon) icon.href = unread ? "/favicon-unread.svg" : "/favicon.svg";
  }, [unread]);
}
