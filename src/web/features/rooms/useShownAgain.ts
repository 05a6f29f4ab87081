import { useEffect } from "react";
import { useClient, useSetPreferences } from "../../../react/index.ts";

/** Whoever opens a hidden room wants it back. */
export function useShownAgain(roomId: string): void {
  const client = useClient();
  const setPreferences = useSetPreferences();
  useEffect(() => {
    const room = client.snapshot?.rooms.find(({ id }) => id === roomId);
    if (!room?.membership.hidden) return;
    setPreferences(roomId, { hidden: false }).catch(() => {
      // It stays hidden, and is shown the next time.
    });
  }, [client, setPreferences, roomId]);
}
