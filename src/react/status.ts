import { useCallback, useSyncExternalStore } from "react";
import type { CustomStatus, User } from "../shared/users.ts";
import { useClient } from "./clientContext.ts";

/** Timers count to about 25 days; whoever keeps a page open for longer hears of the end from the server. */
const longestMs = 2 ** 31 - 1;

/**
 * What someone says of how they are to be found; `null` for nothing, and from the moment it ends by the
 * server's clock, whether or not the server can be heard then.
 */
export function useCustomStatus(user: User | undefined): CustomStatus | null {
  const { presence } = useClient();
  const status = user?.customStatus ?? null;
  const end = status?.expiresAt == null ? null : Date.parse(status.expiresAt);
  const subscribe = useCallback(
    (changed: () => void) => {
      if (end === null) return () => {};
      const timer = setTimeout(changed, Math.min(Math.max(end - presence.now(), 0), longestMs));
      return () => clearTimeout(timer);
    },
    [presence, end],
  );
  // Timers may be a little early.
  const isOver = () => end !== null && presence.now() >= end - 50;
  return useSyncExternalStore(subscribe, isOver, isOver) ? null : status;
}
