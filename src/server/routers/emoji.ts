import { z } from "zod";

import { customEmojiSchema, emojiAddSchema } from "../../shared/emoji.ts";
import { ok, okSchema, procedure, router } from "./trpc.ts";

export const emojiRouter = router({
  /** Adds an emoji of the workspace's own. `EMOJI_NAME_TAKEN` when there is one of that name. */
  add: procedure
    .input(emojiAddSchema)
    .output(customEmojiSchema)
    .mutation(({ ctx, input }) => ctx.services.emoji.add(ctx.viewer.user, input)),

  /** Takes an emoji away; where it was used, its name stands then. */
  remove: procedure
    .input(z.object({ name: z.string().max(64) }))
    .output(okSchema)
    .mutation(async ({ ctx, input }) => {
      await ctx.services.emoji.remove(ctx.viewer.user, input.name);
      return ok;
    }),
});
