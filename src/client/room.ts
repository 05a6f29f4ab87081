import type { HistoryPage, HistoryPosition, Message } from "../shared/messages.ts";
import type { JoinedRoom } from "../shared/rooms.ts";
import type { Outbox, OutgoingMessage } from "./outboxEntry.ts";
import type { PresenceState } from "./presenceState.ts";
import type { Api } from "./transport.ts";

/** One room, for programs that say things in it. */
export interface RoomHandle {
  /** The room's id. */
  readonly id: string;
  /** The room as one is in it, true to the events so far; `undefined` when one is not, or not yet known to be. */
  readonly joined: JoinedRoom | undefined;
  /**
   * Says something: Markdown, or a message with a thread or attachments. Resolves with the message when it
   * would survive the server's power loss, and not before the server can be reached; a retry on the way never
   * doubles it. Rejects with a `SnugError` when the server refuses it (`NOT_FOUND`, `FORBIDDEN`,
   * `ROOM_ARCHIVED`, `INVALID_INPUT`, …).
   */
  send(message: string | Omit<OutgoingMessage, "roomId">): Promise<Message>;
  /**
   * A page of messages, ascending: the newest without a position, else the one at a page's `older` or
   * `newer`. Rejects with what `errorDetails` understands.
   */
  history(position?: HistoryPosition | null): Promise<HistoryPage>;
  /** Tells that one is writing, or has stopped; see `PresenceState.setTyping`. */
  setTyping(typing: boolean): void;
  /** Who is writing in it, by user id. */
  typing(): readonly string[];
}

interface RoomParts {
  api: Api;
  outbox: Outbox;
  presence: PresenceState;
  joined: () => JoinedRoom | undefined;
}

export function roomHandle(id: string, { api, outbox, presence, joined }: RoomParts): RoomHandle {
  return {
    id,
    get joined() {
      return joined();
    },
    send(message) {
      const said = typeof message === "string" ? { body: message } : message;
      const { clientId, settled } = outbox.send({ ...said, roomId: id });
      // Who waits for the answer hears of a refusal; an entry to retry by hand would stay for ever.
      settled.catch(() => outbox.remove(clientId));
      return settled;
    },
    history: (cursor = null) => api.messages.history.query({ roomId: id, cursor }),
    setTyping: (typing) => presence.setTyping(id, typing),
    typing: () => presence.typingIn(id),
  };
}
