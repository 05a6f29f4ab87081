import { useCallback } from "react";
import { useClient } from "./clientContext.ts";
import { useRoom } from "./snapshot.ts";

/** What one has begun to write, on whichever device. */
export interface RemoteDraft {
  /** As all devices see it; empty for none. */
  text: string;
  /** The seq that this is true at. */
  asOf: () => number;
  /** Resolves with the seq from which on `text` holds what was saved. Rejects when it could not be. */
  save: (text: string) => Promise<number>;
}

/** What one began to write in a room or thread, on whichever device. */
export function useRemoteDraft(roomId: string, rootId: string | null): RemoteDraft {
  const client = useClient();
  const drafts = useRoom(roomId)?.membership.drafts;
  const asOf = useCallback(() => Number(client.snapshot?.cursor.split(":")[1] ?? 0), [client]);
  const save = useCallback(
    async (text: string) => (await client.api.drafts.save.mutate({ roomId, rootId, text })).seq,
    [client, roomId, rootId],
  );
  return { text: drafts?.find((draft) => draft.rootId === rootId)?.text ?? "", asOf, save };
}
