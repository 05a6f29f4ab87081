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
  send: procedure
    .input(messageSendSchema)
    .output(messageSchema)
    .mutation(({ ctx, input }) => ctx.services.messages.send(ctx.viewer.user, input)),

  edit: procedure
    .input(messageEditSchema)
    .output(messageSchema)
    .mutation(({ ctx, input }) => ctx.services.messages.edit(ctx.viewer.user, input)),

  delete: procedure
    .input(oneMessage)
    .output(okSchema)
    .mutation(async ({ ctx, input }) => {
      await ctx.services.messages.delete(ctx.viewer.user, input.messageId);
      return ok;
    }),

  react: procedure
    .input(reactSchema)
    .output(okSchema)
    .mutation(async ({ ctx, input }) => {
      await ctx.services.messages.react(ctx.viewer.user, input);
      return ok;
    }),

  edits: procedure
    .input(oneMessage)
    .output(z.array(messageVersionSchema))
    .query(({ ctx, input }) => ctx.services.messages.edits(ctx.viewer.user, input.messageId)),

  pin: procedure
    .input(pinChangeSchema)
    .output(okSchema)
    .mutation(async ({ ctx, input }) => {
      await ctx.services.messages.pin(ctx.viewer.user, input);
      return ok;
    }),

  pins: procedure
    .input(oneRoom)
    .output(z.array(messageSchema))
    .query(({ ctx, input }) => ctx.services.messages.pins(ctx.viewer.user, input.roomId)),

  save: procedure
    .input(saveChangeSchema)
    .output(okSchema)
    .mutation(async ({ ctx, input }) => {
      await ctx.services.messages.save(ctx.viewer.user, input);
      return ok;
    }),

  saved: procedure
    .input(savedListSchema)
    .output(savedPageSchema)
    .query(({ ctx, input }) => ctx.services.messages.saved(ctx.viewer.user, input)),

  atDate: procedure
    .input(atDateSchema)
    .output(messagePlaceSchema.nullable())
    .query(({ ctx, input }) => ctx.services.messages.atDate(ctx.viewer.user, input)),

  get: procedure
    .input(oneMessage)
    .output(messageSchema)
    .query(({ ctx, input }) => ctx.services.messages.get(ctx.viewer.user, input.messageId)),

  history: procedure
    .input(historySchema)
    .output(historyPageSchema)
    .query(({ ctx, input }) => ctx.services.messages.history(ctx.viewer.user, input)),

  thread: procedure
    .input(threadHistorySchema)
    .output(historyPageSchema)
    .query(({ ctx, input }) => ctx.services.messages.thread(ctx.viewer.user, input)),
});
