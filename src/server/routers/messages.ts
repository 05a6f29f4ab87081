import { z } from "zod";

import { idSchema } from "../../shared/ids.ts";
import {
  atDateSchema,
  historyPageSchema,
  historySchema,
  messageEditSchema,
  messagePlaceSchema,
  messageSchema,
  messageSendSchema,
  messageVersionSchema,
  pinChangeSchema,
  reactSchema,
  savedListSchema,
  savedPageSchema,
  saveChangeSchema,
  threadHistorySchema,
} from "../../shared/messages.ts";
import { ok, okSchema, procedure, router } from "./trpc.ts";

const oneRoom = z.object({ roomId: idSchema });
const oneMessage = z.object({ messageId: idSchema });

export const messagesRouter = router({
  /**
   * Says something. Answered when it would survive power loss; the same `clientId` says it once.
   * `room.send` does the rest.
   */
  send: procedure
    .input(messageSendSchema)
    .output(messageSchema)
    .mutation(({ ctx, input }) => ctx.services.messages.send(ctx.viewer.user, input)),

  /** Changes what one said; each version before is kept. */
  edit: procedure
    .input(messageEditSchema)
    .output(messageSchema)
    .mutation(({ ctx, input }) => ctx.services.messages.edit(ctx.viewer.user, input)),

  /** Deletes a message: one's own, or anyone's in a room that one manages. */
  delete: procedure
    .input(oneMessage)
    .output(okSchema)
    .mutation(async ({ ctx, input }) => {
      await ctx.services.messages.delete(ctx.viewer.user, input.messageId);
      return ok;
    }),

  /** Puts an emoji on a message, or takes one's own back. */
  react: procedure
    .input(reactSchema)
    .output(okSchema)
    .mutation(async ({ ctx, input }) => {
      await ctx.services.messages.react(ctx.viewer.user, input);
      return ok;
    }),

  /** What a message said before each of its edits, oldest first. */
  edits: procedure
    .input(oneMessage)
    .output(z.array(messageVersionSchema))
    .query(({ ctx, input }) => ctx.services.messages.edits(ctx.viewer.user, input.messageId)),

  /** Pins a message in its room, or takes the pin out. */
  pin: procedure
    .input(pinChangeSchema)
    .output(okSchema)
    .mutation(async ({ ctx, input }) => {
      await ctx.services.messages.pin(ctx.viewer.user, input);
      return ok;
    }),

  /** What is pinned in a room, pinned last first. */
  pins: procedure
    .input(oneRoom)
    .output(z.array(messageSchema))
    .query(({ ctx, input }) => ctx.services.messages.pins(ctx.viewer.user, input.roomId)),

  /** Keeps a message for later, for oneself alone, or no longer. */
  save: procedure
    .input(saveChangeSchema)
    .output(okSchema)
    .mutation(async ({ ctx, input }) => {
      await ctx.services.messages.save(ctx.viewer.user, input);
      return ok;
    }),

  /** What one keeps for later, page by page. */
  saved: procedure
    .input(savedListSchema)
    .output(savedPageSchema)
    .query(({ ctx, input }) => ctx.services.messages.saved(ctx.viewer.user, input)),

  /** The first message of a room's timeline at or after a time; `null` when there is none. */
  atDate: procedure
    .input(atDateSchema)
    .output(messagePlaceSchema.nullable())
    .query(({ ctx, input }) => ctx.services.messages.atDate(ctx.viewer.user, input)),

  /** A message, by id. */
  get: procedure
    .input(oneMessage)
    .output(messageSchema)
    .query(({ ctx, input }) => ctx.services.messages.get(ctx.viewer.user, input.messageId)),

  /** A page of a room's timeline: the newest, or the one at a position. */
  history: procedure
    .input(historySchema)
    .output(historyPageSchema)
    .query(({ ctx, input }) => ctx.services.messages.history(ctx.viewer.user, input)),

  /** A page of a thread's replies: the newest, or the one at a position. */
  thread: procedure
    .input(threadHistorySchema)
    .output(historyPageSchema)
    .query(({ ctx, input }) => ctx.services.messages.thread(ctx.viewer.user, input)),
});
