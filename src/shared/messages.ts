import { z } from "zod";
import { attachmentSchema } from "./files.ts";
import { clientIdSchema, idSchema, seqSchema, timeSchema } from "./ids.ts";
import { limits } from "./limits.ts";

/**
 * Markdown (CommonMark and GFM). People and rooms are named by id, so that a rename changes nothing:
 * `<@USER_ID>` mentions a user, `<#ROOM_ID>` links a room, `<!room>` and `<!here>` mention everyone in
 * the room, or who is there now. A body that begins with `/me ` says what its author does (`actionIn`).
 */
export const messageBodySchema = z
  .string()
  .max(limits.messageBody)
  // Half a surrogate pair cannot be stored: it would read back as something else than its event said.
  .overwrite((body) => body.toWellFormed());

export const reactionSchema = z.object({
  /** The emoji itself, or `:name:` of a custom one. */
  emoji: z.string(),
  /** In the order in which they reacted. */
  userIds: z.array(idSchema),
});
/** An emoji on a message, and who put it there. */
export type Reaction = z.infer<typeof reactionSchema>;

export const mentionsSchema = z.object({
  /** Without the author. */
  userIds: z.array(idSchema),
  /** `@room`. */
  room: z.boolean(),
});
/** Whom a message calls. */
export type Mentions = z.infer<typeof mentionsSchema>;

/** What a thread's root shows of its replies. */
export const threadSummarySchema = z.object({
  /** Without deleted ones. */
  replyCount: z.number().int(),
  /** When the newest was written, an ISO time; `null` when all were deleted. */
  lastReplyAt: timeSchema.nullable(),
  /** Who replied, most recent first, at most five. */
  userIds: z.array(idSchema),
});
export type ThreadSummary = z.infer<typeof threadSummarySchema>;

export const pinSchema = z.object({
  /** Who pinned it. */
  userId: idSchema,
  at: timeSchema,
});
/** Who pinned a message, and when. */
export type Pin = z.infer<typeof pinSchema>;

export const messageSchema = z.object({
  id: idSchema,
  /** The author's outbox key; how a client knows its own pending message in its event. */
  clientId: z.string(),
  roomId: idSchema,
  authorId: idSchema,
  /** The name that a bot posted under, where it differs from its user's. */
  authorName: z.string().nullable(),
  body: messageBodySchema,
  attachments: z.array(attachmentSchema),
  /** In the order of their first use. */
  reactions: z.array(reactionSchema),
  mentions: mentionsSchema,
  /** `null` for a message of the timeline. */
  threadRootId: idSchema.nullable(),
  /** `null` for a message without replies. */
  thread: threadSummarySchema.nullable(),
  /** The message of the same room that this one answers; ask for it by `messages.get`. */
  quotedId: idSchema.nullable(),
  /** `null` while it is not pinned. */
  pinned: pinSchema.nullable(),
  /** Seq of the event that created it: the order of the timeline. */
  seq: seqSchema,
  createdAt: timeSchema,
  editedAt: timeSchema.nullable(),
  /** Only on a root that keeps its place because it has replies; its body is empty. */
  deletedAt: timeSchema.nullable(),
});
/** A message as it is now. */
export type Message = z.infer<typeof messageSchema>;

export const messageSendSchema = z
  .object({
    roomId: idSchema,
    clientId: clientIdSchema,
    body: messageBodySchema,
    threadRootId: idSchema.nullable().default(null),
    quotedId: idSchema.nullable().default(null),
    /** One's own uploads to this room that no message carries yet. */
    attachmentIds: z.array(idSchema).max(limits.attachmentsPerMessage).default([]),
  })
  .refine((message) => message.body.trim() !== "" || message.attachmentIds.length > 0, {
    path: ["body"],
    message: "Write something first.",
  });
/** What says something in a room. */
export type MessageSend = z.infer<typeof messageSendSchema>;

export const messageEditSchema = z.object({
  messageId: idSchema,
  body: messageBodySchema.refine((body) => body.trim() !== "", "Write something first."),
});

export const reactSchema = z.object({
  messageId: idSchema,
  emoji: z.string().trim().min(1).max(limits.emoji),
  /** `false` takes one's reaction back. */
  on: z.boolean(),
});

export const pinChangeSchema = z.object({
  messageId: idSchema,
  /** `false` takes the pin out. */
  on: z.boolean(),
});
export const saveChangeSchema = z.object({
  messageId: idSchema,
  /** `false`: it is kept no longer. */
  on: z.boolean(),
});

/** What a message said at one time. */
export const messageVersionSchema = z.object({
  body: z.string(),
  /** When it began to say so, an ISO time. */
  writtenAt: timeSchema,
});
export type MessageVersion = z.infer<typeof messageVersionSchema>;

export const savedMessageSchema = z.object({
  message: messageSchema,
  /** When one kept it, an ISO time. */
  savedAt: timeSchema,
});
/** A message that one keeps for later. */
export type SavedMessage = z.infer<typeof savedMessageSchema>;

export const savedListSchema = z.object({
  /** The `older` of the page before; absent or `null`: the latest. */
  cursor: seqSchema.nullish(),
  limit: z.number().int().min(1).max(limits.historyPage.max).default(limits.historyPage.default),
  /** Set by TanStack's infinite query, not used. */
  direction: z.enum(["forward", "backward"]).optional(),
});

export const savedPageSchema = z.object({
  /** Saved last first; only of rooms that one is in. */
  items: z.array(savedMessageSchema),
  older: seqSchema.nullable(),
});
/** Messages that one keeps for later, and where to go on. */
export type SavedPage = z.infer<typeof savedPageSchema>;

export const atDateSchema = z.object({
  roomId: idSchema,
  /** An ISO time. */
  time: timeSchema,
});

/** Where a message stands. */
export const messagePlaceSchema = z.object({ messageId: idSchema, seq: seqSchema });
export type MessagePlace = z.infer<typeof messagePlaceSchema>;

/** Where a page of history stands, by seq and never by time. */
export const historyPositionSchema = z.union([
  z
    .object({
      /** The messages that end before this seq. */
      before: seqSchema,
    })
    .strict(),
  z
    .object({
      /** The messages that begin after this seq. */
      after: seqSchema,
    })
    .strict(),
  z
    .object({
      /** Half a page to each side of this seq; for permalinks and the first unread. */
      around: seqSchema,
    })
    .strict(),
]);
export type HistoryPosition = z.infer<typeof historyPositionSchema>;

const paging = {
  /** Absent or `null`: the newest page. */
  cursor: historyPositionSchema.nullish(),
  limit: z.number().int().min(1).max(limits.historyPage.max).default(limits.historyPage.default),
  /** Set by TanStack's infinite query, not used. */
  direction: z.enum(["forward", "backward"]).optional(),
};

export const historySchema = z.object({ roomId: idSchema, ...paging });
/** Asks for a page of a room's messages. */
export type History = z.infer<typeof historySchema>;

export const threadHistorySchema = z.object({ rootId: idSchema, ...paging });
/** Asks for a page of a thread's messages. */
export type ThreadHistory = z.infer<typeof threadHistorySchema>;

export const historyPageSchema = z.object({
  /** Ascending by seq. In a thread, replies only. */
  messages: z.array(messageSchema),
  /** Pass as `cursor` for the page before or after; `null` at that end. */
  older: historyPositionSchema.nullable(),
  newer: historyPositionSchema.nullable(),
  /** The page is true at this seq: events up to it are already in. */
  asOf: seqSchema,
});
/** Messages, and where to go on to either side. */
export type HistoryPage = z.infer<typeof historyPageSchema>;
