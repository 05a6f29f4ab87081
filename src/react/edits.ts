import { useCallback } from "react";
import type { Message } from "../shared/messages.ts";
import { useClient } from "./clientContext.ts";
import { optimisticOf } from "./optimistic.ts";

/**
 * Changes what one's own message says. It shows at once; when the call is refused, it rejects and the
 * message says what it said before, so whoever asks keeps the words.
 */
export function useEdit(): (message: Message, body: string) => Promise<void> {
  const client = useClient();
  return useCallback(
    async (message, written) => {
      // As it will be stored: its event is known by its words.
      const body = written.toWellFormed();
      if (body === message.body) return;
      const edited = { ...message, body, editedAt: new Date().toISOString() };
      await optimisticOf(client).run(
        { type: "message.edited", message: edited, mentionsBefore: message.mentions },
        () => client.api.messages.edit.mutate({ messageId: message.id, body }),
      );
    },
    [client],
  );
}

/** Deletes a message for everyone, for good. It is gone at once; when the call is refused, it rejects and is there again. */
export function useDelete(): (message: Message) => Promise<void> {
  const client = useClient();
  return useCallback(
    async ({ id, roomId, seq, authorId, threadRootId, mentions }) => {
      const place = { roomId, messageId: id, messageSeq: seq, threadRootId };
      await optimisticOf(client).run(
        { type: "message.deleted", ...place, authorId, mentions, thread: null },
        () => client.api.messages.delete.mutate({ messageId: id }),
      );
    },
    [client],
  );
}
