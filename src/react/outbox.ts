import { useCallback, useMemo, useSyncExternalStore } from "react";
import type { OutboxEntry, OutgoingMessage } from "../client/index.ts";
import { useClient } from "./clientContext.ts";

/** What is on its way to a room, its threads included, in the order of sending. */
export function useOutbox(roomId: string): readonly OutboxEntry[] {
  const entries = useOutboxEntries();
  return useMemo(() => entries.filter((entry) => entry.roomId === roomId), [entries, roomId]);
}

/** Sends a message; it stands in the timeline at once. */
export function useSend(): (message: OutgoingMessage) => { clientId: string } {
  const { outbox } = useClient();
  return useCallback((message) => outbox.send(message), [outbox]);
}

export function useOutboxEntries(): readonly OutboxEntry[] {
  const client = useClient();
  const subscribe = useCallback(
    (changed: () => void) => client.on("outbox", () => changed()),
    [client],
  );
  const entries = useCallback(() => client.outbox.entries(), [client]);
  return useSyncExternalStore(subscribe, entries, entries);
}
