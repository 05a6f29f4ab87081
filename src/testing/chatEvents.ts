import type { LogEvent, LogEventOf, Snapshot } from "../shared/events.ts";
import type { HistoryPage, Mentions, Message } from "../shared/messages.ts";
import type { JoinedRoom } from "../shared/rooms.ts";
import { workspaceSchema } from "../shared/workspace.ts";
import { sampleRoom } from "./samples.ts";

const at = "2026-01-01T00:00:00.000Z";

/** `me` in `r1`, whose log stands at 10. */
export function snapshotOf(room: Partial<JoinedRoom> = {}, membership = {}): Snapshot {
  return {
    cursor: "epoch:10",
    workspace: workspaceSchema.parse({
      name: "Snug",
      logoUrl: null,
      openSignUp: false,
      firstRoomId: "r1",
      demo: false,
      membersAddEmoji: false,
    }),
    me: { id: "me", email: "me@example.org", presence: { mode: "auto", until: null } },
    users: [],
    emoji: [],
    rooms: [joinedRoom(room, membership)],
  };
}

export function joinedRoom(room: Partial<JoinedRoom> = {}, membership = {}): JoinedRoom {
  return sampleRoom(
    "r1",
    { name: "general", createdBy: "me", lastMessageSeq: 5, lastMessageAt: at, ...room },
    { readSeq: 4, unreadCount: 1, mentionCount: 1, ...membership },
  );
}

/** By `you` in `r1` unless told otherwise. */
export function messageOf(seq: number, rest: Partial<Message> = {}): Message {
  return {
    id: `m${seq}`,
    clientId: `c${seq}`,
    roomId: "r1",
    authorId: "you",
    authorName: null,
    body: `Message ${seq}`,
    attachments: [],
    reactions: [],
    mentions: nobody,
    threadRootId: null,
    thread: null,
    quotedId: null,
    pinned: null,
    seq,
    createdAt: at,
    editedAt: null,
    deletedAt: null,
    ...rest,
  };
}

export const nobody: Mentions = { userIds: [], room: false };
export const mentioningMe: Mentions = { userIds: ["me"], room: false };

export function pageOf(messages: Message[], rest: Partial<HistoryPage> = {}): HistoryPage {
  return { messages, older: null, newer: null, asOf: 10, ...rest };
}

export function created(message: Message, unreadFor: string[] = []): LogEventOf<"message.created"> {
  const { seq, threadRootId: rootId } = message;
  const summary = { replyCount: 1, lastReplyAt: at, userIds: [message.authorId] };
  const thread = rootId === null ? null : { rootId, summary, unreadFor };
  return { type: "message.created", seq, at, message, thread };
}

export function edited(
  seq: number,
  message: Message,
  mentionsBefore = nobody,
): LogEventOf<"message.edited"> {
  return { type: "message.edited", seq, at, message: { ...message, editedAt: at }, mentionsBefore };
}

export function deleted(
  seq: number,
  message: Message,
  repliesLeft = 0,
): LogEventOf<"message.deleted"> {
  const { threadRootId: rootId } = message;
  const summary = { replyCount: repliesLeft, lastReplyAt: at, userIds: ["you"] };
  return {
    type: "message.deleted",
    seq,
    at,
    roomId: message.roomId,
    messageId: message.id,
    messageSeq: message.seq,
    authorId: message.authorId,
    threadRootId: rootId,
    mentions: message.mentions,
    thread: rootId === null ? null : { rootId, summary },
  };
}

export function reacted(
  seq: number,
  messageId: string,
  { on = true, emoji = "👍", userId = "you" } = {},
): LogEvent {
  const type = on ? "reaction.added" : "reaction.removed";
  return { type, seq, at, roomId: "r1", messageId, userId, emoji };
}
