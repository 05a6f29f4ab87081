import { z } from "zod";
import { invocationSchema } from "./botCommands.ts";
import { customEmojiSchema } from "./emoji.ts";
import { cursorSchema, idSchema, seqSchema, timeSchema } from "./ids.ts";
import { mentionsSchema, messageSchema, pinSchema, threadSummarySchema } from "./messages.ts";
import {
  joinedRoomSchema,
  memberRoleSchema,
  memberSchema,
  roomPreferencesSchema,
  roomSchema,
} from "./rooms.ts";
import { meSchema, userSchema } from "./users.ts";
import { workspaceSchema } from "./workspace.ts";

const logged = { seq: seqSchema, at: timeSchema };
const inRoom = { ...logged, roomId: idSchema };

/** What a message's thread is after a reply came or went; `null` when the message is no reply. */
const threadAfter = z
  .object({
    rootId: idSchema,
    /** What its root shows of it now. */
    summary: threadSummarySchema,
  })
  .nullable();

/** With those of its followers who have something new to read in it. */
const threadGrown = z
  .object({
    rootId: idSchema,
    /** What its root shows of it now. */
    summary: threadSummarySchema,
    /** Followers who have something new to read in it, by id. */
    unreadFor: z.array(idSchema).default([]),
  })
  .nullable();

/**
 * One durable change. The comment behind each says who gets it: `all` of the workspace, the members of
 * the `room`, or one `user` on all their devices.
 */
export const logEventSchema = z.discriminatedUnion("type", [
  /* all  */ z.object({
    type: z.literal("workspace.updated"),
    ...logged,
    workspace: workspaceSchema,
  }),
  /* all  */ z.object({ type: z.literal("user.created"), ...logged, user: userSchema }),
  /* all  */ z.object({ type: z.literal("user.updated"), ...logged, user: userSchema }),
  /* user */ z.object({ type: z.literal("account.updated"), ...logged, me: meSchema }),
  /* user; the server closes the session's sockets on it [RT7] */
  z.object({ type: z.literal("session.revoked"), ...logged, sessionIds: z.array(idSchema) }),
  /* user: one is in this room now */
  z.object({ type: z.literal("room.added"), ...logged, room: joinedRoomSchema }),
  /* user: and nothing of that room after it [RT7] */
  z.object({
    type: z.literal("room.removed"),
    ...inRoom,
    /** Whether one went oneself, was taken out, or the room is gone. */
    reason: z.enum(["left", "removed", "deleted"]),
  }),
  /* room */ z.object({ type: z.literal("room.updated"), ...logged, room: roomSchema }),
  /* room */
  z.object({
    type: z.literal("member.joined"),
    ...inRoom,
    member: memberSchema,
    memberCount: z.number().int(),
  }),
  /* room */
  z.object({
    type: z.literal("member.left"),
    ...inRoom,
    userId: idSchema,
    memberCount: z.number().int(),
  }),
  /* room */
  z.object({
    type: z.literal("member.updated"),
    ...inRoom,
    userId: idSchema,
    role: memberRoleSchema,
  }),
  /* user */
  z.object({
    type: z.literal("membership.updated"),
    ...inRoom,
    preferences: roomPreferencesSchema,
  }),
  /* user */
  z.object({
    type: z.literal("read.updated"),
    ...inRoom,
    readSeq: seqSchema,
    unreadCount: z.number().int(),
    mentionCount: z.number().int(),
  }),
  /* room; `message.seq` is this event's seq. A timeline message marks its author's room as read up to it. */
  z.object({
    type: z.literal("message.created"),
    ...logged,
    message: messageSchema,
    /** The thread that it is a reply in, as it is now; `null` for a message of the timeline. */
    thread: threadGrown,
  }),
  /* room */
  z.object({
    type: z.literal("message.edited"),
    ...logged,
    message: messageSchema,
    /** Before the edit, so that mention counts follow without the old body. */
    mentionsBefore: mentionsSchema,
  }),
  /* room */
  z.object({
    type: z.literal("message.deleted"),
    ...inRoom,
    messageId: idSchema,
    messageSeq: seqSchema,
    authorId: idSchema,
    threadRootId: idSchema.nullable(),
    mentions: mentionsSchema,
    /** The thread that it was a reply in, as it is now; `null` for a message of the timeline. */
    thread: threadAfter,
  }),
  /* room */
  z.object({
    type: z.literal("reaction.added"),
    ...inRoom,
    messageId: idSchema,
    userId: idSchema,
    emoji: z.string(),
  }),
  /* room */
  z.object({
    type: z.literal("reaction.removed"),
    ...inRoom,
    messageId: idSchema,
    userId: idSchema,
    emoji: z.string(),
  }),
  /* room */
  z.object({
    type: z.literal("message.pinned"),
    ...inRoom,
    messageId: idSchema,
    /** Who pinned it, and when. */
    pinned: pinSchema,
  }),
  /* room */
  z.object({
    type: z.literal("message.unpinned"),
    ...inRoom,
    messageId: idSchema,
    userId: idSchema,
  }),
  /* user */
  z.object({ type: z.literal("message.saved"), ...inRoom, messageId: idSchema }),
  /* user */
  z.object({ type: z.literal("message.unsaved"), ...inRoom, messageId: idSchema }),
  /* user: the bot whose command it is */
  z.object({ type: z.literal("command.invoked"), ...logged, invocation: invocationSchema }),
  /* user: who wrote the command; nobody else ever sees it */
  z.object({
    type: z.literal("command.answered"),
    ...inRoom,
    threadRootId: idSchema.nullable(),
    invocationId: idSchema,
    botId: idSchema,
    /** Plain text. */
    body: z.string(),
  }),
  /* all */ z.object({
    type: z.literal("emoji.added"),
    ...logged,
    /** One of the workspace's own from now on. */
    emoji: customEmojiSchema,
  }),
  /* all */ z.object({ type: z.literal("emoji.removed"), ...logged, name: z.string() }),
  /* user: how one follows a thread, and whether it holds something new */
  z.object({
    type: z.literal("thread.updated"),
    ...inRoom,
    rootId: idSchema,
    following: z.boolean(),
    /** Replies up to here have been read; `null` for a thread that one never followed. */
    readSeq: seqSchema.nullable(),
    /** Whether it holds something new. */
    unread: z.boolean(),
  }),
  /* user; an empty text: it is gone */
  z.object({
    type: z.literal("draft.updated"),
    ...inRoom,
    /** The thread that it is for; `null` for the room itself. */
    rootId: idSchema.nullable(),
    /** As it stands in the composer; empty: it is gone. */
    text: z.string(),
  }),
]);
export type LogEvent = z.infer<typeof logEventSchema>;
/** The `type` of any event in the log. */
export type LogEventType = LogEvent["type"];
/** The event of one type. */
export type LogEventOf<Type extends LogEventType> = Extract<LogEvent, Record<"type", Type>>;

/** [RT6] The cursor cannot be resumed from: take a new snapshot and subscribe at its cursor. */
export const resetSchema = z.object({
  type: z.literal("reset"),
  /** A restored server, a cursor ahead of the log, one that the log does not reach back to, or none at all. */
  reason: z.enum(["epoch", "future", "retention", "malformed"]),
});
export type Reset = z.infer<typeof resetSchema>;

/** Items of `events.stream`, each tracked with its cursor [RT4]. */
export type StreamItem = LogEvent | Reset;

/** [RT5] Everything one may see, and the cursor that it is true at. */
export const snapshotSchema = z.object({
  /** What it is true at: `epoch:seq`. */
  cursor: cursorSchema,
  workspace: workspaceSchema,
  me: meSchema,
  /** Everyone in the workspace. */
  users: z.array(userSchema),
  /** The workspace's own, by name. */
  emoji: z.array(customEmojiSchema),
  /** The rooms that one is in. */
  rooms: z.array(joinedRoomSchema),
});
export type Snapshot = z.infer<typeof snapshotSchema>;
