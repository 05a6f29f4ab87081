import { z } from "zod";

import { idSchema } from "../../shared/ids.ts";
import {
  historyPageSchema,
  historySchema,
  messageEditSchema,
  messageSchema,
  messageSendSchema,
  reactSchema,
  threadHistorySchema,
} from "../../shared/messages.ts";
import { ok, okSchema, procedure, router } from "./trpc.ts";

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
