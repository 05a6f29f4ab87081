import { z } from "zod";

import { botCreateSchema, botSchema, botUpdateSchema } from "../../shared/bots.ts";
import { idSchema } from "../../shared/ids.ts";
import { accessTokenSchema, createdTokenSchema, tokenCreateSchema } from "../../shared/tokens.ts";
import { accountStatusSchema, userSchema } from "../../shared/users.ts";
import { adminProcedure, ok, okSchema, personProcedure, router } from "./trpc.ts";

const oneBot = z.object({ botId: idSchema });

export const botsRouter = router({
  list: adminProcedure
    .output(z.array(botSchema))
    .query(({ ctx }) => ctx.services.bots.list(ctx.viewer.user)),

  create: adminProcedure
    .input(botCreateSchema)
    .output(botSchema)
    .mutation(({ ctx, input }) => ctx.services.bots.create(ctx.viewer.user, input)),

  update: adminProcedure
    .input(botUpdateSchema)
    .output(userSchema)
    .mutation(({ ctx, input }) => ctx.services.bots.update(ctx.viewer.user, input)),

  setStatus: adminProcedure
    .input(oneBot.extend({ status: accountStatusSchema.exclude(["banned"]) }))
    .output(userSchema)
    .mutation(({ ctx, input }) => ctx.services.bots.setStatus(ctx.viewer.user, input)),

  tokens: personProcedure
    .input(oneBot)
    .output(z.array(accessTokenSchema))
    .query(({ ctx, input }) => ctx.services.bots.tokens(ctx.viewer.user, input.botId)),

  createToken: personProcedure
    .input(tokenCreateSchema.extend(oneBot.shape))
    .output(createdTokenSchema)
    .mutation(({ ctx, input }) => ctx.services.bots.createToken(ctx.viewer.user, input)),

  revokeToken: personProcedure
    .input(oneBot.extend({ tokenId: idSchema }))
    .output(okSchema)
    .mutation(async ({ ctx, input }) => {
      await ctx.services.bots.revokeToken(ctx.viewer.user, input);
      return ok;
    }),
});
