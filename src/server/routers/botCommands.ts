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
  set: procedure
    .input(botCommandsSetSchema)
    .output(z.array(botCommandSchema))
    .mutation(({ ctx, input }) => ctx.services.botCommands.set(ctx.viewer.user, input)),

  inRoom: procedure
    .input(z.object({ roomId: idSchema }))
    .output(z.array(botCommandSchema))
    .query(({ ctx, input }) => ctx.services.botCommands.inRoom(ctx.viewer.user, input.roomId)),

  invoke: procedure
    .input(commandInvokeSchema)
    .output(invocationSchema)
    .mutation(({ ctx, input }) => ctx.services.botCommands.invoke(ctx.viewer.user, input)),

  answer: procedure
    .input(commandAnswerSchema)
    .output(okSchema)
    .mutation(async ({ ctx, input }) => {
      await ctx.services.botCommands.answer(ctx.viewer.user, input);
      return ok;
    }),
});
