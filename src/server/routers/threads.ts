import { z } from "zod";

import { idSchema, seqSchema } from "../../shared/ids.ts";
import {
  followedThreadSchema,
  threadFollowSchema,
  threadListSchema,
  threadPageSchema,
} from "../../shared/threads.ts";
import { ok, okSchema, procedure, router } from "./trpc.ts";

const oneThread = z.object({ rootId: idSchema });

/** The threads that one follows; what is said in them is `messages.thread`. */
export const threadsRouter = router({
  /** The threads that one follows, page by page, the one with the newest reply first. */
  list: procedure
    .input(threadListSchema)
    .output(threadPageSchema)
    .query(({ ctx, input }) => ctx.services.threads.list(ctx.viewer.user, input)),

  /** Those with something new, at most a hundred. */
  unread: procedure
    .output(z.array(followedThreadSchema))
    .query(({ ctx }) => ctx.services.threads.unread(ctx.viewer.user)),

  /** Whether one follows a thread, and how far one has read it. */
  get: procedure
    .input(oneThread)
    .output(threadFollowSchema)
    .query(({ ctx, input }) => ctx.services.threads.get(ctx.viewer.user, input.rootId)),

  /** Follows a thread, or stops to. */
  follow: procedure
    .input(oneThread.extend({ following: z.boolean() }))
    .output(threadFollowSchema)
    .mutation(({ ctx, input }) => ctx.services.threads.follow(ctx.viewer.user, input)),

  /** Marks a thread as read up to a seq. */
  markRead: procedure
    .input(
      oneThread.extend({
        /** Of the last reply that one has read. */
        seq: seqSchema,
      }),
    )
    .output(okSchema)
    .mutation(async ({ ctx, input }) => {
      await ctx.services.threads.markRead(ctx.viewer.user, input);
      return ok;
    }),
});
