import { z } from "zod";
import { seqSchema } from "./ids.ts";
import { limits } from "./limits.ts";
import { messageSchema } from "./messages.ts";

/**
 * Whether one is told of a thread's replies. Who wrote its root, replies in it or is mentioned in it
 * follows it from then on, until they say otherwise.
 */
export const threadFollowSchema = z.object({
  following: z.boolean(),
  /** Replies up to here have been read; `null` for a thread that one never followed. */
  readSeq: seqSchema.nullable(),
});
export type ThreadFollow = z.infer<typeof threadFollowSchema>;

export const followedThreadSchema = z.object({
  /** The message that began it. */
  root: messageSchema,
  /** The newest that is not deleted. */
  lastReply: messageSchema,
  /** Replies of others that one has not read. */
  unreadCount: z.number().int(),
});
/** A thread that one follows. */
export type FollowedThread = z.infer<typeof followedThreadSchema>;

export const threadListSchema = z.object({
  /** The `older` of the page before; absent or `null`: the threads replied to last. */
  cursor: seqSchema.nullish(),
  limit: z.number().int().min(1).max(limits.threadsPage.max).default(limits.threadsPage.default),
  /** Set by TanStack's infinite query, not used. */
  direction: z.enum(["forward", "backward"]).optional(),
});
export type ThreadList = z.infer<typeof threadListSchema>;

export const threadPageSchema = z.object({
  /** The one with the newest reply first. */
  threads: z.array(followedThreadSchema),
  older: seqSchema.nullable(),
});
export type ThreadPage = z.infer<typeof threadPageSchema>;
