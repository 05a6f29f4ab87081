import { useEffect } from "react";
import { useLocation } from "wouter";
import { useRooms } from "../../react/index.ts";
import { unreadTotal } from "../features/rooms/sidebar/sections.ts";

/** Puts the number of messages that call for reading before whatever the window is called. */
export function useUnreadTitle(): void {
  const count = unreadTotal(useRooms());
  const [path] = useLocation();
  useEffect(() => {
    const title = document.title.replace(/^\(\d+\) /, "");
    document.title = count > 0 ? `(${count}) ${title}` : title;
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- another page has another title
  }, [count, path]);
}
