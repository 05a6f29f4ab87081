import type { ErrorDetails } from "../shared/errors.ts";
import type { Attachment } from "../shared/files.ts";
import type { Message } from "../shared/messages.ts";

/** What one wants to say, and where. */
export interface OutgoingMessage {
  /** The room, by its id. */
  roomId: string;
  /** Markdown, as in `Message.body`. */
  body: string;
  /** Set for a reply in a thread. */
  threadRootId?: string | null;
  /** The message of the room that it answers. */
  quotedId?: string | null;
  /** One's own uploads to this room, as `client.upload` gave them. */
  attachments?: readonly Attachment[];
}

/** [RT2] [RT13] A message that the server has not acknowledged yet. Never changed in place. */
export interface OutboxEntry {
  /** UUIDv7, minted before the first attempt; the message that comes of it carries it too. */
  readonly clientId: string;
  /** The room, by its id. */
  readonly roomId: string;
  /** The thread that it is for; `null` outside of threads. */
  readonly threadRootId: string | null;
  /** The message that it answers; `null` when it answers none. */
  readonly quotedId: string | null;
  /** Markdown, as in `Message.body`. */
  readonly body: string;
  /** The files on it. */
  readonly attachments: readonly Attachment[];
  /** ISO time of `send`. */
  readonly createdAt: string;
  /** `pending` is being sent or waits to be; `failed` was refused and waits for `retry` or `remove`. */
  readonly status: "pending" | "failed";
  /** Why it was refused; `null` while pending. */
  readonly error: ErrorDetails | null;
}

/** Messages on their way. They survive a reload when the client was given a durable storage. */
export interface Outbox {
  /** In the order of sending; of one room, threads included, or of all. */
  entries(roomId?: string): readonly OutboxEntry[];
  /**
   * Sends a message, now or as soon as the server can be reached, and never twice. `settled` resolves
   * with the message when the server has it, and rejects with a `SnugError` when it refuses it or the
   * entry is removed; nobody needs to await it.
   */
  send(message: OutgoingMessage): { clientId: string; settled: Promise<Message> };
  /** Tries a failed entry again. */
  retry(clientId: string): void;
  /** Gives an entry up. What is in flight at that moment may still arrive. */
  remove(clientId: string): void;
  /**
   * Own messages that were acknowledged lately, oldest first. Some may not have come as events yet: a
   * timeline shows them until its pages hold them, so that nothing vanishes between ack and event.
   */
  acknowledged(): readonly Message[];
}
