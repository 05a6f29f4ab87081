import { z } from "zod";

import { botCreateSchema, botSchema, botUpdateSchema } from "../../shared/bots.ts";
import { idSchema } from "../../shared/ids.ts";
import { accessTokenSchema, createdTokenSchema, tokenCreateSchema } from "../../shared/tokens.ts";
import { accountStatusSchema, userSchema } from "../../shared/users.ts";
import { adminProcedure, ok, okSchema, personProcedure, router } from "./trpc.ts";

const oneBot = z.object({ botId: idSchema });

export const botsRouter = router({
  /** The bots that one looks after; for admins, all of them. */
  list: adminProcedure
    .output(z.array(botSchema))
    .query(({ ctx }) => ctx.services.bots.list(ctx.viewer.user)),

  /** Makes a bot that one looks after. It is in no room yet. For admins. */
  create: adminProcedure
    .input(botCreateSchema)
    .output(botSchema)
    .mutation(({ ctx, input }) => ctx.services.bots.create(ctx.viewer.user, input)),

  /** Renames a bot. */
  update: adminProcedure
    .input(botUpdateSchema)
    .output(userSchema)
    .mutation(({ ctx, input }) => ctx.services.bots.update(ctx.viewer.user, input)),

  /** Takes a bot out of service, with its tokens revoked, or back into it. */
  setStatus: adminProcedure
    .input(
      oneBot.extend({
        /** Whether it can be used. */
        status: accountStatusSchema.exclude(["banned"]),
      }),
    )
    .output(userSchema)
    .mutation(({ ctx, input }) => ctx.services.bots.setStatus(ctx.viewer.user, input)),

  /** A bot's tokens, without their secrets. */
  tokens: personProcedure
    .input(oneBot)
    .output(z.array(accessTokenSchema))
    .query(({ ctx, input }) => ctx.services.bots.tokens(ctx.viewer.user, input.botId)),

  /** Makes a token that acts as the bot, with its secret, which is told this once. */
  createToken: personProcedure
    .input(tokenCreateSchema.extend(oneBot.shape))
    .output(createdTokenSchema)
    .mutation(({ ctx, input }) => ctx.services.bots.createToken(ctx.viewer.user, input)),

  /** Ends a token of a bot's; its sockets close within a second. */
  revokeToken: personProcedure
    .input(oneBot.extend({ tokenId: idSchema }))
    .output(okSchema)
    .mutation(async ({ ctx, input }) => {
      await ctx.services.bots.revokeToken(ctx.viewer.user, input);
      return ok;
    }),
});
