import { useCallback, useMemo, useSyncExternalStore } from "react";
import type { ClientEvents, ConnectionState } from "../client/index.ts";
import type { Presence } from "../shared/presence.ts";
import { useClient } from "./clientContext.ts";

/** Whether someone is there, as last heard. */
export function usePresence(userId: string): Presence {
  const { presence } = useClient();
  return useLive("presence", () => presence.of(userId));
}

/** Who else is writing in a room. */
export function useTyping(roomId: string): readonly string[] {
  const client = useClient();
  const userIds = useLive("presence", () => client.presence.typingIn(roomId));
  const myId = client.snapshot?.me.id;
  return useMemo(() => userIds.filter((id) => id !== myId), [userIds, myId]);
}

/** How the connection is. */
export function useConnection(): ConnectionState {
  const client = useClient();
  return useLive("connection", () => client.connection);
}

/** A value of the client that may have changed whenever it emits `type`. */
function useLive<Value>(type: keyof ClientEvents, read: () => Value): Value {
  const client = useClient();
  const subscribe = useCallback(
    (changed: () => void) => client.on(type, () => changed()),
    [client, type],
  );
  return useSyncExternalStore(subscribe, read, read);
}
