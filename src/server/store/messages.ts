import type {
  HistoryPage,
  HistoryPosition,
  Message,
  MessagePlace,
  MessageVersion,
  SavedPage,
} from "../../shared/messages.ts";

// The part of the durable port that keeps messages.

export interface NewMessage {
  authorId: string;
  roomId: string;
  clientId: string;
  body: string;
  threadRootId: string | null;
  /** A message of the same room, deleted or not; none unless told otherwise. */
  quotedId?: string | null;
  attachmentIds: string[];
  /** The name that a bot posts under; absent or `null`: its own. */
  authorName?: string | null;
  /** Whom `<!here>` mentions, if they are in the room; nobody unless told otherwise. */
  present?: readonly string[];
}

export interface Messages {
  /**
   * [RT2] The same author and client id return the original message and write nothing, even when the
   * body differs, the room was archived since, or the message was edited. Otherwise throws `NOT_FOUND`
   * for a room one is not in or a thread root or quoted message that is not in it, `ROOM_ARCHIVED`.
   */
  appendMessage(message: NewMessage): Promise<Message>;
  /** Only one that `userId` may see (a member, or a public room unless a guest or bot). */
  message(userId: string, messageId: string): Promise<Message | null>;
  /** The author's own. An unchanged body writes nothing. Throws `ROOM_ARCHIVED`, as what follows does. */
  editMessage(userId: string, messageId: string, body: string): Promise<Message>;
  /** `userId` must be in the room; whether they may is the service's business. Again is no error. */
  deleteMessage(userId: string, messageId: string): Promise<void>;
  /** Setting what is set writes nothing. */
  setReaction(userId: string, messageId: string, emoji: string, on: boolean): Promise<void>;
  /** What a message said, newest first, from what it says now on; at most so many. */
  messageVersions(messageId: string, limit: number): Promise<MessageVersion[]>;
  /** Setting what is set writes nothing. Throws `TOO_LARGE` when the room has all it can hold. */
  setPin(userId: string, messageId: string, on: boolean): Promise<void>;
  /** Pinned last first. */
  pins(roomId: string): Promise<Message[]>;
  /** In an archived room too. Setting what is set writes nothing. Throws `TOO_LARGE`. */
  setSaved(userId: string, messageId: string, on: boolean): Promise<void>;
  /** Those in the rooms that `userId` is in, saved last first; `before` is the `older` of a page. */
  savedMessages(userId: string, before: number | null, limit: number): Promise<SavedPage>;
  /** The first message of the timeline by time that was written at `time` or after it. */
  firstMessageSince(roomId: string, time: string): Promise<MessagePlace | null>;
  /** The timeline of a room: no replies, no deleted ones but roots that still have replies. */
  history(roomId: string, position: HistoryPosition | null, limit: number): Promise<HistoryPage>;
  /** The replies of a thread, without its root. */
  thread(rootId: string, position: HistoryPosition | null, limit: number): Promise<HistoryPage>;
}
