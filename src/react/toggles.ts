import { useCallback, useSyncExternalStore } from "react";
import { seqOf } from "../client/cursor.ts";
import type { LogEvent } from "../shared/events.ts";
import type { Message } from "../shared/messages.ts";
import type { RoomPreferences } from "../shared/rooms.ts";
import { useClient } from "./clientContext.ts";
import { expectedSnapshot, optimisticOf } from "./optimistic.ts";

/**
 * Adds one's reaction to a message or takes it back. It shows at once; when the call is refused, it rejects
 * and shows no more.
 */
export function useReact(): (message: Message, emoji: string, on: boolean) => Promise<void> {
  const client = useClient();
  return useCallback(
    async (message, emoji, on) => {
      const userId = client.snapshot?.me.id ?? "";
      await optimisticOf(client).run(
        { type: on ? "reaction.added" : "reaction.removed", ...placeOf(message), userId, emoji },
        () => client.api.messages.react.mutate({ messageId: message.id, emoji, on }),
      );
    },
    [client],
  );
}

/** Pins a message to its room or unpins it; shown and refused as with `useReact`. */
export function usePin(): (message: Message, on: boolean) => Promise<void> {
  const client = useClient();
  return useCallback(
    async (message, on) => {
      const userId = client.snapshot?.me.id ?? "";
      const pinned = { userId, at: new Date().toISOString() };
      await optimisticOf(client).run(
        on
          ? { type: "message.pinned", ...placeOf(message), pinned }
          : { type: "message.unpinned", ...placeOf(message), userId },
        () => client.api.messages.pin.mutate({ messageId: message.id, on }),
      );
    },
    [client],
  );
}

/** Saves a message for later or no more; shown and refused as with `useReact`. */
export function useSave(): (message: Message, on: boolean) => Promise<void> {
  const client = useClient();
  return useCallback(
    async (message, on) => {
      await optimisticOf(client).run(
        { type: on ? "message.saved" : "message.unsaved", ...placeOf(message) },
        () => client.api.messages.save.mutate({ messageId: message.id, on }),
      );
    },
    [client],
  );
}

/** Follows a thread, by its root, or leaves it; shown and refused as with `useReact`. */
export function useFollow(): (root: Message, following: boolean) => Promise<void> {
  const client = useClient();
  return useCallback(
    async ({ id: rootId, roomId }, following) => {
      // What was said before is not news.
      const readSeq = client.snapshot === null ? null : seqOf(client.snapshot.cursor);
      await optimisticOf(client).run(
        { type: "thread.updated", roomId, rootId, following, readSeq, unread: false },
        () => client.api.threads.follow.mutate({ rootId, following }),
      );
    },
    [client],
  );
}

/** Changes how one keeps a room that one is in; shown and refused as with `useReact`. */
export function useSetPreferences(): (
  roomId: string,
  update: Partial<RoomPreferences>,
) => Promise<void> {
  const client = useClient();
  return useCallback(
    async (roomId, update) => {
      const optimistic = optimisticOf(client);
      const call = () => client.api.rooms.setPreferences.mutate({ roomId, ...update });
      const shown = client.snapshot && expectedSnapshot(client.snapshot, optimistic.events);
      const room = shown?.rooms.find(({ id }) => id === roomId);
      if (room === undefined) return void (await call());
      const { notify, muted, hidden, favourite } = room.membership;
      const preferences = { notify, muted, hidden, favourite, ...update };
      await optimistic.run({ type: "membership.updated", roomId, preferences }, call);
    },
    [client],
  );
}

/** What has been asked for and is not in the log yet. */
export function useExpectedEvents(): readonly LogEvent[] {
  const optimistic = optimisticOf(useClient());
  const subscribe = useCallback(
    (changed: () => void) => optimistic.subscribe(changed),
    [optimistic],
  );
  const read = () => optimistic.events;
  return useSyncExternalStore(subscribe, read, read);
}

function placeOf({ roomId, id }: Message) {
  return { roomId, messageId: id };
}
