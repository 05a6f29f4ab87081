import { useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import { errorDetails } from "../client/index.ts";
import type { ErrorDetails } from "../shared/errors.ts";
import type { Message } from "../shared/messages.ts";
import { cachedMessage } from "./cachedPages.ts";
import { expectedMessage } from "./optimistic.ts";
import { useSelected } from "./snapshot.ts";
import { useExpectedEvents } from "./toggles.ts";
import { trpc } from "./trpc.ts";

/**
 * One message, live. `undefined` while it is being asked for; `null` when it was deleted or is not for
 * us. One that stands in a timeline that was loaded is there at once.
 */
export function useMessage(messageId: string): Message | null | undefined {
  const cache = useQueryClient();
  const { data, error } = trpc.messages.get.useQuery(
    { messageId },
    { staleTime: Infinity, initialData: () => cachedMessage(cache, messageId) },
  );
  const expected = useExpectedEvents();
  // What was deleted after it had been fetched is still in the cache, under the refusal.
  if (error !== null && errorDetails(error).code === "NOT_FOUND") return null;
  if (data === undefined) return undefined;
  const message = expectedMessage(data, expected);
  return message.deletedAt === null ? message : null;
}

/**
 * The message that a thread's replies are to, live; emptied once it was deleted. `undefined` while it is
 * being asked for, or for good when there is an error.
 */
export function useThreadRoot(rootId: string): {
  root: Message | undefined;
  error: ErrorDetails | null;
} {
  const { data, error } = trpc.messages.get.useQuery({ messageId: rootId });
  const expected = useExpectedEvents();
  const root = useMemo(() => data && expectedMessage(data, expected), [data, expected]);
  return { root, error: error && errorDetails(error) };
}

/** Whether one has saved it. */
export function useIsSaved({ id, roomId }: { id: string; roomId: string }): boolean {
  return (
    useSelected(
      ({ rooms }) =>
        rooms.find((room) => room.id === roomId)?.membership.savedIds.includes(id) ?? false,
    ) ?? false
  );
}
