import { z } from "zod";

import {
  deviceIdSchema,
  presenceNowSchema,
  presenceUpdateSchema,
  setModeSchema,
  typingSchema,
} from "../../shared/presence.ts";
import { ok, okSchema, procedure, router } from "./trpc.ts";

export const presenceRouter = router({
  /** [RT8] */
  watch: procedure
    .input(z.object({ deviceId: deviceIdSchema }))
    .subscription(({ ctx, input, signal }) =>
      ctx.services.presence.watch(ctx.viewer, input.deviceId, signal),
    ),

  now: procedure
    .output(presenceNowSchema)
    .query(({ ctx }) => ctx.services.presence.now(ctx.viewer.user)),

  update: procedure
    .input(presenceUpdateSchema)
    .output(okSchema)
    .mutation(({ ctx, input }) => {
      ctx.services.presence.update(ctx.viewer.user, input);
      return ok;
    }),

  /** Kept, and told to one's other devices by an event. */
  setMode: procedure
    .input(setModeSchema)
    .output(okSchema)
    .mutation(async ({ ctx, input }) => {
      await ctx.services.users.setPresence(ctx.viewer.user, input);
      return ok;
    }),

  typing: procedure
    .input(typingSchema)
    .output(okSchema)
    .mutation(({ ctx, input }) => {
      ctx.services.presence.setTyping(ctx.viewer.user, input);
      return ok;
    }),
});
