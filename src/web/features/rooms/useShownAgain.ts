import { useEffect } from "react";
import { useClient } from "../../../react/index.ts";

/** Whoever opens a hidden room wants it back. */
export function useShownAgain(roomId: string): void {
  const client = useClient();
  useEffect(() => {
    const room = client.snapshot?.rooms.find(({ id }) => id === roomId);
    if (!room?.membership.hidden) return;
    client.api.rooms.setPreferences.mutate({ roomId, hidden: false }).catch(() => {
      // It stays hidden, and is shown the next time.
    });
  }, [client, roomId]);
}
