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

  /** Who is there and who is typing, as of now; `watch` tells it as it changes. */
  now: procedure
    .output(presenceNowSchema)
    .query(({ ctx }) => ctx.services.presence.now(ctx.viewer.user)),

  /** Tells whether a device is in use. */
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

  /** Tells a room that one is typing, or has stopped. It is forgotten by itself in a moment. */
  typing: procedure
    .input(typingSchema)
    .output(okSchema)
    .mutation(({ ctx, input }) => {
      ctx.services.presence.setTyping(ctx.viewer.user, input);
      return ok;
    }),
});
