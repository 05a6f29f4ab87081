import { z } from "zod";

import {
  botCommandSchema,
  botCommandsSetSchema,
  commandAnswerSchema,
  commandInvokeSchema,
  invocationSchema,
} from "../../shared/botCommands.ts";
import { idSchema } from "../../shared/ids.ts";
import { ok, okSchema, procedure, router } from "./trpc.ts";

export const botCommandsRouter = router({
  /**
   * For a bot: says all the commands that it offers. What it offered before and does not name is
   * gone.
   */
  set: procedure
    .input(botCommandsSetSchema)
    .output(z.array(botCommandSchema))
    .mutation(({ ctx, input }) => ctx.services.botCommands.set(ctx.viewer.user, input)),

  /** The commands that one can write in a room: those of the bots in it. */
  inRoom: procedure
    .input(z.object({ roomId: idSchema }))
    .output(z.array(botCommandSchema))
    .query(({ ctx, input }) => ctx.services.botCommands.inRoom(ctx.viewer.user, input.roomId)),

  /** Gives a command to the bot that offers it. */
  invoke: procedure
    .input(commandInvokeSchema)
    .output(invocationSchema)
    .mutation(({ ctx, input }) => ctx.services.botCommands.invoke(ctx.viewer.user, input)),

  /**
   * For a bot: answers a command, to whoever gave it alone, for as long as they have the page
   * open.
   */
  answer: procedure
    .input(commandAnswerSchema)
    .output(okSchema)
    .mutation(async ({ ctx, input }) => {
      await ctx.services.botCommands.answer(ctx.viewer.user, input);
      return ok;
    }),
});
